"""One milestone in words: its days, what it needs, its steps, attempts and results, and the arithmetic of medals."""

from dataclasses import dataclass
from datetime import date

from planner.curriculum.model import MilestoneKind
from planner.journal.model import Evidence
from planner.schedule.model import ModulePlan
from planner.text.dates import say_day, say_near
from planner.text.messages import Message, Minutes, Translator, msg, msg_n
from planner.workspace.milestones import MEDALS, medal_sentence
from planner.workspace.opening import Opened
from planner.workspace.views.milestones import MilestoneRow
from tui.wording.figures import of_hours
from tui.wording.milestones import say_slack


@dataclass(frozen=True, slots=True)
class Detail:
    """All that a milestone's page says; `facts` are labels and values, `tries` one line an attempt or a result."""

    title: str
    facts: tuple[tuple[str, str], ...]
    needs: tuple[tuple[str, str], ...]
    steps: tuple[tuple[str, bool], ...]
    tries: tuple[str, ...]
    medal: str


def detail_of(row: MilestoneRow, opened: Opened) -> Detail:
    """Say everything about a milestone."""
    t, progress = opened.t, row.progress
    steps = tuple((t(step), number in progress.steps) for number, step in enumerate(row.milestone.steps, 1))
    tries = [_try(day, evidence, t) for day, evidence in progress.attempts]
    if progress.reached is not None:
        shown = progress.shown or ((progress.reached, Evidence()),)
        tries.append(t(msg("reached: {what}", what=_try(progress.reached, shown[0][1], t))))
        tries += [t(msg("also: {what}", what=_try(day, evidence, t))) for day, evidence in shown[1:]]
    return Detail(
        title=t(row.milestone.title),
        facts=tuple((t(label), value) for label, value in _facts(row, opened)),
        needs=tuple(_need(each, opened) for each in plan_modules(row, opened)),
        steps=steps,
        tries=tuple(tries),
        medal=_medal(row, t),
    )


def _facts(row: MilestoneRow, opened: Opened) -> list[tuple[Message, str]]:
    t, plan, reached = opened.t, row.plan, row.progress.reached
    today = opened.now.date()
    due = say_day(plan.due, t.language, weekday=True)
    if abs((plan.due - today).days) <= 21 and reached is None:
        due += f"  {say_near(plan.due, today, t.language)}"
    facts = [(msg("due"), due)]
    if reached is not None:
        return [*facts, (msg("reached"), say_day(reached, t.language, weekday=True))]
    expected = say_day(plan.expected, t.language, weekday=True) if plan.expected else "–"
    late = plan.lateness_days or 0
    if plan.unrecorded:
        return [*facts, (msg("expected"), t(msg("its work is done, only its record is missing")))]
    if late > 0:
        expected += "  " + t(msg_n("{count} day late", "{count} days late", late))
    slack = say_slack(plan.slack, t.language)
    if plan.slack > 0:
        slack = t(msg("{time} besides the work due by then", time=slack))
    return [*facts, (msg("expected"), expected), (msg("slack"), slack)]


def plan_modules(row: MilestoneRow, opened: Opened) -> list[ModulePlan]:
    """Return the modules that a milestone requires itself, as they are in the plan."""
    picked = {option for _, options in opened.profile.choices for option in options}
    wanted = set(row.milestone.requires)
    for choice in opened.curriculum.choices:
        if choice.id in wanted:
            for number, option in enumerate(choice.options):
                if option.id in picked or (not picked and number < choice.pick):
                    wanted |= set(option.modules)
    return [module for module in opened.plan.modules if module.id in wanted]


def still_open(row: MilestoneRow, opened: Opened) -> tuple[Message, ...]:
    """Say which steps are open and how much of the milestone's modules is left; nothing when it is ready."""
    steps = len(row.milestone.steps)
    waiting = sum(number not in row.progress.steps for number in range(1, steps + 1))
    left = sum(module.remaining for module in plan_modules(row, opened))
    found = []
    if waiting:
        found.append(msg("{count} of {steps} steps are open.", count=waiting, steps=steps))
    if left:
        found.append(msg("{time} of its modules are left.", time=Minutes(left)))
    return tuple(found)


def shown_already(row: MilestoneRow) -> tuple[Message, ...]:
    """Say what shows a milestone already that is reached: more is added to it."""
    if row.progress.reached is None:
        return ()
    parts = [part for _, each in row.progress.shown for part in _parts(each)]
    if not parts:
        return (msg("It is reached already; nothing shows it yet."),)
    return (msg("It is reached already, and more is added: {what}", what=", ".join(parts)),)


def _parts(evidence: Evidence) -> tuple[str, ...]:
    rank = f"{evidence.rank:,}/{evidence.teams:,}" if evidence.rank and evidence.teams else ""
    return tuple(part for part in (evidence.metric, rank, evidence.url) if part)


def _need(module: ModulePlan, opened: Opened) -> tuple[str, str]:
    t = opened.t
    if module.remaining == 0:
        return t(opened.titles[module.id]), t(msg("finished"))
    return t(opened.titles[module.id]), t(of_hours(module.done, module.effort))


def _try(day: date, evidence: Evidence, t: Translator) -> str:
    """Say an attempt or a result: its day and what shows it."""
    return "  ".join((say_day(day, t.language, year=False), *_parts(evidence)))


def _medal(row: MilestoneRow, t: Translator) -> str:
    if row.milestone.kind is not MilestoneKind.KAGGLE:
        return ""
    if row.medal is None:
        return t(msg("A practice competition: it gives no medals."))
    said = medal_sentence(row.medal.rank, row.medal.teams, row.milestone.target)
    if said is None:
        medal = MEDALS[row.milestone.target]
        return t(
            msg("The target is {medal}; an attempt with rank and teams says what is missing.", medal=medal)
        )
    return t(said)
