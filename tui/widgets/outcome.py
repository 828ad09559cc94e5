"""The outcome of a supposition: the finish in large figures, what speaks against it, and milestones before and after.

Invariant: it takes at most `room` lines where that is given; of the milestones the ones that matter most stay.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rich.segment import Segment
from textual.content import Content
from textual.reactive import reactive
from textual.renderables.digits import Digits

from tui.widgets.block import Block
from tui.widgets.cells import ACCENT, MUTED, STRONG, cell, row, wrapped

_LOW, _GAPS = 8, 4  # fewer lines than these have no large figures and gaps, no headings above milestones


@dataclass(frozen=True, slots=True)
class Fate:
    """A milestone: its day before and after, which is empty where it stays, a word, and how much it matters."""

    what: str
    before: str
    after: str
    word: str
    weight: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """The finish as `2027-09-26` (empty when there is none) and in words, and the lines that belong to it.

    `before` is empty where the finish stays. `passages` are headings with their texts. `rest` says how many stay
    and are not listed, `more` with them that so many more change; `words` are all that a milestone can have, so that
    their place is kept.
    """

    finish: str
    said: str
    note: str
    before: str
    passages: tuple[tuple[str, tuple[str, ...]], ...]
    heading: str
    milestones: tuple[Fate, ...]
    rest: str
    more: Callable[[int], str]
    words: tuple[str, ...]
    changed: bool


class OutcomeView(Block):
    """Draws an `Outcome`; `room` is the most lines, 0 for as many as it takes."""

    DRAWN = ("outcome", "room")

    outcome: reactive[Outcome | None] = reactive(None, layout=True)
    room: reactive[int] = reactive(0, layout=True)

    def draw(self, width: int) -> list[Content]:
        """Draw the date, what speaks against it, and the milestones."""
        outcome = self.outcome
        if outcome is None:
            return []
        lines = self._finish(outcome, width)
        for heading, texts in outcome.passages:
            lines += [] if self._is_below(_LOW) else [Content(), Content.styled(heading, MUTED)]
            lines += [line for text in texts for line in wrapped(text, width)]
        rest = wrapped(outcome.rest, width, MUTED)
        if outcome.milestones:
            lines += [] if self._is_below(_LOW) else [Content()]
            lines += [] if self._is_below(_LOW + _GAPS) else [Content.styled(outcome.heading, MUTED)]
            return [*lines, *self._milestones(outcome, self.room - len(lines), width)]
        return [*lines, *([Content()] if rest else []), *rest]

    def _finish(self, outcome: Outcome, width: int) -> list[Content]:
        """Draw the finish in large figures with its words beside it, below it, or alone."""
        style = ACCENT if outcome.changed else ""
        said = Content.styled(outcome.said, STRONG)
        plain = not self.glyphs.dots or self._is_below(_LOW + 6 * bool(outcome.passages))
        digits = large(outcome.finish, width, plain=plain)
        if self._is_below(_LOW):
            note = f"  {outcome.before}" if outcome.before else ""
            return [row(said, (note, MUTED)).truncate(width, ellipsis=True)]
        if len(digits) < 2:
            return [said.truncate(width, ellipsis=True), *_notes(outcome, width)]
        room = width - len(digits[0]) - 3
        notes = (Content.styled(note, MUTED) for note in (outcome.note, outcome.before))
        beside = [said, *notes][: len(digits)]
        if max(line.cell_length for line in beside) <= room:
            blank = [Content()] * (len(digits) - len(beside))
            return [
                row((line, style), "   ", text) for line, text in zip(digits, [*beside, *blank], strict=True)
            ]
        return [
            *(Content.styled(line, style) for line in digits),
            said.truncate(width, ellipsis=True),
            *_notes(outcome, width),
        ]

    def _is_below(self, lines: int) -> bool:
        return 0 < self.room < lines

    def _milestones(self, outcome: Outcome, room: int, width: int) -> list[Content]:
        fates, rest = outcome.milestones, wrapped(outcome.rest, width, MUTED)
        kept = set(range(len(fates)))
        if self.room and len(fates) + len(rest) > room:
            more = len(wrapped(outcome.more(len(fates)), width))
            kept = set(sorted(kept, key=lambda i: (-fates[i].weight, i))[: max(0, room - more)])
        shown = [fate for i, fate in enumerate(fates) if i in kept]
        lines = self._table(shown, outcome.words, width)
        hidden = len(fates) - len(shown)
        return [*lines, *(wrapped(outcome.more(hidden), width, MUTED) if hidden else rest)]

    def _table(self, fates: list[Fate], words: tuple[str, ...], width: int) -> list[Content]:
        """Draw a line each; days after and words have their place kept, so that no title moves or is cut for them."""
        befores = afters = _widest(text for fate in fates for text in (fate.before, fate.after))
        arrow, sign = f" {self.glyphs.arrow} ", _widest(words) + 2
        room = max(8, min(48, width - befores - afters - sign - len(arrow) - 4))
        return [
            row(
                cell(fate.what, room), "  ", cell(fate.before, befores, MUTED, right=True),
                (arrow if fate.after else " " * len(arrow), MUTED), cell(fate.after, afters, ACCENT, right=True),
                "  ", cell(f"{self.glyphs.late} {fate.word}" if fate.word else "", sign, "$late"),
            ).truncate(width, ellipsis=True)
            for fate in fates
        ]  # fmt: skip


def _widest(texts: Iterable[str]) -> int:
    return max((Content(text).cell_length for text in texts), default=0)


def _notes(outcome: Outcome, width: int) -> list[Content]:
    """Draw what stands below the finish; the day before has its line kept."""
    return [
        *wrapped(outcome.note, width, MUTED),
        *(wrapped(outcome.before, width, MUTED) if outcome.before else [Content()]),
    ]


def large(text: str, width: int, *, plain: bool) -> list[str]:
    """Return a text of figures in three lines, or in one where there is no room or only plain signs."""
    if not text:
        return []
    if plain or 3 * len(text) > width:
        return [text]
    from rich.console import Console

    console = Console(width=3 * len(text), height=3, color_system=None, legacy_windows=False)
    segments = console.render(Digits(text), console.options)
    lines = "".join(segment.text for segment in segments if isinstance(segment, Segment)).rstrip("\n")
    return [line.ljust(3 * len(text)) for line in lines.split("\n")]
