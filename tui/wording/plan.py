"""The plan over time in words: names and figures of its lines, and the sentence about what the cursor is on."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from planner.text.dates import say_clock, say_day, say_near
from planner.text.languages import LocalText
from planner.text.messages import Message, Minutes, Translator, msg
from planner.workspace.views.plan import AHEAD, DONE, UNDER_WAY, MilestoneMark, ModuleRow, PhaseRows
from tui.glyphs import Glyphs
from tui.widgets.cells import MUTED
from tui.widgets.milestone_line import LATE, ON_TRACK, REACHED, STYLES, TIGHT
from tui.widgets.timeline import Line
from tui.wording.figures import hours, of_hours
from tui.wording.milestones import state_of


def module_line(row: ModuleRow, *, closer: bool = False) -> Line:
    """Say what stands on a module's line; `closer` adds by how long it may be put off, and until when."""
    begun = row.state == UNDER_WAY
    if not closer or row.guard is None or row.plan.finish is None:
        return Line(row.studied, row.planned, begun)
    due = row.guard.due
    slack = (row.plan.finish, due) if due > row.plan.finish else None
    return Line(row.studied, row.planned, begun, due=due, slack=slack, style=MUTED)


def milestone_line(mark: MilestoneMark, t: Translator) -> Line:
    """Say what stands on a milestone's line: where it is expected or was reached, where it is due, and its slack."""
    plan, day = mark.plan, mark.reached or mark.plan.expected
    state = state_of(plan)
    said = [say_day(day, t.language, year=False) if day else "", _word(mark, state, t)]
    due = None if mark.reached else plan.due
    slack = None if due is None or day is None else (min(day, due), max(day, due))
    words = " · ".join(filter(None, said))
    whole = ""
    if due is not None and day is not None:
        both = msg(
            "due {due} · expected {day}",
            due=say_day(due, t.language, year=False),
            day=say_day(day, t.language, year=False),
        )
        whole = " · ".join(filter(None, (t(both), said[1])))
    return Line(mark=day, due=due, slack=slack, style=STYLES[state], said=words, whole=whole)


def _word(mark: MilestoneMark, state: str, t: Translator) -> str:
    words = {REACHED: msg("reached"), LATE: msg("late"), TIGHT: msg("tight")}
    if mark.plan.overdue_record:
        return t(msg("to record"))
    if mark.plan.unrecorded:
        return ""
    if state == ON_TRACK:
        return t(msg("slack {time}", time=Minutes(mark.plan.slack // 60 * 60)))
    return t(words[state])


def group_line(group: PhaseRows) -> Line:
    """Put the modules of a phase or a track on one line."""
    studied = {day: minutes for row in group.modules for day, minutes in row.studied}
    planned = {day: minutes for row in group.modules for day, minutes in row.planned}
    begun = any(row.state != AHEAD for row in group.modules)
    return Line(sorted(studied.items()), sorted(planned.items()), begun)


def group_title(group: PhaseRows, whole: LocalText, t: Translator, *, by_track: bool) -> str:
    """Name a phase or a track; what is in none has the plan's name, or that of what it holds."""
    if group.title is not None:
        return t(group.title)
    if not by_track:
        return t(whole)
    return t(msg("without a track") if group.modules else msg("milestones"))


def figures_of(row: ModuleRow, t: Translator, glyphs: Glyphs) -> str:
    """Say how much there is to do, or that it is done."""
    return glyphs.tick if row.state == DONE else _of(row.plan.done, row.plan.effort, t)


def group_figures(group: PhaseRows, t: Translator, glyphs: Glyphs) -> str:
    """Say how much of a phase or a track is done."""
    if group.finished:
        return glyphs.tick
    done, effort = (
        sum(row.plan.done for row in group.modules),
        sum(row.plan.effort for row in group.modules),
    )
    return _of(done // 60 * 60, (effort + 59) // 60 * 60, t) if effort else ""


def _of(done: int, effort: int, t: Translator) -> str:
    whole = t(msg("{hours} h", hours=hours(effort)))
    return f"{hours(done)}/{whole}" if done else whole


def group_sentence(title: str, group: PhaseRows, t: Translator) -> str:
    """Say about a phase or a track how far it is."""
    modules, marks = group.modules, group.milestones
    done, reached = sum(row.state == DONE for row in modules), sum(bool(mark.reached) for mark in marks)
    said = [msg("{done} of {count} modules finished", done=done, count=len(modules))] if modules else []
    if marks:
        said.append(msg("{reached} of {count} milestones reached", reached=reached, count=len(marks)))
    parts = t(msg(", ")).join(t(each) for each in said)
    return t(msg("{name}: {what}.", name=title, what=parts))


def module_sentence(
    row: ModuleRow, home: str, now: datetime, waits: Iterable[LocalText], t: Translator
) -> str:
    """Say about a module where it belongs, how far it is, when it is studied next, its slack, and what it waits for."""
    plan = row.plan
    studied = of_hours(plan.done, plan.effort)
    about = msg("{module} ({group}): {studied}.", module=row.title, group=home, studied=studied)
    if not home:
        about = msg("{module}: {studied}.", module=row.title, studied=studied)
    said = [about, *_time(row, now, t)]
    names = t(msg(", ")).join(t(name) for name in waits)
    if names:
        said.append(msg("Waits for {modules}.", modules=names))
    return ("" if t.language == "ja" else " ").join(t(each) for each in said)


def _time(row: ModuleRow, now: datetime, t: Translator) -> list[Message]:
    """Say when a module is studied next, when it is finished, and how long it may be put off."""
    if row.state == DONE:
        return [msg("Finished.")]
    if row.next is None or row.plan.finish is None:
        return [msg("It has no place in the plan.")]
    begins = datetime.fromtimestamp(row.next.start * 60, now.tzinfo)
    moment = f"{say_day(row.next.day, t.language, year=False, weekday=True)} {say_clock(begins)}"
    near = say_near(row.plan.finish, now.date(), t.language)
    said = [
        msg("Next {moment}, pinned; finish {near}.", moment=moment, near=near)
        if row.next.pinned
        else msg("Next {moment}; finish {near}.", moment=moment, near=near)
    ]
    if row.guard is not None:
        slack = Minutes(max(0, row.guard.slack) // 60 * 60)
        said.append(msg("Slack {slack}, for {milestone}.", slack=slack, milestone=row.guard.title))
    return said


def milestone_sentence(mark: MilestoneMark, t: Translator) -> str:
    """Say about a milestone when it is due, when it is expected, and its slack."""
    plan = mark.plan
    if mark.reached is not None:
        return t(msg("{milestone}: reached on {day}.", milestone=mark.title, day=mark.reached))
    about: Mapping[str, LocalText] = {"milestone": mark.title}
    if plan.unrecorded:
        text = msg(
            "{milestone}: due {due}; its work is done, only its record is missing.", **about, due=plan.due
        )
    elif plan.expected is None:
        text = msg("{milestone}: due {due}; its work has no place in the plan.", **about, due=plan.due)
    elif plan.expected > plan.due:
        late = (plan.expected - plan.due).days
        text = msg(
            "{milestone}: due {due}, expected {expected}, {days} d late.",
            **about, due=plan.due, expected=plan.expected, days=late,
        )  # fmt: skip
    else:
        slack = Minutes(plan.slack // 60 * 60)
        text = msg(
            "{milestone}: due {due}, expected {expected}, slack {slack}.",
            **about, due=plan.due, expected=plan.expected, slack=slack,
        )  # fmt: skip
    return t(text)
