"""The check-in in words: its week, and one line for each module, milestone and day that it asks about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.learner.windows import monday
from planner.text.dates import say_day
from planner.text.durations import say_minutes
from planner.text.messages import KeyOf, Message, Minutes, Translator, msg
from planner.workspace.checkin.proposing import CheckInAnswers, CheckInDraft, CheckInRow
from planner.workspace.opening import Opened
from tui.wording.days import say_days
from tui.wording.figures import hours, of_hours

STEPS = HOURS, FINISHED, EVIDENCE, AHEAD, CHANGE = ("hours", "finished", "evidence", "ahead", "change")
STEP_MINUTES = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One line to mark: what, its figures, the mark, and a remark at the end."""

    id: str
    what: str
    figures: str
    marked: bool
    mark: str
    remark: str


def week_title(draft: CheckInDraft, opened: Opened) -> str:
    """Say the week: `week 10, 1–7 Feb`; one before the plan begins has no number."""
    t, last = opened.t, draft.week + timedelta(days=6)
    number = (draft.week - monday(opened.plan.start)).days // 7 + 1
    days = say_days(draft.week, last, t.language)
    return t(msg("week {number}, {days}", number=number, days=days)) if number > 0 else days


def place_of(step: str, steps: Sequence[str], t: Translator) -> str:
    """Say which of the steps it is, and its name: `2 of 4 · finished?`; the change comes after the last one."""
    names = {
        HOURS: msg("hours"),
        FINISHED: msg("finished?"),
        EVIDENCE: msg("milestones"),
        AHEAD: msg("days off"),
        CHANGE: msg("the change"),
    }
    if step == CHANGE:
        return t(names[step])
    number = msg("{step} of {steps}", step=steps.index(step) + 1, steps=len(steps) - 1)
    return f"{t(number)} · {t(names[step])}"


def is_answered(draft: CheckInDraft, answers: CheckInAnswers) -> bool:
    """Tell whether anything is answered that a check-in does not begin with."""
    reported = {row.module: row.reported for row in draft.rows}
    typed = any(minutes != reported.get(name, 0) for name, minutes in answers.hours.items())
    other = (answers.remaining, answers.done, answers.milestones, answers.time_off, answers.note)
    return typed or any(other)


def hours_figures(row: CheckInRow, t: Translator) -> str:
    """Say what was planned and what is logged."""
    logged = of_hours(row.logged, row.planned) if row.planned else Minutes(row.logged)
    return t(msg("logged: {hours}", hours=logged))


def hours_total(draft: CheckInDraft, added: int) -> Message:
    """Say what the week comes to with what is added, of what was planned."""
    logged, planned = sum(row.logged for row in draft.rows), sum(row.planned for row in draft.rows)
    whole = of_hours(logged + added, planned) if planned else Minutes(logged + added)
    if not added:
        return msg("the week: {hours}", hours=whole)
    return msg("the week: {hours}, {added} of it added here", hours=whole, added=Minutes(added))


def missed_said(
    draft: CheckInDraft, before: date | None, after: date | None, opened: Opened, t: Translator
) -> str:
    """Say which other week waits for a check-in, and the key that leads there; the later one first."""
    if after is not None:
        week, key = after, KeyOf("missed_after")
    elif before is not None:
        week, key = before, KeyOf("missed_before")
    else:
        return ""
    days = week_title(replace(draft, week=week), opened)
    return t(msg("No check-in yet: {week}. {key} goes there.", week=days, key=key))


def to_go(row: CheckInRow, answers: CheckInAnswers) -> int:
    """Return the minutes still to do, with the hours reported now, or as the learner says."""
    if row.module in answers.remaining:
        return answers.remaining[row.module]
    return max(0, row.remaining + row.reported - answers.hours.get(row.module, 0))


