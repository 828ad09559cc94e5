"""What a check-in asks beyond what was planned: other modules, answers kept from before, weeks that were missed.

Invariant: nothing is asked about what the plan does not have.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from planner.learner.windows import monday
from planner.text.languages import LocalText
from planner.workspace.checkin.days import default_day
from planner.workspace.checkin.proposing import CheckInAnswers, CheckInDraft, CheckInRow
from planner.workspace.opening import Opened


def missed_weeks(opened: Opened) -> tuple[date, ...]:
    """Return the Mondays of the weeks before that of the check-in which have none, the earliest first."""
    first, last = monday(opened.profile.start), monday(default_day(opened))
    weeks = (first + timedelta(days=7 * n) for n in range((last - first).days // 7))
    checked = {checkin.week for checkin in opened.shown.checkins}
    return tuple(week for week in weeks if week not in checked)


def other_modules(opened: Opened, draft: CheckInDraft) -> tuple[tuple[str, LocalText], ...]:
    """Return the modules that the draft does not ask about, those that are not finished first."""
    asked = {row.module for row in draft.rows}
    others = [module.id for module in opened.plan.modules if module.id not in asked]
    ordered = sorted(others, key=lambda name: name in opened.progress.done)
    return tuple((name, opened.titles[name]) for name in ordered)


def with_modules(opened: Opened, draft: CheckInDraft, modules: Iterable[str]) -> CheckInDraft:
    """Return the draft with rows for these modules too, as far as the plan has them."""
    asked = {row.module for row in draft.rows}
    remaining = {module.id: module.remaining for module in opened.plan.modules}
    more = tuple(
        CheckInRow(name, 0, 0, remaining[name], opened.titles[name], done=name in opened.progress.done)
        for name in dict.fromkeys(modules)
        if name in remaining and name not in asked
    )
    return replace(draft, rows=(*draft.rows, *more))


def still_asked(draft: CheckInDraft, answers: CheckInAnswers) -> CheckInAnswers:
    """Return answers given earlier, without those to what is not asked any more."""
    rows = {row.module for row in draft.rows}
    due = {row.plan.id for row in draft.milestones}
    return replace(
        answers,
        day=draft.day,
        hours={name: minutes for name, minutes in answers.hours.items() if name in rows},
        remaining={name: minutes for name, minutes in answers.remaining.items() if name in rows},
        done=tuple(name for name in answers.done if name in rows),
        milestones={name: each for name, each in answers.milestones.items() if name in due},
        time_off=tuple(day for day in answers.time_off if day > draft.day),
    )
