"""The two themes: one accent, text, muted text and one rule line; green, amber and red only for a milestone's state."""

from textual.theme import Theme

DARK, LIGHT = "planner-dark", "planner-light"


def _theme(name: str, *, dark: bool, accent: str, text: str, muted: str, paper: str, rule: str, raised: str,
           good: str, tight: str, late: str) -> Theme:  # fmt: skip
    return Theme(
        name=name, dark=dark, primary=accent, secondary=muted, accent=accent, foreground=text, background=paper,
        surface=paper, panel=raised, success=good, warning=tight, error=late,
        variables={
            "muted": muted, "rule": rule, "raised": raised, "good": good, "tight": tight, "late": late,
            "block-cursor-background": raised, "block-cursor-foreground": accent, "block-cursor-text-style": "bold",
            "input-cursor-background": accent, "input-cursor-foreground": paper, "border": rule,
            "input-selection-background": f"{accent} 30%", "scrollbar": rule, "scrollbar-background": paper,
            "scrollbar-hover": muted, "scrollbar-active": accent, "scrollbar-corner-color": paper,
            "scrollbar-background-hover": paper, "scrollbar-background-active": paper,
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
)  # fmt: skip
