"""What the cursor is on as one line of plain text, for other programs."""

from planner.text.dates import say_clock, say_day
from planner.text.messages import Message, Translator, msg
from planner.workspace.opening import Opened
from planner.workspace.views.milestones import milestone_rows
from planner.workspace.views.sessions import local, session_title
from tui.wording.figures import of_hours
from tui.wording.milestones import state_of, word_of

_BETWEEN = "  "


def copied(name: str, opened: Opened, t: Translator) -> str:
    """Return the line about `kind:id`, as `why` names things; nothing when there is no such thing."""
    kind, _, id_ = name.partition(":")
    said = {"session": _session, "milestone": _milestone, "module": _module}.get(kind)
    return said(id_, opened, t) if said else ""


def _session(id_: str, opened: Opened, t: Translator) -> str:
    every = opened.plan.sessions
    session = next((each for each in every if each.id == id_), None)
    if session is None:
        return ""
    start, end = local(opened, session.start), local(opened, session.end)
    day = say_day(session.day, t.language, weekday=True)
    return _BETWEEN.join((day, f"{say_clock(start)}–{say_clock(end)}", t(session_title(opened, session))))


def _milestone(id_: str, opened: Opened, t: Translator) -> str:
    row = next((each for each in milestone_rows(opened) if each.plan.id == id_), None)
    if row is None:
        return ""
    due = t(msg("due {day}", day=row.plan.due))
    return _BETWEEN.join((t(row.milestone.title), due, t(word_of(state_of(row.plan)))))


def _module(id_: str, opened: Opened, t: Translator) -> str:
    plan = next((each for each in opened.plan.modules if each.id == id_), None)
    if plan is None:
        return ""
    done = of_hours(plan.done, plan.effort)
    when: Message | None = msg("until {day}", day=plan.finish) if plan.finish else None
    return _BETWEEN.join((t(opened.titles[id_]), t(done), *([t(when)] if when else [])))
