"""What can be saved of a damaged journal: for each line and each missing event, where it is whole.

Invariant: nothing is written, and an event counts as whole only when a line with its right checksum was found.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from planner.journal.checks.check import Report
from planner.journal.checks.counts import SHORTER, apart, count_by_device, shortage
from planner.journal.checks.damage import WholeLines, line_digest, whole_inside
from planner.journal.checks.explaining import explaining_none
from planner.journal.checks.references import REFERENCE
from planner.journal.events import decode, encode
from planner.journal.model import Event
from planner.journal.reading import DAMAGED, TORN
from planner.problems import Problem
from planner.records import dataclass
from planner.text.messages import Message, msg, msg_n
from planner.workspace.context import Context


@dataclass(frozen=True, slots=True)
class Saved:
    """A whole line with an event that the journal has not, and the name of the backup that it is from.

    The name is empty for an event within a damaged line.
    """

    event: Event
    line: bytes
    backup: str = ""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What there is to say and to do: `back` are lines to bring back, by event.

    `lines`, `events` and `counts` are what is given up: lines by digest, events by id, how many each machine had;
    `lost` is the number of events that are nowhere.
    """

    problems: tuple[Problem, ...] = ()
    unfinished: tuple[Problem, ...] = ()
    back: Mapping[str, Saved] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    lost: int = 0

    @property
    def gives_up(self) -> bool:
        """Tell whether there is something that mending would tell no more."""
        return bool(self.lines or self.events or self.counts)

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to mend."""
        return not self.back and not self.gives_up


def find_rescue(context: Context, report: Report, remembered: Mapping[str, int]) -> Rescue:
    """Look for what is damaged or missing in the journal's other lines and in all backups."""
    short = shortage(remembered, count_by_device(report.events))
    if not report.problems and not short:
        return Rescue()
    search = _Search(report, _saved(context, report))
    left, problems = apart(_besides(short, search), report.problems, remembered, search.idle)
    unfinished = [_harmless(each) for each in report.problems if each.key == TORN and each not in problems]
    said = tuple(search.explained(each) for each in problems)
    gone = tuple(search.say_gone(device, count, short[device]) for device, count in left.items() if count > 0)
    back = search.back(short)
    there = count_by_device([*report.events, *(each.event for each in back.values())])
    lost = shortage({device: remembered[device] for device in short}, there)
    named = {dict(each.message.values)["id"] for each in report.problems if each.key == REFERENCE}
    damaged = [each for each in report.problems if each.key != REFERENCE]
    return Rescue(
        problems=(*said, *gone),
        unfinished=tuple(unfinished),
        back=back,
        lines=tuple(dict.fromkeys(line_digest(report.raw[each.file, each.line]) for each in damaged)),
        events=tuple(sorted(str(id_) for id_ in named if id_ not in back)),
        counts={device: remembered[device] for device in lost},
        lost=max(sum(lost.values()), len(named - back.keys())),
    )


def _harmless(problem: Problem) -> Problem:
    text = msg(
        "{damage}: the program was stopped while saving, and nothing that was saved is missing",
        damage=problem.message,
    )
    return replace(problem, message=text)


def _besides(short: Mapping[str, int], search: "_Search") -> dict[str, int]:
    """Leave out of what is missing all but the first event within a damaged line, which stands for the line."""
    left = dict(short)
    for line in search.report.raw.values():
        for id_ in [id_ for id_ in whole_inside(line) if id_ in search.saved][1:]:
            device = search.saved[id_].event.device
            left[device] = left.get(device, 0) - 1
    return left


def _saved(context: Context, report: Report) -> dict[str, Saved]:
    """Return what the journal has not and a backup or a damaged line has, by id, from the newest backup first."""
    from planner.workspace.backup.archive import DamagedBackupError, read_backup
    from planner.workspace.backup.making import list_backups
    from planner.workspace.backup.picture import event_lines

    found: dict[str, Saved] = {}
    for raw in report.raw.values():
        for id_, line in whole_inside(raw).items():
            event = decode(line)
            if isinstance(event, Event):
                found.setdefault(id_, Saved(event, line))
    begun = min((each.at for each in report.events if _is_first_plan(each)), default=None)
    for backup in list_backups(context)[0]:
        try:
            lines = event_lines(read_backup(backup.path)[1])
        except (DamagedBackupError, OSError):
            continue
        for id_, (event, line) in lines.items():
            if begun is None or event.at >= begun:  # an earlier plan of this folder is another story
                found.setdefault(id_, Saved(event, line, backup.name))
    return {id_: each for id_, each in found.items() if id_ not in report.whole}


