"""Two versions of a curriculum: what became of each module, milestone and choice, in words.

Invariant: each module and milestone of either version is in at most one of: new, gone, renamed, split, merged; what
stays or is only renamed is compared further.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from planner.curriculum.comparing_choices import compare_choices
from planner.curriculum.kinship import Kinship
from planner.curriculum.model import OURS, Curriculum, Effort, Milestone, Module, Priority
from planner.records import dataclass
from planner.text.languages import LocalText, joined
from planner.text.messages import Message, Minutes, Value, msg, msg_n

_NO_EFFORT = Effort(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: `kind` is `module-new`, `milestone-due` and so on, with the ids before and after."""

    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    said: Message


def compare_curricula(old: Curriculum, new: Curriculum) -> tuple[Difference, ...]:
    """Return what is different in `new`: modules, then milestones, then choices."""
    titles: dict[str, LocalText] = {}
    for each in (old, new):
        titles |= {module.id: module.title for module in each.modules}
        titles |= {milestone.id: milestone.title for milestone in each.milestones}
    modules = Kinship(old.modules, new.modules)
    milestones = Kinship(old.milestones, new.milestones)
    return (
        *_kinds("module", modules, titles),
        *(found for pair in modules.same for found in _module(*pair, modules, titles)),
        *_details(
            [after for before, after in modules.same if _rest(before) != _rest(_titled(after, before))]
        ),
        *_kinds("milestone", milestones, titles),
        *(found for pair in milestones.same for found in _milestone(*pair, modules, titles)),
        *(Difference(*each) for each in compare_choices(old.choices, new.choices)),
    )


Titles = dict[str, LocalText]
Kin = Kinship[Module] | Kinship[Milestone]


def _kinds(what: str, kin: Kin, titles: Titles) -> Iterator[Difference]:
    """Tell what is new, gone, or has another name."""
    for name in kin.gone:
        yield Difference(f"{what}-gone", (name,), (), msg("goes: {title}", title=titles[name]))
    for name in kin.new:
        yield Difference(f"{what}-new", (), (name,), msg("new: {title}", title=_sized(kin.after(name))))
    for before, after in kin.renamed:
        said = msg("renamed: {before} → {after}", before=titles[before], after=titles[after])
        if titles[before] == titles[after] or before == after:
            said = msg(
                "renamed: {title} ({before} → {after})", title=titles[after], before=before, after=after
            )
        yield Difference(f"{what}-renamed", (before,), (after,), said)
    for before, parts in kin.split:
        said = msg("split: {before} → {after}", before=titles[before], after=_list(map(kin.after, parts)))
        yield Difference(f"{what}-split", (before,), parts, said)
    for old, whole in kin.merged:
        parted = joined([titles[name] for name in old])
        said = msg("merged: {before} → {after}", before=parted, after=_sized(kin.after(whole)))
        yield Difference(f"{what}-merged", old, (whole,), said)


def _sized(item: Module | Milestone) -> Message:
    if isinstance(item, Module):
        return msg("{title} ({time})", title=item.title, time=Minutes(item.effort.likely))
    return msg("{title} ({when})", title=item.title, when=_due(item))


def _list(items: Iterable[Module | Milestone]) -> Message:
    first, *rest = items
    said = _sized(first)
    for item in rest:
        said = msg("{list}, {next}", list=said, next=_sized(item))
    return said


def _module(before: Module, after: Module, kin: Kinship[Module], titles: Titles) -> Iterator[Difference]:
    ids = (before.id,), (after.id,)
    if before.effort.likely != after.effort.likely:
        was, then = Minutes(before.effort.likely), Minutes(after.effort.likely)
        said = msg("{title}: {before} → {after}", title=after.title, before=was, after=then)
        yield Difference("module-hours", *ids, said)
    if before.priority != after.priority:
        was_, then_ = before.priority.value, after.priority.value
        said = msg("{title}: {before} → {after}", title=after.title, before=was_, after=then_)
        yield Difference("module-priority", *ids, said)
    for message in _requires(before, after, kin, titles):
        yield Difference("module-requires", *ids, message)


def _requires(
    before: Module | Milestone, after: Module | Milestone, kin: Kinship[Module], titles: Titles
) -> Iterator[Message]:
    """Tell which prerequisites come and go, those aside that only have another name or are gone altogether."""
    had = {name for old in before.requires for name in kin.now(old)}
    more = [name for name in after.requires if name not in had]
    less = [name for name in dict.fromkeys(before.requires) if not set(kin.now(name)) & set(after.requires)]
    less = [name for name in less if name not in kin.gone]
    if more:
        named = _named(more, titles)
        yield msg("{title}: builds on {modules} from now on", title=after.title, modules=named)
    if less:
        named = _named(less, titles)
        yield msg("{title}: no longer builds on {modules}", title=after.title, modules=named)


def _named(names: Sequence[str], titles: Titles) -> LocalText:
    return joined([titles.get(name, LocalText.of(name)) for name in names])


def _details(changed: Sequence[Module]) -> Iterator[Difference]:
    if changed:
        named = joined([module.title for module in changed])
        said = msg_n(
            "other details (topics, books, dates …) of {count} module: {modules}",
            "other details (topics, books, dates …) of {count} modules: {modules}",
            len(changed),
            modules=named,
        )
        ids = tuple(module.id for module in changed)
        yield Difference("module-details", ids, ids, said)


def _titled(after: Module, before: Module) -> Module:
    """Return a module under its old title when it was renamed, which is told by itself."""
    return after if after.id == before.id else replace(after, title=before.title)


def _rest(module: Module) -> Module:
    """Return what is compared only as a whole: all but what is told by itself, and the sources."""
    return replace(
        module,
        id="",
        effort=_NO_EFFORT,
        requires=(),
        priority=Priority.CORE,
        source=OURS,
        reference=None,
        renamed_from=(),
    )


def _milestone(
    before: Milestone, after: Milestone, modules: Kinship[Module], titles: Titles
) -> Iterator[Difference]:
    ids = (before.id,), (after.id,)
    if (before.by_month, before.by_date) != (after.by_month, after.by_date):
        was, then = _due(before), _due(after)
        said = msg("{title}: due {before} → {after}", title=after.title, before=was, after=then)
        yield Difference("milestone-due", *ids, said)
    if len(before.steps) != len(after.steps):
        counts = {"before": len(before.steps), "after": len(after.steps)}
        said = msg("{title}: steps {before} → {after}", title=after.title, **counts)
        yield Difference("milestone-steps", *ids, said)
    elif before.steps != after.steps:
        yield Difference("milestone-steps", *ids, msg("{title}: other steps", title=after.title))
    for message in _requires(before, after, modules, titles):
        yield Difference("milestone-requires", *ids, message)
    if (before.kind, before.target) != (after.kind, after.target):
        was_, then_ = (f"{each.kind.value} {each.target.value}" for each in (before, after))
        said = msg("{title}: {before} → {after}", title=after.title, before=was_, after=then_)
        yield Difference("milestone-kind", *ids, said)


def _due(milestone: Milestone) -> Value:
    return milestone.by_date or msg("month {month}", month=milestone.by_month or 0)
