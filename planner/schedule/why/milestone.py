"""Why a milestone is expected when it is: its last piece, its due date, and what would be possible at best."""

from datetime import date

from planner.journal.model import Evidence
from planner.schedule.capacity import day_start
from planner.schedule.model import MilestonePlan
from planner.schedule.why.model import Reason
from planner.schedule.why.scene import Scene
from planner.text.messages import KeyOf, Message, Minutes, either, msg, msg_n

_CLOSE = 14  # days before the due date


def milestone_reasons(scene: Scene, name: str) -> list[Reason]:
    """Return why a milestone of the plan is expected when it is, or what became of it."""
    plan = scene.milestones[name]
    if plan.reached:
        return [_reached(scene, plan)]
    left = [each for each in scene.modules if each in scene.needs(name) and scene.modules[each].remaining]
    if not left:
        text = either(
            msg(
                "Its work is done; what is missing is the result. To record it: planner milestone reach {id}",
                id=name,
            ),
            msg(
                "Its work is done; what is missing is the result: {reach} in Milestones records it.",
                reach=KeyOf("reach"),
            ),
        )
        return [Reason("waits-for-result", text), _due(scene, plan)]
    minutes = sum(scene.modules[each].remaining for each in left)
    work = msg_n(
        "{minutes} of work are left for it, in {count} module.",
        "{minutes} of work are left for it, in {count} modules.",
        len(left),
        minutes=Minutes(minutes),
    )
    found = [Reason("work", work, minutes, ids=tuple(left)), *_last(scene, plan, left), _due(scene, plan)]
    if plan.slack > 0 and plan.expected is not None and 0 <= (plan.due - plan.expected).days < _CLOSE:
        text = msg(
            "Its slack is {slack}: so much time is free until then besides all that is due by then. Other work"
            " is planned in it, so that its last piece may lie close to the due date.",
            slack=Minutes(plan.slack),
        )
        found.append(Reason("slack", text, plan.slack))
    if plan.guard is not None and plan.guard > plan.due:
        text = msg(
            "It cannot be reached by then: the earliest day that the plan can promise is {day}.",
            day=plan.guard,
        )
        found.append(Reason("guard", text, day=plan.guard))
    return [*found, *_at_best(scene, plan, left)]


def _reached(scene: Scene, plan: MilestonePlan) -> Reason:
    state = scene.inputs.progress.milestones[plan.id]
    day = state.reached or plan.due
    days = (day - plan.due).days
    text = msg("It was reached on {day}, in time: it was due on {due}.", day=day, due=plan.due)
    if days > 0:
        text = msg_n(
            "It was reached on {day}, {count} day after its due date.",
            "It was reached on {day}, {count} days after its due date.",
            days,
            day=day,
        )
    told = [part for _, each in state.shown for part in _parts(each)]
    if told:
        text = msg("{sentence} The result: {result}", sentence=text, result=", ".join(told))
    return Reason("reached", text, day=day)


def _parts(evidence: Evidence) -> list[str]:
    rank = (
        f"{evidence.rank}/{evidence.teams}"
        if evidence.rank is not None and evidence.teams is not None
        else ""
    )
    return [part for part in (evidence.url, evidence.metric, rank) if part]


def _last(scene: Scene, plan: MilestonePlan, left: list[str]) -> list[Reason]:
    ends = {each: scene.study(each)[-1] for each in left if scene.study(each)}
    if plan.expected is None or not ends:
        return [Reason("no-place", msg("Not all of it has a place in the plan."))]
    last = max(ends, key=lambda each: ends[each].end)
    text = msg(
        "Its last piece is the module “{module}”, which ends on {day}.",
        module=scene.title(last),
        day=ends[last].day,
    )
    return [Reason("last-piece", text, day=ends[last].day, ids=(last,))]


def _due(scene: Scene, plan: MilestonePlan) -> Reason:
    milestone = scene.inputs.curriculum.milestone(plan.id)
    late = plan.lateness_days or 0
    text: Message = msg("It is due on {day}, a date that the curriculum fixes.", day=plan.due)
    if milestone is not None and milestone.by_month is not None:
        text = msg(
            "It is due on {day}: month {month} of the {months} until the goal.",
            day=plan.due,
            month=milestone.by_month,
            months=scene.inputs.curriculum.months,
        )
    if late > 0:
        late_text = msg_n("That is {count} day too late.", "That is {count} days too late.", late)
        text = msg("{sentence} {more}", sentence=text, more=late_text)
    return Reason("due", text, day=plan.due)


def _at_best(scene: Scene, plan: MilestonePlan, left: list[str]) -> list[Reason]:
    """Say when it could be reached if only its own modules were studied, and what comes before it instead."""
    work, capacity = scene.frame.work, scene.frame.capacity
    indices = [work.index[each] for each in left]
    starts = {max(work.release[i], capacity.first) for i in indices}
    days = [
        capacity.day_reaching(
            day_start(start),
            sum(work.remaining[i] for i in indices if work.release[i] >= start or start == capacity.first),
        )
        for start in starts
    ]
    best = max((day for day in days if day is not None), default=None)
    if best is None or None in days or plan.expected is None or best >= plan.expected.toordinal():
        return []
    other = sum(s.minutes for s in scene.study() if s.day <= plan.expected and s.module not in left)
    buffer = sum(s.minutes for s in scene.plan.sessions if s.kind == "buffer" and s.day <= plan.expected)
    day = date.fromordinal(best)
    text = msg(
        "Studying only this, you would reach it on {day}; "
        "as planned, {others} of other study and {buffer} of buffer come before it too.",
        day=day,
        others=Minutes(other),
        buffer=Minutes(buffer),
    )
    return [Reason("at-best", text, other, day)]
