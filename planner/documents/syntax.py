"""What the YAML parser complains about, in our own words.

The two parsers (libyaml's and the one in Python) word things differently; both are known here by fragments.
"""

import re

from planner.text.messages import Message, msg

CONFLICT = msg(
    "git left a conflict here: keep one of the two versions, and delete the lines that begin with <<<<<<<, =======, "
    "||||||| or >>>>>>>"
)
_MARK = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?: .*)?|={7})\r?$", re.MULTILINE)
_BRACKET = msg("a bracket is not closed, or a comma is missing; close each bracket that is open")
_QUOTE = msg("a quotation mark is not closed; add the closing quotation mark")
_TAB = msg("a tab cannot indent YAML; use spaces")
_COLON = msg("a “:” is missing after this key; write `key: value`, with a space after the colon")
_INDENT = msg("this line does not fit; indent it like the lines that belong with it")
_TEXTS: tuple[tuple[tuple[str, ...], Message], ...] = (
    (("tab character", "invalid leading white space"), _TAB),
    (
        ("mapping values are not allowed",),
        msg("a “:” does not fit here; put the text in quotes, or check the indentation"),
    ),
    (("could not find expected ':'",), _COLON),
    (("',' or ']'", "',' or '}'", "flow node", "flow sequence", "flow mapping"), _BRACKET),
    (("unexpected end of stream", "unexpected document indicator"), _QUOTE),
    (
        ("unknown escape character", "escape sequence", "hexdecimal", "escape code"),
        msg("a backslash does not fit here; write two of them, or use 'single quotes'"),
    ),
    (
        ("cannot start any token",),
        msg("a text cannot begin with this character; put the text in quotes"),
    ),
    (
        ("<block end>", "did not find expected key", "'-' indicator", "block sequence", "block mapping"),
        _INDENT,
    ),
    (("tag", "directive", "%YAML", "version"), msg("tags and directives are not used here; remove them")),
    (
        ("alias", "anchor"),
        msg("anchors and aliases (& and *) are not used here; write the value out, in quotes if it is text"),
    ),
    (
        (
            "block scalar",
            "chomping",
            "indentation indicator",
            "expected comment or line break",
            "comment or a line",
        ),
        msg("after | or > the text begins on the next line; indent it with spaces"),
    ),
    (("document start",), _INDENT),
)
_ANY = msg("this is not YAML; check the indentation, the quotes and the brackets here and in the line before")


def explain(problem: str | None, character: str = "") -> Message:
    """Return our text for a complaint of either parser about a character."""
    if character == "\t":
        return _TAB
    for fragments, message in _TEXTS:
        if any(fragment in (problem or "") for fragment in fragments):
            return message
    return _ANY


def is_left_open(problem: str | None) -> bool:
    """Tell whether a bracket, a quotation mark or a key is open; then the place to show is where it begins."""
    return explain(problem) in (_BRACKET, _QUOTE, _COLON)


def find_conflict(text: str) -> int | None:
    """Return the line, from 0, at which git marked the first conflict in a text; None without any."""
    found = _MARK.search(text)
    return None if found is None else text.count("\n", 0, found.start())
