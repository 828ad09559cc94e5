"""Characters that command a terminal instead of being read: controls, and those that turn the direction of writing.

Invariant: what `harmless` returns moves no cursor, changes no colour and hides nothing.
"""

import re

# Not compiled here: that takes longer than most commands need for all their words.
_BREAKS = "[\t\n\v\f\r\x85\u2028\u2029]+"
_COMMANDS = "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"  # C0, DEL, C1; embeddings, overrides, isolates


def harmless(text: str) -> str:
    """Return a text with a space for breaks of lines, and without what a terminal would obey."""
    return text if text.isprintable() else re.sub(_COMMANDS, "", re.sub(_BREAKS, " ", text))


def escaped(text: str) -> str:
    r"""Return a JSON text in which such characters are written as `\u009b`, which means the same."""
    return text if text.isprintable() else re.sub(_COMMANDS, lambda found: f"\\u{ord(found[0]):04x}", text)
