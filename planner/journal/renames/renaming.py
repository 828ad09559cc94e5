"""What happened under names that the curriculum has given up, told in the names that it has now.

Invariant: the journal is left alone, and no minute studied is lost or doubled. A module that was renamed keeps all
that it had; the parts of one that was split share it; one that was merged out of several adds it up.
"""

from collections.abc import Iterable, Mapping, Sequence

from planner.curriculum.model import Curriculum, Milestone, Module
from planner.journal.logs import Entry
from planner.journal.model import Event
from planner.journal.renames.merging import Merges
from planner.journal.renames.splitting import Splits
from planner.records import dataclass

_MILESTONES = {"step", "attempt", "reached", "reopened"}
_WISHES = {"module-dropped", "module-restored", "first"}
Targets = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Renaming:
    """What each old id of a module or a milestone is called now: several ids, in the file's order, when it was split.

    `efforts` are the minutes of the modules that have an old id. Two that are equal give the same progress.
    """

    modules: Targets
    milestones: Targets
    efforts: Mapping[str, int]


def renaming_of(curriculum: Curriculum) -> Renaming | None:
    """Return what a curriculum renamed; None where it is nothing."""
    modules, milestones = _targets(curriculum.modules), _targets(curriculum.milestones)
    if not modules and not milestones:
        return None
    efforts = {module.id: module.effort.likely for module in curriculum.modules if module.renamed_from}
    return Renaming(modules, milestones, efforts)


def _targets(items: Iterable[Module | Milestone]) -> dict[str, tuple[str, ...]]:
    targets: dict[str, tuple[str, ...]] = {}
    for item in items:
        for old in item.renamed_from:
            targets[old] = (*targets.get(old, ()), item.id)
    return targets


def rename_events(live: Sequence[Event], renaming: Renaming) -> list[Event]:
    """Return events in the names of now; `live` are the usable events that are not void, in order.

    Time studied on a module that was split keeps the old name, for `Splits` to share out.
    """
    names = _Names(renaming, live)
    return [each for place, event in enumerate(live) for each in names.renamed(event, place)]


class _Names:
    """Knows what the events of each kind become."""

    def __init__(self, renaming: Renaming, live: Sequence[Event]) -> None:
        self._modules, self._milestones = renaming.modules, renaming.milestones
        self._merges = Merges(renaming.modules, live)
        self._ways = {
            "checkin": self._checkin,
            "log": self._log,
            "log-amended": self._amended,
            "done": self._done,
            "estimate": self._estimate,
            "started": self._started,
            "module-added": self._added,
            **dict.fromkeys(_MILESTONES, self._milestone),
            **dict.fromkeys(_WISHES, self._wish),
        }

    def renamed(self, event: Event, place: int) -> Iterable[Event]:
        """Return what an event becomes: itself mostly, one for each part of what was split, or nothing."""
        way = self._ways.get(event.kind)
        return way(event, place) if way else (event,)

    def _log(self, event: Event, _place: int) -> Iterable[Event]:
        self._merges.studied(event.data["module"], event.data["minutes"])
        return (_with(event, module=self._single(event.data["module"])),)

    def _amended(self, event: Event, _place: int) -> Iterable[Event]:
        return (
            (_with(event, module=self._single(event.data["module"])),) if "module" in event.data else (event,)
        )

    def _done(self, event: Event, place: int) -> Iterable[Event]:
        return [_with(event, module=name) for name in self._merges.done(event.data["module"], place)]

    def _estimate(self, event: Event, place: int) -> Iterable[Event]:
        told = self._merges.remaining({event.data["module"]: event.data["remaining"]}, place)
        return [_with(event, module=name, remaining=minutes) for name, minutes in told.items()]

    def _started(self, event: Event, _place: int) -> Iterable[Event]:
        return (_with(event, module=self._now(event.data["module"])[0]),)

    def _wish(self, event: Event, _place: int) -> Iterable[Event]:
        return [_with(event, module=name) for name in reversed(self._now(event.data["module"]))]

    def _milestone(self, event: Event, _place: int) -> Iterable[Event]:
        name = event.data["milestone"]
        return [_with(event, milestone=new) for new in self._milestones.get(name, (name,))]

    def _added(self, event: Event, _place: int) -> Iterable[Event]:
        """Leave out a module added by hand that the curriculum has under another name by now."""
        if event.data["module"] in self._modules:
            return ()
        if "requires" not in event.data:
            return (event,)
        return (_with(event, requires=[new for old in event.data["requires"] for new in self._now(old)]),)

    def _checkin(self, event: Event, place: int) -> Iterable[Event]:
        data = event.data
        hours: dict[str, int] = {}
        for module, minutes in data.get("hours", {}).items():
            self._merges.studied(module, minutes)
            name = self._single(module)
            hours[name] = hours.get(name, 0) + minutes
        milestones = data.get("milestones", {}).items()
        done = [name for module in data.get("done", ()) for name in self._merges.done(module, place)]
        told = {
            "hours": hours,
            "remaining": self._merges.remaining(data.get("remaining", {}), place),
            "done": list(dict.fromkeys(done)),
            "milestones": {
                new: each for old, each in milestones for new in self._milestones.get(old, (old,))
            },
        }
        return (_with(event, **{key: value for key, value in told.items() if key in data}),)

    def _now(self, module: str) -> tuple[str, ...]:
        return self._modules.get(module, (module,))

    def _single(self, module: str) -> str:
        """Return the new name of what has one; what was split keeps its name."""
        found = self._now(module)
        return found[0] if len(found) == 1 else module


def _with(event: Event, **changes: object) -> Event:
    if all(event.data.get(key) == value for key, value in changes.items()):
        return event
    data = {**event.data, **changes}
    return Event(event.id, event.at, event.day, event.device, event.kind, data, event.v)


def split_of(renaming: Renaming, entries: Sequence[Entry]) -> Splits | None:
    """Return how the modules that were split share what was studied; None where none was."""
    parts = {old: new for old, new in renaming.modules.items() if len(new) > 1}
    return Splits(parts, renaming.efforts, entries) if parts else None
