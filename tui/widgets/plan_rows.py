"""The rows of the plan over time: groups of modules and milestones, each on its line.

Invariant: the rows follow from the groups, the scale and the cursor alone; a folded group has one row.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from textual.content import Content

from planner.text.languages import LocalText
from planner.text.messages import Translator
from planner.workspace.views.plan import DONE, PhaseRows
from tui.glyphs import Glyphs
from tui.widgets.cells import MUTED, cell, row
from tui.widgets.rows import Row
from tui.widgets.timeline import Line, Scale, draw_line
from tui.wording.plan import figures_of, group_figures, group_line, group_title, milestone_line, module_line

GROUP = "group:"  # before a group's name, in the ids of rows


@dataclass(frozen=True, slots=True)
class Place:
    """Where lines are drawn: the cells of names, of what they belong to (0 for none) and of figures; the scale."""

    names: int
    homes: int
    figures: int
    scale: Scale
    today: date
    glyphs: Glyphs

    @property
    def left(self) -> int:
        """The cells before the timeline."""
        return self.names + (self.homes + 2 if self.homes else 0) + self.figures + 3


@dataclass(frozen=True)
class Group:
    """A phase or a track as it is shown: its title, whether it is folded, and where its modules belong otherwise."""

    rows: PhaseRows
    title: str
    folded: bool
    homes: Mapping[str, str]

    @property
    def id(self) -> str:
        """The id of its heading's row."""
        return GROUP + self.rows.id

    def has(self, name: str) -> bool:
        """Tell whether a module or a milestone lies in it."""
        rows = self.rows
        return name in {*(each.id for each in rows.modules), *(each.id for each in rows.milestones)}


def groups_of(
    rows: Iterable[PhaseRows], whole: LocalText, t: Translator, folded: Iterable[str],
    homes: Mapping[str, str], *, by_track: bool,
) -> tuple[Group, ...]:  # fmt: skip
    """Return the groups as they are shown."""
    return tuple(
        Group(each, group_title(each, whole, t, by_track=by_track), GROUP + each.id in folded, homes)
        for each in rows
    )


def widest_figures(groups: Iterable[Group], t: Translator, glyphs: Glyphs) -> int:
    """Return the cells that figures take."""
    texts = [figures_of(module, t, glyphs) for group in groups for module in group.rows.modules]
    texts += [group_figures(group.rows, t, glyphs) for group in groups]
    return max([5, *(Content(text).cell_length for text in texts)])


def plan_rows(
    groups: Iterable[Group], place: Place, t: Translator, fresh: frozenset[str], cursor: Callable[[], str]
) -> Iterator[Row]:
    """Return the rows of all groups; between groups that are open there is a gap."""
    before: Group | None = None
    for group in groups:
        if before is not None and not (before.folded and group.folded):
            yield Row(lambda _: [Content()])
        yield from _group(group, place, t, fresh, cursor)
        before = group


def _group(
    group: Group, place: Place, t: Translator, fresh: frozenset[str], cursor: Callable[[], str]
) -> Iterator[Row]:
    glyphs = place.glyphs
    sign = glyphs.folded if group.folded else glyphs.opened
    figures = group_figures(group.rows, t, glyphs)
    yield _Drawn(place, f"{sign} {group.title}", figures, MUTED).row(group_line(group.rows), group.id)
    if group.folded:
        return
    for each in group.rows.modules:
        mark = glyphs.fresh if each.id in fresh else " "
        style = MUTED if each.state == DONE else ""
        drawn = _Drawn(
            place,
            f" {mark} {t(each.title)}",
            figures_of(each, t, glyphs),
            style,
            group.homes.get(each.id, ""),
        )
        closer = module_line(each, closer=True)
        yield drawn.row(module_line(each), each.id, closer, cursor)
    for milestone in group.rows.milestones:
        drawn = _Drawn(place, f" {glyphs.mark} {t(milestone.title)}", "", MUTED if milestone.reached else "")
        yield drawn.row(milestone_line(milestone, t), milestone.id)


@dataclass(frozen=True)
class _Drawn:
    """A row's name, figures and style, and what was drawn of it so far: a row is drawn again with every move."""

    place: Place
    name: str
    figures: str
    style: str
    home: str = ""
    kept: dict[tuple[int, bool], list[Content]] = field(default_factory=dict)

    def row(self, line: Line, id_: str, closer: Line | None = None, cursor: Callable[[], str] = str) -> Row:
        """Return the row; with the cursor on it, the `closer` line is drawn."""

        def draw(width: int) -> list[Content]:
            key = (width, closer is not None and cursor() == id_)
            if key not in self.kept:
                self.kept[key] = [self._draw(closer if key[1] and closer else line, width)]
            return self.kept[key]

        return Row(draw, id_)

    def _draw(self, line: Line, width: int) -> Content:
        place = self.place
        drawn = draw_line(line, place.scale, place.today, place.glyphs)
        homes = row(cell(self.home, place.homes, MUTED), "  ") if place.homes else Content()
        figures = cell(self.figures, place.figures, MUTED, right=True)
        return cell(row(cell(self.name, place.names, self.style), " ", homes, figures, "  ", drawn), width)
