"""Efforts of modules without hours: a wide range from a reference class, never a figure that seems known.

Invariant: a guess depends on the file alone, is in quarters of an hour, and is never narrower than half to double its
likely figure. The classes, the rule that picks one, and the sources: `curricula/reference-classes.yaml`.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cache, cached_property

from pydantic import Field

from planner.curriculum.bundled import bundled_data
from planner.curriculum.document import CurriculumRecord, From, Hours, KindName, ModuleRecord
from planner.curriculum.model import OURS, Effort, ReferenceClass
from planner.documents.fields import Ident, Local, Record
from planner.documents.reading import read_document
from planner.documents.validation import validate
from planner.problems import DataError

FILE = "reference-classes.yaml"
GENERAL, SIBLINGS = "module", "siblings"
LEAST_SIBLINGS = 5
_NOTHING = Effort(0, 0, 0)
_HALF, _DOUBLE = Fraction(1, 2), Fraction(2)


class ClassRecord(Record):
    """A reference class as it is written; `siblings` alone has no hours."""

    id: Ident
    title: Local
    hours: Hours | None = None
    kinds: list[KindName] = Field(default=[])
    base: int = Field(default=0, ge=0)
    source: From = OURS
    note: Local | None = None


class ClassesRecord(Record):
    """The file of reference classes."""

    classes: list[ClassRecord]


@cache
def reference_classes() -> Mapping[str, ReferenceClass]:
    """Return the reference classes by their ids, in the order of the file."""
    return {
        record.id: ReferenceClass(
            record.id, record.title, record.hours or _NOTHING, record.base, record.source, record.note
        )
        for record in _records()
    }


@cache
def _of_kinds() -> Mapping[str, str]:
    """Return the class of each kind of resource that has one."""
    return {kind: record.id for record in _records() for kind in record.kinds}


@cache
def _records() -> Sequence[ClassRecord]:
    document, problems = read_document(bundled_data(FILE), FILE)
    record, invalid = validate(ClassesRecord, document) if document else (None, ())
    if record is None or problems:
        raise DataError([*problems, *invalid])
    return record.classes


class Efforts:
    """Knows each module's effort: what is written, else a guess with the class that it comes from."""

    def __init__(self, record: CurriculumRecord) -> None:
        self._record = record

    def of(self, module: ModuleRecord) -> tuple[Effort, ReferenceClass | None]:
        """Return a module's effort, and for a guess its reference class."""
        known = _written(module)
        if known:
            return known, None
        found = self._class(module)
        factor = self._by_topics(module) if found.id == SIBLINGS else Fraction(1)
        return _wide(found.effort, factor, sum(topic.minutes for topic in module.topics)), found

    def _class(self, module: ModuleRecord) -> ReferenceClass:
        classes = reference_classes()
        if module.like:
            return classes[module.like]
        if self._siblings:
            return self._siblings
        kinds = (self._kinds.get(name, "") for name in module.resources)
        return classes[next((_of_kinds()[kind] for kind in kinds if kind in _of_kinds()), GENERAL)]

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        return {resource.id: resource.kind for resource in self._record.resources}

    @cached_property
    def _stated(self) -> Sequence[tuple[Effort, int]]:
        """The efforts that are written, each with the number of its module's topics."""
        modules = [module for phase in self._record.phases for module in phase.modules]
        return [(effort, len(module.topics)) for module in modules if (effort := _written(module))]

    @cached_property
    def _siblings(self) -> ReferenceClass | None:
        efforts = [effort for effort, _ in self._stated]
        if len(efforts) < LEAST_SIBLINGS:
            return None
        found = Effort(
            _percentile((effort.low for effort in efforts), 10),
            _percentile((effort.likely for effort in efforts), 50),
            _percentile((effort.high for effort in efforts), 90),
        )
        named = reference_classes()[SIBLINGS]
        return ReferenceClass(SIBLINGS, named.title, found, len(efforts), named.source, named.note)

    @cached_property
    def _usual_topics(self) -> int:
        return _percentile((count for _, count in self._stated), 50)

    def _by_topics(self, module: ModuleRecord) -> Fraction:
        """Return how much more or less a module has than is usual, by its topics; without topics nothing is known."""
        if not module.topics or not self._usual_topics:
            return Fraction(1)
        return min(_DOUBLE, max(_HALF, Fraction(len(module.topics), self._usual_topics)))


def _written(module: ModuleRecord) -> Effort | None:
    """Return what is written: a module's hours, or the sum of its topics' when each of them has hours."""
    if module.hours:
        return module.hours
    minutes = [topic.minutes for topic in module.topics]
    total = sum(minutes)
    return Effort(total, total, total) if minutes and all(minutes) else None


def _percentile(values: Iterable[int], percent: int) -> int:
    """Return the nearest-rank percentile."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def _wide(effort: Effort, factor: Fraction, least: int) -> Effort:
    """Return a range scaled, likely no less than `least`, and no narrower than half to double."""
    likely = max(_quarters(effort.likely * factor), -(-least // 15) * 15)
    low = min(_quarters(effort.low * factor), _quarters(Fraction(likely, 2)))
    return Effort(low, likely, max(_quarters(effort.high * factor), 2 * likely))


def _quarters(minutes: Fraction) -> int:
    """Round down to quarters of an hour, at least one."""
    return max(15, int(minutes // 15) * 15)
