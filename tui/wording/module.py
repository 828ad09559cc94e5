"""A module's page in words: labelled lines about it, and a line for each of its sessions."""

from planner.schedule.why.counted import counted
from planner.text.dates import say_clock, say_day
from planner.text.durations import say_minutes
from planner.text.messages import KeyOf, Message, Minutes, Translator, msg
from planner.text.width import pad, width
from planner.workspace.opening import Opened
from planner.workspace.views.module import ModulePage
from planner.workspace.views.plan import DONE
from planner.workspace.views.session_states import state_of_session
from planner.workspace.views.sessions import SessionView
from tui.glyphs import Glyphs
from tui.widgets.session_line import SessionLine
from tui.wording.detail import column, said_resource
from tui.wording.figures import of_hours

Pairs = tuple[tuple[str, str], ...]


def module_pairs(page: ModulePage, opened: Opened, glyphs: Glyphs) -> Pairs:
    """Say everything about a module but its sessions in labelled lines; topics and needs have a box or a tick."""
    t, plan = opened.t, page.row.plan
    homes = [t(title) for title in (page.phase, page.track) if title]
    pairs: list[tuple[Message, str]] = [(msg("part of"), " · ".join(homes))] if homes else []
    pairs.append((msg("studied"), t(of_hours(plan.done, plan.effort))))
    pairs += _dates(page, t)
    pairs += column(msg("topics"), [_boxed(t(title), glyphs, done=done) for title, done in page.topics])
    pairs += column(msg("builds on"), [_boxed(t(title), glyphs, done=done) for title, done in page.requires])
    pairs += column(msg("leads to"), [t(title) for title in page.leads_to])
    pairs += column(msg("with"), [said_resource(each, opened) for each in page.resources])
    return tuple((t(label) if label.text else "", text) for label, text in pairs)


def _boxed(text: str, glyphs: Glyphs, *, done: bool) -> str:
    return f"{glyphs.on if done else glyphs.off} {text}"


def _dates(page: ModulePage, t: Translator) -> list[tuple[Message, str]]:
    """Say when it is finished, and how long it may be put off."""
    row = page.row
    if row.state == DONE:
        return [(msg("finish"), t(msg("finished")))]
    if row.plan.finish is None:
        return [(msg("finish"), t(msg("It has no place in the plan.")))]
    found = [(msg("finish"), say_day(row.plan.finish, t.language, weekday=True))]
    if row.guard is not None:
        day = say_day(row.guard.due, t.language, year=row.guard.due.year != row.plan.finish.year)
        found.append((msg("slack"), say_minutes(max(0, row.guard.slack) // 60 * 60, t.language)))
        due = msg("for {milestone}, due {due}", milestone=row.guard.title, due=day)
        found.append((Message(""), t(due)))
    return found


def session_lines(sessions: tuple[SessionView, ...], t: Translator) -> dict[str, SessionLine]:
    """Say each session, by its id: day and time, its topics, its length, and what became of it, in columns."""
    days = {
        view.session.id: say_day(view.session.day, t.language, weekday=True, year=False) for view in sessions
    }
    lengths = {view.session.id: say_minutes(view.session.minutes, t.language) for view in sessions}
    day, length = (max(map(width, texts.values()), default=0) for texts in (days, lengths))
    return {
        name: SessionLine(
            id=name,
            when=f"{pad(days[name], day)}  {say_clock(view.start)}",
            title=_about(view, t),
            length=f"{_state(view, t)}  {pad(lengths[name], length, right=True)}",
            quiet=view.status in {"done", "part", "missed"},
        )
        for name, view in ((view.session.id, view) for view in sessions)
    }


def _state(view: SessionView, t: Translator) -> str:
    state = state_of_session(view)
    return f"{state[0]} {t(state[1])}" if state else ""


def _about(view: SessionView, t: Translator) -> str:
    if view.session.kind == "review":
        return t(msg("review"))
    return t(msg(", ")).join(t(topic) for topic in view.topics)


def module_judgement(page: ModulePage, cursor: str, t: Translator) -> str:
    """Say how much of it lies ahead, and when the session under the cursor is, which may be out of sight."""
    row = page.row
    ahead = [view.session for view in page.sessions if view.status in {"now", "planned"}]
    reviews = sum(session.kind == "review" for session in ahead)
    if row.state == DONE:
        return t(msg("Finished. {open} opens a session in its week.", open=KeyOf("detail")))
    if not ahead:
        return t(msg("It has no session ahead; a replan finds it a place."))
    return t(
        msg(
            "{time} in {sessions} ahead. {open} opens {session}.",
            sessions=counted(len(ahead) - reviews, reviews),
            open=KeyOf("detail"),
            session=_at_cursor(page, cursor, t),
            time=Minutes(sum(session.minutes for session in ahead)),
        )
    )


def _at_cursor(page: ModulePage, cursor: str, t: Translator) -> str:
    """Say when the session under the cursor is; without one, the first that is ahead."""
    ahead = next(each for each in page.sessions if each.status in {"now", "planned"})
    view = next((each for each in page.sessions if each.session.id == cursor), ahead)
    return f"{say_day(view.session.day, t.language, weekday=True, year=False)} {say_clock(view.start)}"
