"""What the terminal can show, as far as its name and the locale tell.

Invariant: only what is known to fall short is taken to; a terminal that says nothing shows everything.
"""

from collections.abc import Mapping

_PLAIN = ("dumb", "vt1", "vt2", "vt5", "linux", "ansi", "unknown")
_COLOURLESS = ("dumb", "vt1", "vt2", "vt5", "unknown")


def shows_ascii_only(locale: str, environment: Mapping[str, str]) -> bool:
    """Tell whether the terminal lacks our signs, and Japanese: by its name, or a locale that is not UTF-8."""
    codeset = locale.partition(".")[2].partition("@")[0].replace("-", "").lower()
    return (
        environment.get("TERM", "").startswith(_PLAIN)
        or locale in {"C", "POSIX"}
        or codeset not in {"", "utf8"}
    )


def shows_no_colour(environment: Mapping[str, str]) -> bool:
    """Tell whether the terminal has no colours, or the user wants none; an empty NO_COLOR is no wish."""
    return bool(environment.get("NO_COLOR")) or environment.get("TERM", "").startswith(_COLOURLESS)
