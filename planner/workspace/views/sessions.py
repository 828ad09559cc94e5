"""A session as a screen shows it: its titles, its local times, and what became of it."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from planner.journal.model import Session
from planner.records import dataclass
from planner.text.languages import LocalText
from planner.text.messages import Message, msg
from planner.workspace.opening import Opened

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session with its titles and local times; `status` is done, part, missed, now or planned.

    `given` is how many of the minutes studied belong to it.
    """

    session: Session
    title: LocalText | Message
    topics: tuple[LocalText, ...]
    start: datetime
    end: datetime
    status: str
    given: int = 0


def local(opened: Opened, minute: int) -> datetime:
    """Return the learner's local time of a minute since the epoch."""
    return (_EPOCH + timedelta(minutes=minute)).astimezone(opened.zone)


def topic_titles(opened: Opened, session: Session) -> tuple[LocalText, ...]:
    """Return the titles of a session's topics that the curriculum still has."""
    module = opened.modules.get(session.module or "")
    topics = module.topics if module else ()
    return tuple(topics[index].title for index in session.topics if 0 <= index < len(topics))


def session_title(opened: Opened, session: Session) -> LocalText | Message:
    """Return what a session is called: its module's title, or that it is a review of it."""
    if session.module is None:
        return msg("Buffer")
    title = opened.titles.get(session.module, LocalText.of(session.module))
    return msg("Review: {module}", module=title) if session.kind == "review" else title


def view_session(opened: Opened, session: Session, given: Mapping[str, int]) -> SessionView:
    """Return a session as it stands; `given` are the minutes studied by the session's id."""
    studied = given.get(session.id, 0)
    return SessionView(
        session=session,
        title=session_title(opened, session),
        topics=topic_titles(opened, session),
        start=local(opened, session.start),
        end=local(opened, session.end),
        status=_status(session, studied, int(opened.now.timestamp()) // 60),
        given=studied,
    )


def _status(session: Session, studied: int, now: int) -> str:
    if session.kind == "buffer":
        return "planned" if session.start > now else "now" if session.end > now else "done"
    if studied >= session.minutes or (studied and session.kind == "review"):
        return "done"
    if session.end <= now:
        return "part" if studied else "missed"
    return "now" if session.start <= now else "planned"
