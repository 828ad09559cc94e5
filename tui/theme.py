"""The themes: one accent, text, muted text and one rule line; green, amber and red only for a milestone's state.

Invariant: `$muted` and the like are colours, for style sheets; `$quiet` and `$line` are styles, for what widgets draw.
The terminal's own colours know nothing between its text and its paper: there, quiet is dim.
"""

from textual.theme import Theme

DARK, LIGHT, TERMINAL = "planner-dark", "planner-light", "planner-terminal"
THEME_NAMES = {"dark": DARK, "light": LIGHT, "terminal": TERMINAL}


def _theme(name: str, *, dark: bool, accent: str, text: str, muted: str, paper: str, rule: str, raised: str,
           good: str, tight: str, late: str) -> Theme:  # fmt: skip
    return Theme(
        name=name, dark=dark, primary=accent, secondary=muted, accent=accent, foreground=text, background=paper,
        surface=paper, panel=raised, success=good, warning=tight, error=late,
        variables={
            "muted": muted, "rule": rule, "raised": raised, "good": good, "tight": tight, "late": late,
            "quiet": muted, "line": rule, "quiet-text-style": "none", "veil": f"{paper} 55%",
            "mark-text-style": "bold", "field-text-style": "none", "field-focus-text-style": "bold",
            "block-cursor-background": raised, "block-cursor-foreground": accent, "block-cursor-text-style": "bold",
            "input-cursor-background": accent, "input-cursor-foreground": paper, "border": rule,
            "input-selection-background": f"{accent} 30%", "scrollbar": rule, "scrollbar-background": paper,
            "scrollbar-hover": muted, "scrollbar-active": accent, "scrollbar-corner-color": paper,
            "scrollbar-background-hover": paper, "scrollbar-background-active": paper,
        },
    )  # fmt: skip


def _terminal() -> Theme:
    """Return the terminal's own colours: those that are readable on its paper, be it dark or light."""
    text, accent = "ansi_default", "ansi_magenta"
    return Theme(
        name=TERMINAL, ansi=True, primary=accent, secondary=text, accent=accent, foreground=text, background=text,
        surface=text, panel=text, boost=text, success="ansi_green", warning="ansi_yellow", error="ansi_red",
        variables={
            "ansi-background": text, "ansi-foreground": text, "muted": text, "rule": text, "raised": text,
            "good": "ansi_green", "tight": "ansi_yellow", "late": "ansi_red",
            "quiet": "dim", "line": "dim", "quiet-text-style": "dim", "veil": "transparent",
            "mark-text-style": "bold reverse", "field-text-style": "underline",
            "field-focus-text-style": "bold underline",
            "block-cursor-background": text, "block-cursor-foreground": accent,
            "block-cursor-text-style": "bold reverse", "border": accent,
            "input-cursor-background": text, "input-cursor-foreground": text, "input-cursor-text-style": "reverse",
            "input-selection-background": text, "input-selection-foreground": text,
            "scrollbar": accent, "scrollbar-hover": accent, "scrollbar-active": accent, "scrollbar-background": text,
            "scrollbar-corner-color": text, "scrollbar-background-hover": text, "scrollbar-background-active": text,
        },
    )  # fmt: skip


THEMES = (
    _theme(
        DARK, dark=True, accent="#7cb7ff", text="#d7dbe0", muted="#838d99", paper="#12161b", rule="#333b45",
        raised="#1c222a", good="#7fc48a", tight="#e0b05c", late="#ee8277",
    ),
    _theme(
        LIGHT, dark=False, accent="#0b5cad", text="#23282e", muted="#69727d", paper="#faf9f6", rule="#cfccc4",
        raised="#efede7", good="#2c7a3f", tight="#8f5f00", late="#b3352b",
    ),
    _terminal(),
)  # fmt: skip
