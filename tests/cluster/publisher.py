"""`python -m tests.cluster.publisher` publishes a signing for every line that it is sent, in a process of its own.

It answers each with two lines: the edition, as soon as the publication is done, and what the register counts then.
"""

import json
import sys

import django


def main():
    django.setup()
    from tests.cluster import publication  # needs Django set up

    _say(publication.counted())
    for _line in sys.stdin:
        _say({"edition": publication.publish()})
        _say(publication.counted())


def _say(said):
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
