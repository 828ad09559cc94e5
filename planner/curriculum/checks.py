"""Checks of what a curriculum's parts say about each other: ids, references, choices, months, cycles.

Invariant: a file without problems here and in `document` satisfies the invariant of `model`.
"""

from collections.abc import Iterator

from planner.curriculum.cycles import find_cycles
from planner.curriculum.old_names import check_old_names
from planner.curriculum.outline import Found, Item, Outline, Path
from planner.curriculum.references import check_ids, check_references
from planner.curriculum.topics import check_topics
from planner.curriculum.values import MAX_MONTHS
from planner.documents.document import Document, first_problems
from planner.problems import Problem
from planner.text.messages import msg

_MAX_NAMED_IN_CYCLE = 8


def check(document: Document) -> tuple[Problem, ...]:
    """Return every problem between the parts of a curriculum."""
    outline = Outline.of(document.value)
    parts = (
        check_ids,
        check_old_names,
        check_references,
        check_topics,
        _choices,
        _milestones,
        _months,
        _cycles,
    )
    found = (document.problem(message, path) for part in parts for path, message in part(outline))
    return first_problems(document, found)


def _choices(outline: Outline) -> Iterator[Found]:
    taken: dict[str, str] = {}
    for choice in outline.choices:
        pick, count = choice.value.get("pick", 1), len(choice.keys("options"))
        if isinstance(pick, int) and pick > count > 0:
            text = msg(
                "{pick} cannot be picked out of {count}; write at most {count}", pick=pick, count=count
            )
            yield (*choice.path, "pick"), text
        for option in choice.inner("options"):
            yield from _taken(option, taken)


def _taken(option: Item, taken: dict[str, str]) -> Iterator[Found]:
    for name in option.names("modules"):
        if name.text in taken:
            yield (
                name.path,
                msg(
                    "the module `{id}` is in the option `{other}` already; name it in one option only",
                    id=name.text,
                    other=taken[name.text],
                ),
            )
        taken.setdefault(name.text, str(option.path[-1]))


def _milestones(outline: Outline) -> Iterator[Found]:
    for milestone in outline.milestones:
        if milestone.value.get("requires") == []:
            text = msg("a milestone must require something; write at least one module")
            yield (*milestone.path, "requires"), text
        kind, target = milestone.value.get("kind"), milestone.value.get("target", "none")
        if target != "none" and isinstance(kind, str) and kind != "kaggle":
            text = msg("only a milestone of the kind kaggle has a target; remove the line")
            yield (*milestone.path, "target"), text


def _months(outline: Outline) -> Iterator[Found]:
    """Find months after the curriculum's last one."""
    months = outline.top.value.get("months")
    written: list[tuple[Path, object]] = []
    for phase in outline.phases:
        span = phase.value.get("months")
        written += [
            ((*phase.path, "months", 1), month) for month in (span[1:2] if isinstance(span, list) else ())
        ]
    for milestone in outline.milestones:
        due = milestone.value.get("by")
        written += [((*milestone.path, "by", "month"), due.get("month") if isinstance(due, dict) else None)]
    for path, month in written:
        if isinstance(month, int) and isinstance(months, int) and months < month <= MAX_MONTHS:
            text = msg(
                "month {month} is after the end; write a month up to {months}", month=month, months=months
            )
            yield path, text


def _cycles(outline: Outline) -> Iterator[Found]:
    places = _befores(outline)
    graph: dict[str, list[str]] = {
        item.id.text: [] for item in (*outline.modules, *outline.choices) if item.id
    }
    for after, before in places:
        if before in graph:
            graph[after].append(before)
    for cycle in find_cycles(graph):
        more = ["…"] if len(cycle) > _MAX_NAMED_IN_CYCLE else []
        circle = " -> ".join([*cycle[:_MAX_NAMED_IN_CYCLE], *more, cycle[0]])
        text = msg("these require each other in a circle: {cycle}; take one of them out", cycle=circle)
        yield places[cycle[0], cycle[1 % len(cycle)]], text


def _befores(outline: Outline) -> dict[tuple[str, str], Path]:
    """Return where it is written that one id comes after another; a choice comes after its options' modules."""
    befores = [(module.id, module.names("requires")) for module in outline.modules]
    befores += [
        (choice.id, [name for option in choice.inner("options") for name in option.names("modules")])
        for choice in outline.choices
    ]
    places: dict[tuple[str, str], Path] = {}
    for after, names in befores:
        if after:
            places |= {(after.text, name.text): name.path for name in reversed(names)}
    return places
