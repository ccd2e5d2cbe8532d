"""`python -m intake.containers document|spreadsheet`: a file on the standard input, what it holds as JSON on the
standard output, or `{"refused": code}`. Takes its own limits before it reads a byte."""

import json
import resource
import sys

from defusedxml.common import DefusedXmlException

from intake.containers.bounds import MEMORY_BYTES, PROCESSOR_SECONDS, Unreadable


def limit_this_process():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(reader, content):
    """Parsers fail in as many ways as there are broken files: any of them says that the file is broken."""
    try:
        if reader == "spreadsheet":
            from intake.containers.sheets import read_workbook

            return read_workbook(content)
        from intake.containers.writings import read_writing

        return {"text": read_writing(content)}
    except Unreadable as unreadable:
        return {"refused": unreadable.code}
    except DefusedXmlException:
        return {"refused": "declarations"}
    except MemoryError:
        return {"refused": "too_heavy"}
    except Exception:
        return {"refused": "broken"}


if __name__ == "__main__":
    limit_this_process()
    json.dump(read(sys.argv[1], sys.stdin.buffer.read()), sys.stdout)
