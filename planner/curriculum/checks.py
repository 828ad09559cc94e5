"""Checks of what a curriculum's parts say about each other: ids, references, cycles, months.

Invariant: a file without problems here and in `document` satisfies the invariant of `model`.
"""

from collections.abc import Collection, Iterable, Mapping

from planner.curriculum.cycles import find_cycles
from planner.curriculum.document import PRIORITIES
from planner.curriculum.outline import Item, Name, Outline, ids
from planner.curriculum.values import MAX_MONTHS
from planner.documents.document import Document
from planner.documents.wrong import nearest, short
from planner.problems import Problem
from planner.text.messages import Message, msg

_MAX_SUGGESTIONS = 50
_MAX_NAMED_IN_CYCLE = 8


def check(document: Document) -> tuple[Problem, ...]:
    """Return every problem between the parts of a curriculum."""
    checks = _Checks(document)
    checks.ids()
    checks.references()
    checks.choices()
    checks.milestones()
    checks.months()
    checks.cycles()
    return tuple(checks.problems)


class _Checks:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.outline = Outline.of(document.value)
        self.problems: list[Problem] = []
        self.modules = {name.text: name for name in ids(self.outline.modules)}
        self.choice_ids = {name.text for name in ids(self.outline.choices)}
        self.milestone_ids = {name.text for name in ids(self.outline.milestones)}
        self.suggested = 0

    def add(self, message: Message, name: Name) -> None:
        self.problems.append(self.document.problem(message, name.path))

    def ids(self) -> None:
        top, outline = self.outline.top, self.outline
        self._unique([*outline.modules, *outline.choices, *outline.milestones])
        self._unique(outline.phases)
        for key in ("tracks", "skills", "backgrounds", "resources"):
            self._unique(top.items(key))
        for name in self.modules.values():
            if name.text in PRIORITIES:
                self.add(msg("`{id}` is the name of a priority; write another id", id=name.text), name)

    def _unique(self, items: Iterable[Item]) -> None:
        seen: dict[str, Name] = {}
        for name in (item.id for item in items if item.id):
            first = seen.setdefault(name.text, name)
            if first is not name:
                line = self.document.place(first.path)[0]
                self.add(
                    msg("the id `{id}` is taken (line {line}); write another id", id=short(name.text), line=line),
                    name,
                )

    def references(self) -> None:
        top = self.outline.top
        resources = {item.id.text for item in top.items("resources") if item.id}
        sections = {key: _section(top, key) for key in ("tracks", "skills", "backgrounds")}
        for module in self.outline.modules:
            self._required(module)
            self._known(module.names("resources"), resources, "resources")
            tracks, skills, backgrounds = sections.values()
            track = module.name("track")
            self._known([track] if track else [], tracks, "tracks")
            self._known(module.names("skills"), skills, "skills")
            self._known(module.keys("credit"), backgrounds, "backgrounds")

    def _known(self, names: Iterable[Name], known: Collection[str] | None, section: str) -> None:
        for name in names if known is not None else ():
            if name.text in (known or ()):
                continue
            if near := self._nearest(name.text, known or ()):
                self.add(
                    msg(
                        "`{id}` is not in `{section}`; did you mean `{near}`?",
                        id=short(name.text),
                        section=section,
                        near=near,
                    ),
                    name,
                )
            else:
                self.add(
                    msg(
                        "`{id}` is not in `{section}`; add it there, or take it out here",
                        id=short(name.text),
                        section=section,
                    ),
                    name,
                )

    def _required(self, item: Item) -> None:
        for name in item.names("requires"):
            if name.text in self.modules or name.text in self.choice_ids:
                continue
            if name.text in self.milestone_ids:
                self.add(msg("`{id}` is a milestone; write modules or choices here", id=name.text), name)
            else:
                self._unknown(name, [*self.modules, *self.choice_ids])

    def _unknown(self, name: Name, known: Collection[str]) -> None:
        if near := self._nearest(name.text, known):
            self.add(
                msg("there is no module `{id}`; did you mean `{near}`?", id=short(name.text), near=near), name
            )
        else:
            self.add(
                msg("there is no module `{id}`; add it to a phase, or take it out here", id=short(name.text)),
                name,
            )

    def _nearest(self, word: str, known: Collection[str]) -> str:
        self.suggested += 1
        return nearest(word, known) if self.suggested <= _MAX_SUGGESTIONS else ""

    def choices(self) -> None:
        taken: dict[str, str] = {}
        for choice in self.outline.choices:
            options = choice.value.get("options")
            pick, count = choice.value.get("pick", 1), len(options) if isinstance(options, dict) else 0
            if isinstance(pick, int) and pick > count > 0:
                self.add(
                    msg(
                        "{pick} cannot be picked out of {count}; write a smaller number, or more options",
                        pick=pick,
                        count=count,
                    ),
                    Name("", (*choice.path, "pick")),
                )
            for option in choice.inner("options"):
                for name in option.names("modules"):
                    self._option_module(name, str(option.path[-1]), taken)

    def _option_module(self, name: Name, option: str, taken: dict[str, str]) -> None:
        if name.text not in self.modules:
            self._unknown(name, self.modules)
        elif name.text in taken:
            self.add(
                msg(
                    "the module `{id}` is in the option `{other}` already; name it in one option only",
                    id=name.text,
                    other=taken[name.text],
                ),
                name,
            )
        taken.setdefault(name.text, option)

    def milestones(self) -> None:
        for milestone in self.outline.milestones:
            self._required(milestone)
            if milestone.value.get("requires") == []:
                self.add(
                    msg("a milestone must require something; write at least one module"),
                    Name("", (*milestone.path, "requires")),
                )
            kind, target = milestone.value.get("kind"), milestone.value.get("target", "none")
            if target != "none" and isinstance(kind, str) and kind != "kaggle":
                self.add(
                    msg("only a milestone of the kind kaggle has a target; remove the line"),
                    Name("", (*milestone.path, "target")),
                )

    def months(self) -> None:
        months = self.outline.top.value.get("months")
        if not isinstance(months, int):
            return
        for phase in self.outline.phases:
            span = phase.value.get("months")
            if (
                isinstance(span, list)
                and span
                and isinstance(span[-1], int)
                and months < span[-1] <= MAX_MONTHS
            ):
                self._beyond(span[-1], months, (*phase.path, "months", len(span) - 1))
        for milestone in self.outline.milestones:
            due = milestone.value.get("by")
            month = due.get("month") if isinstance(due, dict) else None
            if isinstance(month, int) and months < month <= MAX_MONTHS:
                self._beyond(month, months, (*milestone.path, "by", "month"))

    def _beyond(self, month: int, months: int, path: tuple[str | int, ...]) -> None:
        self.add(
            msg(
                "month {month} is after the end; write a month from 1 to {months}", month=month, months=months
            ),
            Name("", path),
        )

    def cycles(self) -> None:
        graph, places = _graph(self.outline, self.modules, self.choice_ids)
        for cycle in find_cycles(graph):
            shown = [
                *cycle[:_MAX_NAMED_IN_CYCLE],
                *(["…"] if len(cycle) > _MAX_NAMED_IN_CYCLE else []),
                cycle[0],
            ]
            after = cycle[1] if len(cycle) > 1 else cycle[0]
            self.add(
                msg(
                    "these require each other in a circle: {cycle}; take one of them out",
                    cycle=" -> ".join(shown),
                ),
                Name("", places[cycle[0], after]),
            )


def _section(top: Item, key: str) -> set[str] | None:
    """Return the ids in a section; None when it is not there, and any id will do."""
    return {item.id.text for item in top.items(key) if item.id} if key in top.value else None


def _graph(
    outline: Outline, modules: Mapping[str, Name], choices: Collection[str]
) -> tuple[dict[str, list[str]], dict[tuple[str, str], tuple[str | int, ...]]]:
    """Return what must come before each module and choice, and where that is written."""
    graph: dict[str, list[str]] = {name: [] for name in (*modules, *choices)}
    places: dict[tuple[str, str], tuple[str | int, ...]] = {}
    befores = [(module, module.names("requires")) for module in outline.modules]
    befores += [
        (choice, [name for option in choice.inner("options") for name in option.names("modules")])
        for choice in outline.choices
    ]
    for item, names in befores:
        for name in names:
            if item.id and name.text in graph and (item.id.text, name.text) not in places:
                graph[item.id.text].append(name.text)
                places[item.id.text, name.text] = name.path
    return graph, places
