"""The verdict: does it fit, by how much, and in one sentence that a friend would say."""

from collections.abc import Mapping, Sequence
from datetime import date

from planner.records import dataclass
from planner.schedule.contradictions import find_contradictions
from planner.schedule.frame import HORIZON_DAYS, Frame
from planner.schedule.model import Inputs, MilestonePlan, Proof, Verdict, WeekPlan
from planner.schedule.no_buffer import weeks_without_buffer
from planner.text.languages import LocalText, joined
from planner.text.messages import Message, Minutes, msg, msg_n

TIGHT_MINUTES = 8 * 60


def judge(
    inputs: Inputs,
    milestones: Sequence[MilestonePlan],
    *,
    finish: date | None,
    goal: date,
    unplaced: int,
    remaining: int,
    short: int,
    needed: float | None,
    capacity: int,
    frame: Frame,
    weeks: Sequence[WeekPlan],
) -> Verdict:
    """Judge a plan by its dates; `status` follows from the maximum lateness and from work without a place.

    What is late has its proof from the `frame` that the plan was made in; `weeks` are searched for lost buffers.
    """
    fallen = frame.work.selection.fallen
    waiting = [m for m in milestones if not m.reached]
    late = [m.lateness_days for m in waiting if m.lateness_days is not None and not m.overdue_record]
    if finish is not None and remaining:
        late.append((finish - goal).days)
    of_work = max(late, default=0)
    worst = max([of_work, *(m.lateness_days or 0 for m in waiting if m.overdue_record)])
    status = "does-not-fit" if unplaced else "late" if worst > 0 else "on-time"
    if unplaced:
        worst = max(worst, HORIZON_DAYS)
    pinned = _days_of_pins(inputs, frame, of_work) if status != "on-time" else 0
    return Verdict(
        status=status,
        max_lateness_days=worst,
        short_minutes=short,
        needed_hours_per_week=needed,
        sentence=_sentence(
            inputs, waiting, _Figures(finish, goal, short, unplaced, capacity - remaining, remaining, of_work)
        ),
        contradictions=find_contradictions(inputs, needed, capacity, remaining),
        fallen=fallen,
        notes=(*_pins(inputs, frame, pinned), *_notes(inputs, waiting, fallen), *_no_buffer(frame, weeks)),
        proof=_proof(inputs, frame) if status != "on-time" and not pinned else None,
    )


@dataclass(frozen=True, slots=True)
class _Figures:
    """What the sentence speaks of, minutes and days; `late` is the lateness of work, in days."""

    finish: date | None
    goal: date
    short: int
    unplaced: int
    slack: int
    remaining: int
    late: int


def _sentence(inputs: Inputs, waiting: Sequence[MilestonePlan], figures: _Figures) -> Message:
    """Say how the work stands, and then what is late only because its result is not recorded."""
    titles = {milestone.id: milestone.title for milestone in inputs.curriculum.milestones}
    if not figures.remaining and not waiting:
        return msg("All done: every module is finished and every milestone reached.")
    said = _of_work([m for m in waiting if not m.overdue_record], figures, titles)
    records = [titles[m.id] for m in waiting if m.overdue_record]
    if not records:
        return said
    more = msg("Done but for the record: {titles}.", titles=joined(records))
    return msg("{sentence} {more}", sentence=said, more=more)


def _of_work(waiting: Sequence[MilestonePlan], figures: _Figures, titles: Mapping[str, LocalText]) -> Message:
    if figures.unplaced:
        return msg(
            "Does not fit: {work} have no place, not even after the goal.", work=Minutes(figures.unplaced)
        )
    return _late(waiting, figures, titles) if figures.late > 0 else _on_time(waiting, figures, titles)


def _on_time(waiting: Sequence[MilestonePlan], figures: _Figures, titles: Mapping[str, LocalText]) -> Message:
    slack = Minutes(max(0, figures.slack))
    tight = min((m for m in waiting if not m.unrecorded), key=lambda each: each.slack, default=None)
    if figures.slack < TIGHT_MINUTES:
        return msg("On time, with only {slack} of slack: little may go wrong.", slack=slack)
    if tight is not None and tight.slack < TIGHT_MINUTES:
        return msg(
            "On time. {slack} of slack; {milestone} is the tight one.",
            slack=slack,
            milestone=titles[tight.id],
        )
    return msg("On time. {slack} of slack.", slack=slack)


