"""When a file begins that is written while it is sent."""

from itertools import chain

# A shorter one is sent as a whole, in bytes.
SHORT = 1_000_000


def begin_late(response):
    """So much of a file is written before the first byte is sent: of one that ends within that, nobody gets a part. A
    server that is lost until then was never heard of, and the proxy asks another one."""
    pieces, begun, size = iter(response.streaming_content), [], 0
    for piece in pieces:
        begun.append(piece)
        size += len(piece)
        if size > SHORT:
            break
    response.streaming_content = chain([b"".join(begun)] if size else [], pieces)
