"""Modules that were merged: which old ones must be finished, and what remained of them together.

Invariant: old names that were never in one plan together are names of one module at different times (a chain of
renames), or alternatives; those that were, are modules of their own, and all of them must be finished.
"""

from collections.abc import Iterator, Mapping, Sequence

from planner.journal.model import Event

Targets = Mapping[str, tuple[str, ...]]


class Merges:
    """Follows the old names through the events, in order; `targets` are the new ids of each old one."""

    def __init__(self, targets: Targets, live: Sequence[Event]) -> None:
        self._targets = targets
        plans = [
            (place, frozenset(_modules_of(event))) for place, event in enumerate(live) if event.kind == "plan"
        ]
        self._merged = {
            new: _Merged(new, _old_names(targets, new), plans) for new in _several(targets, plans)
        }
        self._sources = {**targets} | {
            new: (new,) for new, merged in self._merged.items() if new in merged.names
        }

    def done(self, module: str, place: int) -> Iterator[str]:
        """Return the modules of now that are finished once `module` is, by the event at a place."""
        for name in self._sources.get(module, (module,)):
            merged = self._merged.get(name)
            if merged is None or merged.finish(module, place):
                yield name

    def studied(self, module: str, minutes: int) -> None:
        """Note that time was studied."""
        for name in self._sources.get(module, ()):
            if name in self._merged:
                self._merged[name].studied(module, minutes)

    def remaining(self, remaining: Mapping[str, int], place: int) -> dict[str, int]:
        """Return the learner's own estimates by the modules of now; what is known of a part only is left out.

        What was split keeps its name.
        """
        told: dict[str, int] = {}
        for module, minutes in remaining.items():
            names = self._sources.get(module, (module,))
            name = names[0] if len(names) == 1 else module
            merged = self._merged.get(name)
            together = minutes if merged is None else merged.estimate(module, minutes, place)
            if together is not None:
                told[name] = together
        return told


class _Merged:
    """A module of several old ones; `names` are those that it takes to finish it."""

    def __init__(self, new: str, old: Sequence[str], plans: Sequence[tuple[int, frozenset[str]]]) -> None:
        groups = [names & {*old, new} for _, names in plans]
        planned = frozenset(name for group in groups for name in group)
        self._together = {
            name: {other for group in groups if name in group for other in group} for name in planned
        }
        own = new in planned and len(self._together[new]) > 1
        self.names = [name for name in (*old, *((new,) if own else ())) if name in planned] or list(old)
        self._new = new
        self._since = _first_without(plans, set(old)) if own else -1
        self._done: set[str] = set()
        self._left: dict[str, int] = {}

    def finish(self, module: str, place: int) -> bool:
        """Note that an old one is finished; tell whether the whole is."""
        if self._is_whole(module, place):
            return True
        self._done.add(module)
        self._left[module] = 0
        return all(self._covered(name, self._done) for name in self.names)

    def _is_whole(self, module: str, place: int) -> bool:
        """Tell whether a name means the module of now, and not what was called so when the old ones were there."""
        return module == self._new and place > self._since

    def _covered(self, name: str, known: set[str]) -> bool:
        """Tell whether a name, or another name that it had at another time, is among the known."""
        if name in known:
            return True
        together = self._together.get(name)
        return together is not None and any(
            other in self._together and other not in together for other in known
        )

    def studied(self, module: str, minutes: int) -> None:
        if module in self._left:
            self._left[module] = max(0, self._left[module] - minutes)

    def estimate(self, module: str, minutes: int, place: int) -> int | None:
        """Note what remained of an old one; return what remained of all, None while that is not known."""
        if self._is_whole(module, place):
            return minutes
        self._left[module] = minutes
        known = set(self._left)
        if not all(self._covered(name, known) for name in self.names):
            return None
        together = self._together.get(module)
        if together is None:
            return sum(self._left.values())
        return sum(left for name, left in self._left.items() if name in together or name == module)


def _several(targets: Targets, plans: Sequence[tuple[int, frozenset[str]]]) -> list[str]:
    """Return the new ids that have several old names, or had their own beside an old one."""
    news = dict.fromkeys(new for names in targets.values() for new in names)
    return [
        new
        for new in news
        if len(old := _old_names(targets, new)) > 1
        or any(new in names and names & set(old) for _, names in plans)
    ]


def _old_names(targets: Targets, new: str) -> list[str]:
    return [old for old, names in targets.items() if new in names]


def _first_without(plans: Sequence[tuple[int, frozenset[str]]], old: set[str]) -> int:
    """Return the place of the first plan after the last one that has an old name; far ahead when there is none."""
    last = max((place for place, names in plans if names & old), default=-1)
    return min((place for place, _ in plans if place > last), default=1 << 60)


def _modules_of(event: Event) -> Iterator[str]:
    """Return the modules of an accepted plan's rows, without trusting them."""
    for row in event.data["sessions"]:
        if isinstance(row, list) and len(row) > 1 and isinstance(row[1], str):
            yield row[1]
