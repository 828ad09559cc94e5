"""What became of what is over: sessions, days and weeks, as reasons of an explanation."""

from datetime import date, timedelta

from planner.journal.model import Session
from planner.learner.windows import monday
from planner.schedule.why.model import Reason
from planner.text.messages import Message, Minutes, msg
from planner.workspace.opening import Opened
from planner.workspace.views.history import sessions_between
from planner.workspace.views.sessions import SessionView


def past_session(opened: Opened, session: Session) -> list[Reason]:
    """Say what became of a session that is over."""
    views = sessions_between(opened, session.day, session.day)
    view = next((each for each in views if each.session.id == session.id), None)
    return [Reason(view.status, became(view), view.given)] if view is not None else []


def past_day(opened: Opened, day: date) -> list[Reason]:
    """Say what became of a day's sessions that are over, and what else was studied on it."""
    over = [view for view in sessions_between(opened, day, day) if view.end <= opened.now]
    found = [
        Reason(
            view.status,
            msg(
                "“{module}” ({id}). {what}",
                module=view.title,
                id=view.session.id,
                what=became(view),
            ),
            view.given,
            ids=(view.session.id,),
        )
        for view in over
        if view.session.kind != "buffer"
    ]
    studied = sum(entry.minutes for entry in opened.shown.logs if entry.day == day)
    if studied:
        text = msg("{minutes} of study are recorded for the day.", minutes=Minutes(studied))
        found.append(Reason("studied", text, studied))
    elif day < opened.now.date():
        found.append(Reason("studied", msg("Nothing is recorded for the day."), 0))
    return found


def past_week(opened: Opened, first: date) -> list[Reason]:
    """Say what was planned in the part of a week that is over, and what was studied."""
    if first > monday(opened.now.date()):
        return []
    views = sessions_between(opened, first, first + timedelta(days=6))
    planned = sum(v.session.minutes for v in views if v.end <= opened.now and v.session.kind != "buffer")
    studied = sum(entry.minutes for entry in opened.shown.logs if entry.week == first)
    values = {"planned": Minutes(planned), "studied": Minutes(studied)}
    text = msg("So far {studied} were studied, of {planned} planned until now.", **values)
    if first + timedelta(days=7) <= opened.now.date():
        text = msg("It is over: {studied} were studied, of {planned} planned.", **values)
    return [Reason("studied", text, studied)]


def became(view: SessionView) -> Message:
    """Say what became of a session."""
    planned, given = Minutes(view.session.minutes), Minutes(view.given)
    if view.session.kind == "buffer":
        return msg("It was buffer, and is over.")
    if view.session.kind == "review":
        if view.given:
            return msg("It was a review, and {given} of it are recorded.", given=given)
        return msg("It was a review, and nothing is recorded for it: it comes back when there is time.")
    if view.status == "done":
        return msg("You studied it as planned: {planned}.", planned=planned)
    if view.status == "part":
        return msg(
            "{given} of its {planned} were studied. The rest is not lost: a new plan gives it another place.",
            given=given,
            planned=planned,
        )
    return msg(
        "It was missed: nothing of its {planned} is recorded. "
        "The work is not lost: a new plan gives it another place.",
        planned=planned,
    )
