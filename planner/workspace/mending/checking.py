"""A check of the plan folder: every line of the journal, what went missing, and what can be saved of it.

Invariant: nothing is written, and a broken YAML file does not keep the journal from being checked.
"""

from planner.journal.checks.check import Report
from planner.journal.checks.check import check_journal as check_lines
from planner.journal.checks.clashes import accepted_apart, counted_once, dated_ahead
from planner.journal.checks.counts import count_by_device
from planner.journal.checks.damage import given_up
from planner.journal.fold import fold
from planner.problems import DataError, Problem
from planner.records import dataclass
from planner.workspace.context import Context
from planner.workspace.device import remembered_counts
from planner.workspace.mending.openness import open_to_others
from planner.workspace.mending.rescue import Rescue, find_rescue
from planner.workspace.mending.strays import stray_files
from planner.workspace.opening import Opened, has_plan, open_plan
from planner.workspace.undoing.settings import undone_but_there


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: `problems` may have cost something, `notices` did not, `given_up` was let go.

    `opened` is None when the plan cannot be opened; then its problems are among `problems`.
    """

    opened: Opened | None
    report: Report
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]
    given_up: tuple[Problem, ...]
    rescue: Rescue


def check_journal(context: Context) -> Checked:
    """Check every line of the journal; raises `DataError` when there is none, or when it cannot be read at all."""
    opened, broken = _open(context)
    modules = milestones = None
    if opened is not None:
        names = opened.journal.renaming
        modules = {*opened.curriculum.by_id(), *(names.modules if names else ())}
        milestones = {milestone.id for milestone in opened.curriculum.milestones}
        milestones |= set(names.milestones if names else ())
    report = check_lines(context.home, modules, milestones)
    counts, owed = count_by_device(report.events), given_up(report.events).owed
    rescue = find_rescue(context, report, remembered_counts(context, counts, owed))
    notices = (
        *rescue.unfinished,
        *report.notices,
        *dated_ahead(report.events, report.whole, context.now),
        *accepted_apart(fold(report.events), report.whole),
        *counted_once(report.events, report.whole),
        *undone_but_there(context, report.events),
        *stray_files(context.home),
        *open_to_others(context.home),
    )
    return Checked(opened, report, (*broken, *rescue.problems), notices, report.given_up, rescue)


def _open(context: Context) -> tuple[Opened | None, tuple[Problem, ...]]:
    try:
        return open_plan(context), ()
    except DataError as error:
        if not has_plan(context):
            raise
        return None, error.problems