def _late(waiting: Sequence[MilestonePlan], figures: _Figures, titles: Mapping[str, LocalText]) -> Message:
    worst = max(waiting, key=lambda milestone: milestone.lateness_days or 0, default=None)
    days = (figures.finish - figures.goal).days if figures.finish else 0
    if worst is not None and (worst.lateness_days or 0) >= days:
        return _late_milestone(titles[worst.id], worst.lateness_days or 0, figures.short)
    if not figures.short:
        return msg_n(
            "Late: done {count} day after the goal.", "Late: done {count} days after the goal.", days
        )
    return msg_n(
        "Late: done {count} day after the goal; {short} too few.",
        "Late: done {count} days after the goal; {short} too few.",
        days,
        short=Minutes(figures.short),
    )


def _notes(inputs: Inputs, waiting: Sequence[MilestonePlan], fallen: tuple[str, ...]) -> tuple[Message, ...]:
    """Say which milestones are gone with what was dropped, and which are past their due dates."""
    titles = {milestone.id: milestone.title for milestone in inputs.curriculum.milestones}
    notes = []
    if fallen:
        notes.append(
            msg_n(
                "{count} milestone is left out with the modules it needs: {titles}",
                "{count} milestones are left out with the modules they need: {titles}",
                len(fallen),
                titles=joined([titles[name] for name in fallen]),
            )
        )
    overdue = [m.id for m in waiting if m.due < inputs.now.date() and not m.unrecorded]
    if overdue:
        notes.append(
            msg_n(
                "{count} milestone is past its due date: {titles}",
                "{count} milestones are past their due dates: {titles}",
                len(overdue),
                titles=joined([titles[name] for name in overdue]),
            )
        )
    records = [m.id for m in waiting if m.overdue_record]
    if records:
        from planner.schedule.records_missing import say_records

        notes.append(say_records(records, titles))
    return tuple(notes)


def _days_of_pins(inputs: Inputs, frame: Frame, worst: int) -> int:
    """Return how many days less late the best plan without pins would be."""
    if not frame.task.pins:
        return 0
    from planner.schedule.pinned_late import least_without_pins

    return max(0, worst - max(0, least_without_pins(inputs, frame)))


def _pins(inputs: Inputs, frame: Frame, days: int) -> tuple[Message, ...]:
    """Say what pinned sessions cost, and how to let them go."""
    if not days:
        return ()
    from planner.schedule.pinned_late import say_pins

    return (say_pins(inputs, frame.task.pins, days),)


def _proof(inputs: Inputs, frame: Frame) -> Proof | None:
    from planner.schedule.proof import find_proof

    return find_proof(inputs, frame)


def _no_buffer(frame: Frame, weeks: Sequence[WeekPlan]) -> tuple[Message, ...]:
    """Say how many weeks keep no buffer, and what that means; less than a tenth are usual, just before due dates."""
    found = weeks_without_buffer(frame, weeks)
    if not found or len(found) * 10 < len(weeks):
        return ()
    return (
        msg_n(
            "The week of {first} keeps no buffer, because the due dates need its time:"
            " an evening missed there can make a milestone late.",
            "{count} weeks, the first on {first} and the last on {last}, keep no buffer, because the due dates"
            " need their time: an evening missed there can make a milestone late.",
            len(found),
            first=found[0],
            last=found[-1],
        ),
    )


def _late_milestone(title: LocalText, days: int, short: int) -> Message:
    if not short:
        return msg_n(
            "Late: {milestone} by {count} day.", "Late: {milestone} by {count} days.", days, milestone=title
        )
    return msg_n(
        "Late: {milestone} by {count} day; {short} too few.",
        "Late: {milestone} by {count} days; {short} too few.",
        days,
        milestone=title,
        short=Minutes(short),
    )