def turned(row: CheckInRow, answers: CheckInAnswers, step: int) -> CheckInAnswers:
    """Return the answers with the learner's own estimate moved by half hours; what has hours to go is not finished."""
    left = -(-to_go(row, answers) // STEP_MINUTES) * STEP_MINUTES
    remaining = {**answers.remaining, row.module: max(0, left + step * STEP_MINUTES)}
    done = tuple(each for each in answers.done if each != row.module)
    return replace(answers, remaining=remaining, done=done)


def with_done(answers: CheckInAnswers, done: Iterable[str]) -> CheckInAnswers:
    """Return the answers with these modules finished; what is finished has no hours to go."""
    done = tuple(done)
    remaining = {module: left for module, left in answers.remaining.items() if module not in done}
    return replace(answers, remaining=remaining, done=done)


def finished_line(row: CheckInRow, answers: CheckInAnswers, opened: Opened) -> Line:
    """Say how far a module is, and ask whether it is finished."""
    t = opened.t
    plan = next((each for each in opened.plan.modules if each.id == row.module), None)
    took = (plan.done if plan else 0) - row.reported + answers.hours.get(row.module, 0)
    effort = plan.effort if plan else took
    marked = row.module in answers.done
    return Line(
        id=row.module,
        what=t(row.title),
        figures=t(of_hours(took, effort)),
        marked=marked,
        mark=t(msg("finished")),
        remark=t(_took(took, effort) if marked else msg("{time} to go", time=_left(to_go(row, answers)))),
    )


def _took(took: int, effort: int) -> Message:
    if took < effort:
        return msg("{time} less than planned", time=_hours(effort - took))
    if took > effort:
        return msg("{time} more than planned", time=_hours(took - effort))
    return msg("as planned")


def _left(minutes: int) -> Message:
    """Say what is left; half of a tenth goes down, since that of what is done went up."""
    return _hours(max(1, minutes - 1) if minutes else 0)


def _hours(minutes: int) -> Message:
    """Say a length as the figures beside it do."""
    return msg("{hours} h", hours=hours(minutes))


def milestone_lines(draft: CheckInDraft, answers: CheckInAnswers, t: Translator) -> tuple[Line, ...]:
    """Say the milestones that are due, and what shows those that are reached."""
    lines = []
    for row in draft.milestones:
        evidence = answers.milestones.get(row.plan.id)
        shown = [evidence.metric, evidence.url] if evidence else []
        if evidence and evidence.rank and evidence.teams:
            shown.insert(0, f"{evidence.rank:,}/{evidence.teams:,}")
        due = t(msg("due {day}", day=say_day(row.plan.due, t.language, year=False)))
        remark = "  ".join(part for part in shown if part)
        title = t(row.milestone.title)
        lines.append(Line(row.plan.id, title, due, evidence is not None, t(msg("reached")), remark))
    return tuple(lines)


def days_ahead(draft: CheckInDraft, today: date) -> tuple[date, ...]:
    """Return the days that can be taken off: from tomorrow to the end of the week after the check-in's."""
    first = max(today, draft.day) + timedelta(days=1)
    last = max(draft.week + timedelta(days=13), monday(first) + timedelta(days=6))
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def day_lines(days: tuple[date, ...], answers: CheckInAnswers, opened: Opened) -> tuple[Line, ...]:
    """Say the days ahead with their planned hours, and ask which are off."""
    t = opened.t
    planned = _planned(opened)
    known = opened.progress.time_off
    return tuple(
        Line(
            id=day.isoformat(),
            what=say_day(day, t.language, year=False, weekday=True),
            figures=say_minutes(planned[day], t.language) if day in planned else "·",
            marked=day in answers.time_off or day in known,
            mark=t(msg("off")),
            remark=t(msg("off already")) if day in known else "",
        )
        for day in days
    )


def _planned(opened: Opened) -> Mapping[date, int]:
    planned: dict[date, int] = {}
    for session in opened.plan.sessions:
        if session.kind == "study":
            planned[session.day] = planned.get(session.day, 0) + session.minutes
    return planned


def asked(name: str, *, empty: bool) -> tuple[Message, Message]:
    """Return a step's question, and what its keys do; `empty` when no session was planned in the week."""
    nothing, something = (
        msg("No session was planned this week. What did you study?"),
        msg("What did you study besides what is logged?"),
    )
    questions = {
        HOURS: nothing if empty else something,
        FINISHED: msg("What is finished, and how much is left of the rest?"),
        EVIDENCE: msg("Which milestones are reached?"),
        AHEAD: msg("Which days will be off?"),
        CHANGE: msg("This is what changes."),
    }
    mark, forward = KeyOf("mark"), KeyOf("forward")
    hints = {
        HOURS: msg("Type 2h or 45m where something is missing; {forward} goes on.", forward=forward),
        FINISHED: msg(
            "{mark} marks as finished, ← and → change the hours to go; {forward} goes on.",
            mark=mark,
            forward=forward,
        ),
        EVIDENCE: msg(
            "{mark} marks one and asks what shows it; {forward} goes on.", mark=mark, forward=forward
        ),
        AHEAD: msg(
            "{mark} marks a day off, Tab goes to the note; {forward} shows the change.",
            mark=mark,
            forward=forward,
        ),
        CHANGE: msg(
            "Nothing is recorded yet: {forward} accepts, {back} goes back, {undo} takes it back later.",
            forward=forward,
            back=KeyOf("back"),
            undo=KeyOf("undo"),
        ),
    }
    return questions[name], hints[name]


def choosing() -> Message:
    """Return what the keys do on the choice of another module."""
    return msg("← and → choose a module, or type how its name begins; ↓ goes to its hours.")
