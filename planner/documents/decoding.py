"""Bytes to text: UTF-8 with or without a byte order mark, and only harmless characters.

Invariant: a text that comes out of here has no control characters and no surrogates; its lines end with LF or
CR LF.
"""

import re

from planner.problems import Problem
from planner.text.messages import Message, msg

MAX_BYTES = 16 * 1024 * 1024
_MAX_CHARACTERS_REPORTED = 20
# U+0085, U+2028 and U+2029 end lines in YAML 1.1 and not in 1.2: places would be counted wrongly.
_FORBIDDEN = re.compile(
    r"\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def decode(data: bytes | str, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the file's text; it is empty when there are problems."""
    if isinstance(data, str):
        text, problems = data.removeprefix("\ufeff"), _size(len(data), file)
    else:
        text, problems = _from_bytes(data, file)
    problems = problems or _forbidden(text, file)
    return ("" if problems else text), problems


def is_clean(text: str) -> bool:
    """Tell whether a text holds no forbidden character; escapes such as `\\0` can bring them in."""
    return not _FORBIDDEN.search(text)


def _from_bytes(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    if too_long := _size(len(data), file):
        return "", too_long
    if data.startswith(_UTF_16) or data[:400].count(0) * 3 > len(data[:400]):
        return "", (Problem(msg("this file is UTF-16; save it as UTF-8"), file, 1, 1),)
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        return "", (Problem(_not_utf8(data, error.start), file, *_place(before, len(before))),)


def _not_utf8(data: bytes, position: int) -> Message:
    for encoding in ("cp932", "euc_jp"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        name = {"cp932": "Shift_JIS (CP932)", "euc_jp": "EUC-JP"}[encoding]
        return msg("this file is not UTF-8, it seems to be {encoding}; save it as UTF-8", encoding=name)
    return msg("this file is not UTF-8 (byte {byte}); save it as UTF-8", byte=f"0x{data[position]:02X}")


def _size(count: int, file: str) -> tuple[Problem, ...]:
    if count <= MAX_BYTES:
        return ()
    text = msg("this file has more than {limit} MB; split it, or write less", limit=MAX_BYTES // 2**20)
    return (Problem(text, file, 1, 1),)


def _forbidden(text: str, file: str) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    for found in _FORBIDDEN.finditer(text):
        if len(problems) == _MAX_CHARACTERS_REPORTED:
            break
        problems.append(Problem(_character(found[0]), file, *_place(text, found.start())))
    return tuple(problems)


def _character(character: str) -> Message:
    if character == "\r":
        return msg("a carriage return without a line feed; end the lines with LF, or with CR LF")
    return msg("the invisible character {code} is not allowed; delete it", code=f"U+{ord(character):04X}")


def _place(text: str, position: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, position) + 1
    return text.count("\n", 0, position) + 1, position - start + 1
