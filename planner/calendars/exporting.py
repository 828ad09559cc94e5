"""The plan as a calendar file: every session ever accepted, and the milestones that the plan has.

Invariant: nothing volatile goes in (no moment of exporting, no expected date), so that the bytes change
only with what was accepted, the learner's files and the language.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from planner.calendars.history import MilestoneRevision, Revision, milestone_revision, session_history
from planner.calendars.ics import CalendarEvent, write_calendar
from planner.calendars.wording import Wording
from planner.curriculum.model import Curriculum
from planner.journal.model import Progress
from planner.learner.model import Profile
from planner.problems import fail
from planner.schedule.model import Plan
from planner.text.messages import Translator, msg

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def export_ics(
    plan: Plan,
    curriculum: Curriculum,
    profile: Profile,
    progress: Progress,
    t: Translator,
    *,
    alarm: int | None = None,
) -> bytes:
    """Write the accepted plan as iCalendar; `alarm` is minutes before each session of study or review.

    Raises DataError when no plan was ever accepted: there is nothing with a permanent name yet.
    """
    milestones = milestone_revision(progress)
    if milestones is None:
        raise fail(
            msg("No plan has been accepted yet, so there is nothing to export: run `planner replan` first.")
        )
    wording = Wording(curriculum, t)
    events = [_session(each, wording, alarm) for each in session_history(progress)]
    events += _milestones(plan, curriculum, milestones, wording)
    return write_calendar(events, name=t(curriculum.title), timezone=profile.timezone)


def _session(revision: Revision, wording: Wording, alarm: int | None) -> CalendarEvent:
    """Make a session's event; a buffer is tentative and leaves the time free, and only what is on rings."""
    session = revision.session
    summary, description, categories = wording.session(session)
    buffer = session.module is None
    status = "TENTATIVE" if buffer else "CONFIRMED"
    return CalendarEvent(
        uid=session.uid,
        summary=summary,
        start=_EPOCH + timedelta(minutes=session.start),
        end=_EPOCH + timedelta(minutes=session.end),
        created=revision.created,
        modified=revision.modified,
        sequence=revision.sequence,
        description=description,
        categories=categories,
        status="CANCELLED" if revision.cancelled else status,
        transparent=buffer or revision.cancelled,
        alarm=None if buffer or revision.cancelled else alarm,
    )


def _milestones(
    plan: Plan, curriculum: Curriculum, revision: MilestoneRevision, wording: Wording
) -> Iterator[CalendarEvent]:
    for planned in plan.milestones:
        milestone = curriculum.milestone(planned.id)
        if milestone is None:
            continue
        summary, description, categories = wording.milestone(milestone)
        yield CalendarEvent(
            uid=f"milestone.{planned.id}.{revision.birth}@roadmap-planner",
            summary=summary,
            start=planned.due,
            end=planned.due + timedelta(days=1),
            created=revision.created,
            modified=revision.modified,
            sequence=revision.sequence,
            description=description,
            categories=categories,
            transparent=True,
        )
