"""The signs that the screens draw with: block elements and box lines, or plain ASCII.

Invariant: every glyph is one cell wide (in a terminal that shows ambiguous characters narrow; others use `ASCII`).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of signs. `levels` rise from the floor of a cell; `dots` says that braille may be used."""

    rule: str
    marker: str
    filled: str
    half: str
    rest: str
    levels: str
    tick: str
    tight: str
    late: str
    reached: str
    on: str
    off: str
    arrow: str
    dot: str
    axis: str
    corner: str
    dots: bool


BLOCKS = Glyphs(
    rule="─", marker="▌", filled="━", half="╸", rest="─", levels="▁▂▃▄▅▆▇█", tick="✓", tight="!", late="x",
    reached="●", on="[x]", off="[ ]", arrow="→", dot="·", axis="┤", corner="┼", dots=True,
)  # fmt: skip
ASCII = Glyphs(
    rule="-", marker=">", filled="#", half="#", rest="-", levels="_#", tick="v", tight="!", late="x",
    reached="*", on="[x]", off="[ ]", arrow="->", dot=".", axis="|", corner="+", dots=False,
)  # fmt: skip
