"""Whole files inside events: bytes as a short text, and back.

Invariant: `unpack(pack(data)) == data` for up to 16 MB, and no text makes `unpack` use more memory than that.
"""

import zlib
from base64 import b64decode, b64encode
from binascii import Error as BinasciiError

MAX_BYTES = 16 * 1024 * 1024
_LONGEST = MAX_BYTES * 4 // 3 + 65_536  # what cannot be compressed grows by a third, and a little
_WRONG = "not a packed file of up to 16 MB"


def pack(data: bytes) -> str:
    """Return bytes as base64 of zlib; raises `ValueError` for more than 16 MB."""
    if len(data) > MAX_BYTES:
        raise ValueError(_WRONG)
    return b64encode(zlib.compress(data, 9)).decode("ascii")


def unpack(text: str) -> bytes:
    """Return the bytes that `pack` was given; raises `ValueError` for any text that it did not make."""
    if len(text) > _LONGEST:
        raise ValueError(_WRONG)
    reader = zlib.decompressobj()
    try:
        packed = b64decode(text.encode("ascii", "replace"), validate=True)
        data = reader.decompress(packed, MAX_BYTES + 1)
    except (zlib.error, BinasciiError) as error:
        raise ValueError(_WRONG) from error
    if len(data) > MAX_BYTES or not reader.eof or reader.unused_data:
        raise ValueError(_WRONG)
    return data