def _damaged(report: Report) -> dict[tuple[str, int], bytes]:
    places = [(each.file, each.line) for each in report.problems if each.key in {DAMAGED, TORN}]
    return {place: report.raw[place] for place in places}


def _is_first_plan(event: Event) -> bool:
    return event.kind == "plan" and not event.data.get("previous")


class _Search:
    """What was found so far of what is damaged; `told` are the events that some damaged line was."""

    def __init__(self, report: Report, saved: Mapping[str, Saved]) -> None:
        self.report, self.saved = report, saved
        lines = {each.id: encode(each) for each in report.events}
        self._lines = WholeLines(lines | {id_: each.line for id_, each in saved.items()})
        self._told: set[str] = set()
        self.idle = explaining_none(_damaged(report), self._lines, report.whole)

    def explained(self, problem: Problem) -> Problem:
        """Add to a problem what can be saved."""
        if problem.key == REFERENCE:
            rescue = self._where(str(dict(problem.message.values)["id"]))
        elif problem.key in {DAMAGED, TORN}:
            rescue = self._what_was(self.report.raw[problem.file, problem.line])
        else:
            return problem
        return replace(problem, message=msg("{damage}; {rescue}", damage=problem.message, rescue=rescue))

    def say_gone(self, device: str, left: int, short: int) -> Problem:
        """Say how many events of a machine are gone without a damaged line, and which backup has them."""
        found = [each for id_, each in self._missing({device: short}).items() if id_ not in self._told]
        named = Counter(each.backup for each in found if each.backup).most_common(1)
        gone = msg_n("{count} event that was here is gone", "{count} events that were here are gone", left)
        if named:
            name, count = named[0]
            rescue = (
                msg("the backup {name} has {count} of them", name=name, count=count)
                if count < left
                else msg("the backup {name} has all of that", name=name)
            )
        else:
            rescue = msg("no backup has that: look into the history of your sync tool or of git")
        message = msg("{damage}; {rescue}", damage=gone, rescue=rescue)
        return Problem(message, file=f"journal/{device}.jsonl", key=SHORTER)

    def back(self, short: Mapping[str, int]) -> dict[str, Saved]:
        """Return what is to be brought back, in the order in which it happened."""
        found = {id_: self.saved[id_] for id_ in self._told if id_ in self.saved} | self._missing(short)
        return dict(sorted(found.items(), key=lambda item: (item[1].event.at, item[0])))

    def _missing(self, short: Mapping[str, int]) -> dict[str, Saved]:
        return {id_: each for id_, each in self.saved.items() if each.event.device in short}

    def _what_was(self, line: bytes) -> Message:
        inside = whole_inside(line)
        if inside:
            self._told |= inside.keys()
            if all(id_ in self.report.whole for id_ in inside):
                return self._where(next(iter(inside)))
            return msg_n(
                "{count} event can be read out of it", "{count} events can be read out of it", len(inside)
            )
        id_ = self._lines.which(line)
        return self._where(id_) if id_ else msg("nothing tells which event it was")

    def _where(self, id_: str) -> Message:
        """Say where an event is whole, and remember that it is the one that was asked for."""
        self._told.add(id_)
        if id_ in self.report.whole:
            file, number = self.report.whole[id_]
            return msg("nothing is lost: {file}:{line} has it whole", file=file, line=str(number))
        if id_ in self.saved:
            name = self.saved[id_].backup
            return msg("the backup {name} has it", name=name) if name else msg("another damaged line has it")
        return msg("neither another file of the journal nor a backup has it")


def sources(back: Iterable[Saved]) -> dict[str, int]:
    """Count what is brought back by the backup that it is from; the empty name is that of damaged lines."""
    return dict(Counter(each.backup for each in back))
