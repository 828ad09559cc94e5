"""A plan to look around in: ten weeks that somebody might have lived, made through the same use cases as real ones.

Invariant: the same moment gives the same demo, and nothing is written outside the folder given.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from planner.journal.events import Draft
from planner.journal.model import Evidence, MilestoneProgress, Session
from planner.learner.windows import monday
from planner.workspace.acting import record
from planner.workspace.checkin.proposing import CheckInAnswers, propose_checkin
from planner.workspace.context import Context
from planner.workspace.opening import Opened
from planner.workspace.proposal import accept
from planner.workspace.setup.demo_habits import estimates, lay_hands, studied, tries, work_of
from planner.workspace.setup.drafting import default_answers
from planner.workspace.setup.init import init


@dataclass(frozen=True)
class _Week:
    """A week: the share studied of its sessions, minutes more told at the check-in, days off in the next one."""

    share: float
    extra: int = 0
    off: tuple[int, ...] = ()
    note: tuple[str, str] = ("", "")
    checkin: bool = True


_STORY = (
    _Week(1.0, 60, note=("A good start.", "いいスタート。")),
    _Week(1.0, 90, note=("Two evenings went longer.", "2晩のびた。")),
    _Week(0.9),
    _Week(0.3, note=("A release at work; hardly any time.", "仕事のリリースで時間がとれず。")),
    _Week(0.0, checkin=False),
    _Week(1.0, 240, off=(3, 4), note=("Back after a week in bed.", "1週間寝込んだあとの再開。")),
    _Week(1.0, 180, note=("Two days away, and the mornings used.", "2日間の帰省。朝の時間を活用。")),
    _Week(0.9, 150),
    _Week(1.0, 210),
    _Week(1.0, 120),
)


def demo_context(folder: Path, context: Context) -> Context:
    """Make the demo's plan in a folder, and return the context that opens it at the given moment."""
    answers = default_answers(context)
    zone = ZoneInfo(answers.timezone or "UTC")
    now = (
        datetime.combine(context.today, time(), tzinfo=zone)
        if context.today
        else context.now.astimezone(zone)
    )
    today = now.date()
    start = monday(today) - timedelta(days=7 * len(_STORY))
    demo = replace(
        context,
        home=folder / "plan",
        cache=folder / "cache",
        state=folder / "state",
        random_bits=Random(start.toordinal()).getrandbits,  # noqa: S311 - the same day, the same demo
    )
    morning = datetime.combine(start, time(8), tzinfo=zone)
    opened = init(replace(demo, now=morning, today=None), replace(answers, start=start))
    for number in range(len(_STORY)):
        opened = _live_week(opened, start, number)
    opened = lay_hands(opened, today)
    for session in _planned(opened, monday(today), today + timedelta(days=1)):
        end = datetime.fromtimestamp(60 * session.end, zone)
        if end <= now:
            opened = record(opened.at(end), *studied(opened, [session]))
    return demo


def _live_week(opened: Opened, start: date, number: int) -> Opened:
    """Study a share of a week's sessions, tick steps, try; on Sunday evening write it down and check in."""
    week, story = start + timedelta(days=7 * number), _STORY[number]
    if not story.checkin:
        return opened
    sessions = _planned(opened, week, week + timedelta(days=7))
    logs = studied(opened, sessions[: round(story.share * len(sessions))])
    sunday = week + timedelta(days=6)
    opened = opened.at(datetime.combine(sunday, time(21), tzinfo=opened.zone))
    opened = record(opened, *logs, *_next_steps(opened), *tries(opened, number, sunday))
    return accept(propose_checkin(opened, _answers(opened, week, story), repairs=False))


def _planned(opened: Opened, first: date, until: date) -> list[Session]:
    return [s for s in opened.timeline if s.kind == "study" and first <= s.day < until]


def _next_steps(opened: Opened) -> list[Draft]:
    """Tick up to two steps of the first milestone whose modules are further than its steps."""
    work = work_of(opened)
    for milestone in opened.curriculum.milestones:
        known = opened.progress.milestones.get(milestone.id, MilestoneProgress())
        needed = [work[name] for name in milestone.requires if name in work]
        effort = sum(each.real for each in needed) or 1
        done = sum(min(each.done, each.real) for each in needed)
        within = range(1, len(milestone.steps) * done // effort + 1)
        steps = [number for number in within if number not in known.steps][:2]
        if steps and not known.reached:
            return [Draft("step", {"milestone": milestone.id, "step": n, "ticked": True}) for n in steps]
    return []


def _answers(opened: Opened, week: date, story: _Week) -> CheckInAnswers:
    """Say what was finished and reached, and the hours that were not logged."""
    progress = opened.progress
    begun = [each for name, each in work_of(opened).items() if each.done and name not in progress.done]
    finished = tuple(each.module for each in begun if not each.left)
    under_way = [each for each in begun if each.left]
    longer = next((each.module for each in under_way if each.left > story.extra), None)
    done = {*progress.done, *finished}
    reached = {
        milestone.id: Evidence(url=f"https://github.com/you/{milestone.id}")
        for milestone in opened.curriculum.milestones
        if milestone.requires and done.issuperset(milestone.requires)
    }
    known = {name for name, each in progress.milestones.items() if each.reached}
    return CheckInAnswers(
        day=week + timedelta(days=6),
        hours={longer: story.extra} if longer and story.extra else {},
        remaining=estimates(each for each in under_way if each.module != longer),
        done=finished,
        milestones={name: evidence for name, evidence in reached.items() if name not in known},
        time_off=tuple(week + timedelta(days=7 + n) for n in story.off),
        note=story.note[opened.language == "ja"],
    )
