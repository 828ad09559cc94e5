"""The signs that the screens draw with: block elements and box lines, or plain ASCII.

Invariant: every glyph is one cell wide (in a terminal that shows ambiguous characters narrow; others use `ASCII`).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of signs. `levels` rise from the floor of a cell; `dots` says that braille may be used.

    `shades` go from nothing to much. `studied`, `ahead` and `mark` fill a timeline: done, to come, and a milestone;
    `under_way` is what is to come of a thing begun, `due` the day by which something is due. `opened` and `folded`
    stand before a group of lines.
    """

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
    shades: str
    studied: str
    ahead: str
    mark: str
    upright: str
    due: str
    knob: str
    fresh: str
    under_way: str
    opened: str
    folded: str


BLOCKS = Glyphs(
    rule="─", marker="▌", filled="━", half="╸", rest="─", levels="▁▂▃▄▅▆▇█", tick="✓", tight="!", late="x",
    reached="●", on="[x]", off="[ ]", arrow="→", dot="·", axis="┤", corner="┼", dots=True, shades="·░▒▓█",
    studied="▓", ahead="░", mark="◆", upright="│", due="┊", knob="●", fresh="»",
    under_way="▒", opened="▾", folded="▸",
)  # fmt: skip
ASCII = Glyphs(
    rule="-", marker=">", filled="#", half="#", rest="-", levels="_#", tick="v", tight="!", late="x",
    reached="*", on="[x]", off="[ ]", arrow="->", dot=".", axis="|", corner="+", dots=False, shades=".-+*#",
    studied="#", ahead="-", mark="o", upright="|", due=":", knob="O", fresh="<",
    under_way="=", opened="-", folded="+",
)  # fmt: skip
