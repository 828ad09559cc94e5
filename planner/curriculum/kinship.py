"""Which module or milestone of one version of a curriculum became which of another, by ids and `renamed_from`."""

from collections.abc import Mapping, Sequence
from typing import Generic, Protocol, TypeVar


class Renamable(Protocol):
    """What has an id, and perhaps had others."""

    @property
    def id(self) -> str:
        """Its id now."""

    @property
    def renamed_from(self) -> tuple[str, ...]:
        """Its ids in earlier versions, or those of what it is a part of."""


T = TypeVar("T", bound=Renamable)


class Kinship(Generic[T]):
    """Pairs what stays or is only renamed (`same`), and knows what is new, gone, split and merged."""

    def __init__(self, old: Sequence[T], new: Sequence[T]) -> None:
        self._old = {item.id: item for item in old}
        self._new = {item.id: item for item in new}
        self.sources = {item.id: self._sources(item) for item in new}
        self._now: dict[str, tuple[str, ...]] = {}
        for name, sources in self.sources.items():
            for source in sources:
                self._now[source] = (*self._now.get(source, ()), name)
        self.gone = [name for name in self._old if name not in self._now]
        self.new = [name for name, sources in self.sources.items() if not sources]
        self.split = [(name, parts) for name, parts in self._now.items() if len(parts) > 1]
        self.merged = [(sources, name) for name, sources in self.sources.items() if len(sources) > 1]
        pairs = [(sources[0], name) for name, sources in self.sources.items() if self._is_single(sources)]
        self.renamed = [(before, after) for before, after in pairs if before != after]
        self.same = [(self._old[before], self._new[after]) for before, after in pairs]

    def _sources(self, item: T) -> tuple[str, ...]:
        names = dict.fromkeys((item.id, *item.renamed_from))
        return tuple(name for name in names if name in self._old)

    def _is_single(self, sources: tuple[str, ...]) -> bool:
        return len(sources) == 1 and len(self._now[sources[0]]) == 1

    def after(self, name: str) -> T:
        """Return what an id means in the new version."""
        return self._new[name]

    def before(self, name: str) -> Sequence[T]:
        """Return what a new thing was in the old version; nothing when it is new."""
        return [self._old[source] for source in self.sources[name]]

    def now(self, name: str) -> tuple[str, ...]:
        """Return the new ids of an old one: itself when it is unknown here, as a choice is."""
        return self._now.get(name, (name,))

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """The new ids of each old one that is not gone."""
        return self._now
