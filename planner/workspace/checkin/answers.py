"""The answers of `checkin --answers FILE`: YAML with every problem at line and column.

Imported only when such a file is read, since it needs pydantic.
"""

from datetime import date
from typing import Annotated

from pydantic import Field

from planner.curriculum.model import Curriculum
from planner.documents.document import Document, Path
from planner.documents.fields import Day, Ident, Record, whole_schema
from planner.documents.fields import Read as Reads
from planner.documents.reading import read_document
from planner.documents.validation import validate
from planner.documents.values import text, whole
from planner.documents.wrong import shown, wrong
from planner.journal.model import Evidence
from planner.problems import Problem
from planner.text.durations import parse_minutes
from planner.text.messages import Message, msg
from planner.workspace.checkin.proposing import CheckInAnswers
from planner.workspace.names import unknown_milestone, unknown_module
from planner.workspace.opening import Opened

_MOST_TEAMS = 10_000_000


def _length(value: object) -> int:
    """Read a length of time; unlike a session's it may be nothing."""
    minutes = parse_minutes(value) if isinstance(value, str) else 0 if value == 0 else None
    if minutes is None:
        raise wrong(msg("{given} is not a length of time; write 30m, 2h or 1h30m", given=shown(value)))
    return minutes


def _free_text(value: object) -> str:
    """Read a text; a number is taken as it is written."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else text(value)


Length = Annotated[int, Reads(_length)]
FreeText = Annotated[str, Reads(_free_text)]
Count = Annotated[int, Reads(whole(1, _MOST_TEAMS), whole_schema(1, _MOST_TEAMS))]


class EvidenceRecord(Record):
    """What shows a result."""

    url: FreeText | None = None
    metric: FreeText | None = None
    rank: Count | None = None
    teams: Count | None = None


class AnswersRecord(Record):
    """The answers as they are written."""

    day: Day | None = Field(None, examples=["2026-12-06"])
    hours: dict[Ident, Length] = Field({})
    remaining: dict[Ident, Length] = Field({})
    done: list[Ident] = Field([])
    milestones: dict[Ident, EvidenceRecord] = Field({})
    time_off: list[Day] = Field([])
    note: FreeText | None = None


def read_answers(
    text: bytes | str, file: str, opened: Opened | None = None
) -> tuple[CheckInAnswers | None, tuple[Problem, ...]]:
    """Read the YAML of `checkin --answers`; with the opened plan, ids that it does not have are problems too."""
    document, problems = read_document(text, file)
    if document is None:
        return None, problems
    record, invalid = validate(AnswersRecord, document)
    problems = (*problems, *invalid)
    if record is not None and opened is not None:
        problems = (*problems, *_unknown(record, opened.curriculum, document))
    if problems or record is None:
        return None, problems
    return _answers(record), ()


def _answers(record: AnswersRecord) -> CheckInAnswers:
    return CheckInAnswers(
        day=record.day,
        hours=dict(record.hours),
        remaining=dict(record.remaining),
        done=tuple(dict.fromkeys(record.done)),
        milestones={
            name: Evidence(each.url or "", each.metric or "", each.rank, each.teams)
            for name, each in record.milestones.items()
        },
        time_off=tuple(sorted(set[date](record.time_off))),
        note=record.note or "",
    )


def _unknown(record: AnswersRecord, curriculum: Curriculum, document: Document) -> list[Problem]:
    modules = curriculum.by_id()
    milestones = [milestone.id for milestone in curriculum.milestones]
    found: list[tuple[Message, Path, bool]] = []
    for key, names in (("hours", record.hours), ("remaining", record.remaining)):
        found += [(unknown_module(name, modules), (key, name), True) for name in names if name not in modules]
    found += [
        (unknown_module(name, modules), ("done", index), False)
        for index, name in enumerate(record.done)
        if name not in modules
    ]
    found += [
        (unknown_milestone(name, milestones), ("milestones", name), True)
        for name in record.milestones
        if name not in milestones
    ]
    return [document.problem(message, path, key=key) for message, path, key in found]
