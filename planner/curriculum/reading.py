"""A curriculum's file to a `Curriculum`: a document, validated, checked, and turned into records.

Invariant: there is either a curriculum or at least one problem, never both.
"""

from collections.abc import Sequence
from dataclasses import replace

from planner.curriculum.checks import check
from planner.curriculum.document import CurriculumRecord, ModuleRecord, PhaseRecord, TrackRecord
from planner.curriculum.model import (
    OURS,
    Choice,
    Curriculum,
    Effort,
    Medal,
    Milestone,
    MilestoneKind,
    Module,
    Named,
    Option,
    Phase,
    Priority,
    ReferenceClass,
    Resource,
    Source,
)
from planner.curriculum.reference import Efforts
from planner.curriculum.selection import select
from planner.documents.document import in_order
from planner.documents.reading import read_document
from planner.documents.validation import validate
from planner.problems import Problem
from planner.text.languages import LocalText
from planner.text.messages import msg


def read_curriculum(text: bytes | str, file: str) -> tuple[Curriculum | None, tuple[Problem, ...]]:
    """Read a curriculum's YAML; every problem in the file is returned, in the order of the lines."""
    document, problems = read_document(text, file)
    if document is None:
        return None, problems
    record, invalid = validate(CurriculumRecord, document)
    problems = in_order([*problems, *invalid, *check(document)])
    if problems or record is None:
        return None, problems
    if not any(phase.modules for phase in record.phases):
        nothing = msg("there is nothing to study; write at least one module in a phase")
        return None, (document.problem(nothing, ("phases",), key=True),)
    return _curriculum(record), ()


def _curriculum(record: CurriculumRecord) -> Curriculum:
    source = record.source or OURS
    effort = Efforts(record)
    modules = tuple(
        _module(module, phase, source, *effort.of(module))
        for phase in record.phases
        for module in phase.modules
    )
    week = record.stated_week
    curriculum = Curriculum(
        id=record.id,
        title=record.title,
        months=record.months,
        target_minutes=record.target_hours or 0,
        modules=modules,
        phases=tuple(_phase(phase, source) for phase in record.phases),
        choices=_choices(record),
        milestones=_milestones(record, source),
        resources=_resources(record, source),
        tracks=_named(record.tracks, [module.track for module in modules], source),
        skills=_named(record.skills, [skill for module in modules for skill in module.skills], source),
        backgrounds=_named(record.backgrounds, [name for m in modules for name, _ in m.credit], source),
        summary=record.summary,
        source=source,
        stated_minutes_per_week=record.stated_hours_per_week,
        stated_weekday_minutes=week.weekday if week else None,
        stated_day_off_minutes=week.day_off if week else None,
    )
    return curriculum if record.target_hours else _with_target(curriculum)


def _with_target(curriculum: Curriculum) -> Curriculum:
    """Without target hours the target is what the modules with the default options need."""
    total = sum(module.effort.likely for module in select(curriculum, {}).modules)
    return replace(curriculum, target_minutes=total)


def _phase(record: PhaseRecord, source: Source) -> Phase:
    modules = tuple(module.id for module in record.modules)
    return Phase(record.id, record.title, record.months, modules, record.source or source)


def _module(
    record: ModuleRecord, phase: PhaseRecord, source: Source, effort: Effort, reference: ReferenceClass | None
) -> Module:
    return Module(
        id=record.id,
        title=record.title,
        track=record.track,
        phase=phase.id,
        effort=effort,
        requires=_once(record.requires),
        not_before=record.not_before,
        priority=Priority(record.priority),
        skills=_once(record.skills),
        topics=tuple(record.topics),
        resources=_once(record.resources),
        credit=tuple(record.credit.items()),
        source=record.source or phase.source or source,
        reference=reference,
        renamed_from=record.renamed_from,
    )


def _choices(record: CurriculumRecord) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            id=choice.id,
            title=choice.title or LocalText.of(choice.id),
            pick=choice.pick,
            options=tuple(
                Option(name, option.title, _once(option.modules)) for name, option in choice.options.items()
            ),
        )
        for choice in record.choices
    )


def _milestones(record: CurriculumRecord, source: Source) -> tuple[Milestone, ...]:
    return tuple(
        Milestone(
            id=milestone.id,
            title=milestone.title,
            kind=MilestoneKind(milestone.kind),
            requires=_once(milestone.requires),
            by_month=milestone.by if isinstance(milestone.by, int) else None,
            by_date=None if isinstance(milestone.by, int) else milestone.by,
            target=Medal(milestone.target),
            steps=tuple(milestone.steps),
            evidence=_once(milestone.evidence),
            source=milestone.source or source,
            renamed_from=milestone.renamed_from,
        )
        for milestone in record.milestones
    )


def _resources(record: CurriculumRecord, source: Source) -> tuple[Resource, ...]:
    return tuple(
        Resource(item.id, item.title, item.kind, item.cost, item.url or "", item.note, item.source or source)
        for item in record.resources
    )


def _named(records: Sequence[TrackRecord] | None, used: list[str], source: Source) -> tuple[Named, ...]:
    """Return a section's names; without the section, those that the modules use, named by their ids."""
    if records is None:
        return tuple(Named(name, LocalText.of(name), source=source) for name in dict.fromkeys(used))
    return tuple(
        Named(
            id=record.id,
            title=record.title,
            note=getattr(record, "note", None),
            source=getattr(record, "source", None) or source,
            stated_months=getattr(record, "stated_months", None),
        )
        for record in records
    )


def _once(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
