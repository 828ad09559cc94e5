"""Statements of explanations, made again by hand: the change written into the inputs, the figure read off the plan."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from planner.learner.stretching import with_weekly_minutes
from planner.schedule import make_plan, show_plan
from planner.schedule.why.explain import why_day, why_milestone, why_module, why_session, why_week
from planner.schedule.why.scene import Scene
from tests.oracle.calendar import QUARTER, Calendar
from tests.strategies import accept, later, monday, worlds


@st.composite
def lives(draw, **kinds):
    """Inputs with an accepted plan, at once or some days later, with days missed."""
    inputs = draw(worlds(**kinds))
    inputs = accept(inputs, make_plan(inputs, repairs=False))
    days = draw(st.sampled_from([0, 0, 1, 3, 9]))
    if days:
        missed = {inputs.now.date() + timedelta(days=n) for n in draw(st.sets(st.integers(0, 9), max_size=2))}
        midnight = inputs.now.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
        inputs = later(inputs, midnight + timedelta(days=days), missed)
    return inputs


def scene_of(inputs) -> Scene:
    shown = show_plan(inputs)
    return Scene(inputs, shown, make_plan(inputs, repairs=False) if shown.stale else None)


def explanations(scene: Scene, pick: int):
    """One explanation of each kind of thing; `pick` chooses which."""
    ahead = [s for s in scene.plan.sessions if s.end > scene.now]
    found = [why_session(scene, ahead[pick % len(ahead)])] if ahead else []
    buffers = [s for s in ahead if s.kind == "buffer"]
    found += [why_session(scene, buffers[pick % len(buffers)])] if buffers else []
    modules = [module.id for module in scene.inputs.curriculum.modules]
    found.append(why_module(scene, modules[pick % len(modules)]))
    milestones = [milestone.id for milestone in scene.inputs.curriculum.milestones]
    found += [why_milestone(scene, milestones[pick % len(milestones)])] if milestones else []
    day = scene.inputs.now.date() + timedelta(days=pick % 40 - 3)
    return [*found, why_week(scene, monday(day)), why_day(scene, day)]


def changed(inputs, change):
    """The inputs of the learner for whom a change came true."""
    profile, progress = inputs.profile, inputs.progress
    if change.hours_per_week is not None:
        week = with_weekly_minutes(profile.availability, change.hours_per_week)
        profile = replace(profile, availability=week)
    if change.goal is not None:
        profile = replace(profile, goal=change.goal)
    profile = replace(profile, drop=(*profile.drop, *(n for n in change.drop if n not in profile.drop)))
    logged = {n: sum(e.minutes for e in progress.logs if e.module == n) for n in change.estimates}
    efforts = dict(progress.efforts) | {n: logged[n] + left for n, left in change.estimates.items()}
    done = {name: inputs.now.date() for name in change.done} | dict(progress.done)
    progress = replace(
        progress, efforts=efforts, done=done, time_off=frozenset([*progress.time_off, *change.off])
    )
    busy = (*inputs.busy, *change.skip, *next_quarters(inputs, change.lost))
    assert not change.choices
    assert not change.background
    return replace(inputs, profile=profile, progress=progress, busy=busy)


def next_quarters(inputs, minutes: int):
    """The next quarters of an hour that are free, as busy intervals."""
    calendar = Calendar(inputs.profile, inputs.progress, inputs.now, inputs.busy)
    day, found = calendar.first, []
    while len(found) * QUARTER < minutes:
        found += [(slot, slot + QUARTER) for slot in calendar.slots(day)]
        day += timedelta(days=1)
    return found[: minutes // QUARTER]


def made_again(inputs, change):
    settings = change.hours_per_week is not None or change.goal is not None or bool(change.drop)
    return make_plan(changed(inputs, change), repairs=False, pull=settings)


def read(plan, quantity: str, name: str):
    """A figure of a plan, from its sessions where it can be."""
    days = [s.day for s in plan.sessions if s.module == name and s.kind == "study"]
    known = {m.id: m for m in plan.milestones}
    if quantity == "finish":
        return plan.finish
    if quantity in {"module-start", "module-finish"}:
        return (min(days) if quantity == "module-start" else max(days)) if days else None
    if quantity in {"milestone-due", "milestone-expected"}:
        milestone = known.get(name)
        return milestone and (milestone.due if quantity == "milestone-due" else milestone.expected)
    assert quantity == "week-minutes"
    first = date.fromisoformat(name)
    return sum(s.minutes for s in plan.sessions if s.kind == "study" and monday(s.day) == first)


def wrong(scene: Scene, statement) -> list[str]:
    """What is not so in a statement."""
    result = statement.result
    before, after = scene.base, made_again(scene.inputs, statement.change)
    if result.quantity == "milestones-later":
        new = {m.id: m.expected for m in after.milestones}
        slips = [
            m.id
            for m in before.milestones
            if not m.reached and m.expected and (new.get(m.id) is None or new[m.id] > m.expected)
        ]
        return [f"{slips} are later"] if slips else []
    told = (result.before, result.value)
    true = (read(before, result.quantity, result.id), read(after, result.quantity, result.id))
    found = [] if told == true else [f"{result}: {told}, but {true}"]
    if result.quantity == "milestone-expected" and result.value is not None:
        [milestone] = [m for m in after.milestones if m.id == result.id]
        if result.on_time != (milestone.expected <= milestone.due):
            found.append(f"{result}: on time?")
    return found
