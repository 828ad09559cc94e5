"""Repairs hold, and are the smallest of their kind: each asked of the oracle that knows only the best possible plan."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain, combinations

from planner.learner.stretching import with_weekly_minutes
from tests.oracle.best import Best
from tests.oracle.facts import LEVELS, Facts, closure, read_facts

DAY = timedelta(days=1)
KINDS = ("hours", "goal", "drop", "credit", "choice")


def parts_of(repair) -> dict[str, str]:
    """The kinds and values of a repair, which may be a pair."""
    return dict(zip(repair["kind"].split("+"), repair["value"].split("+"), strict=True))


def taken(profile, kind: str, value: str):
    """The profile of a learner who follows the advice."""
    if kind == "hours":
        week = with_weekly_minutes(profile.availability, round(float(value) * 60))
        return replace(profile, availability=week)
    if kind == "goal":
        return replace(profile, goal=date.fromisoformat(value))
    if kind == "drop":
        return replace(profile, drop=(*profile.drop, *value.split(",")))
    if kind == "credit":
        return replace(profile, background=(*profile.background, value))
    assert kind == "choice"
    name, picks = value.split("=")
    return replace(profile, choices=tuple((dict(profile.choices) | {name: tuple(picks.split(","))}).items()))


def with_parts(inputs, parts: dict[str, str]):
    for kind, value in parts.items():
        inputs = replace(inputs, profile=taken(inputs.profile, kind, value))
    return inputs


def lateness(inputs, ratio: Fraction, parts: dict[str, str]) -> int | None:
    """What is possible at best, when the advice is followed; what lacks only its record now as then is no work."""
    facts = read_facts(with_parts(inputs, parts), ratio)
    records = overdue_records(read_facts(inputs, ratio)) & overdue_records(facts)
    return Best(
        replace(facts, goals=tuple(goal for goal in facts.goals if goal.id not in records))
    ).lateness()


def overdue_records(facts: Facts) -> set[str]:
    """The milestones that are past their days with their work done and no result."""
    waiting = [goal for goal in facts.goals if not goal.reached and goal.due < facts.today]
    return {goal.id for goal in waiting if not any(facts.work[name].remaining for name in goal.modules)}


def days_of_records(inputs, ratio: Fraction, parts: dict[str, str]) -> int:
    """By how many days what lacks only its record is late, now and when the advice is followed; no study helps it."""
    facts = read_facts(with_parts(inputs, parts), ratio)
    records = overdue_records(read_facts(inputs, ratio)) & overdue_records(facts)
    return max([0, *((facts.today - goal.due).days for goal in facts.goals if goal.id in records)])


def left(inputs, ratio: Fraction, parts: dict[str, str]) -> int:
    return read_facts(with_parts(inputs, parts), ratio).remaining


def check_each(document, inputs, ratio: Fraction):
    """Each repair makes all dates possible, and a smaller change of its kind would not."""
    verdict = document["verdict"]
    if verdict["status"] == "on-time" and verdict["repairs"]:
        yield "a plan in time has repairs"
    if len(verdict["repairs"]) > 6:
        yield f"{len(verdict['repairs'])} repairs are too many"
    for repair in verdict["repairs"]:
        parts, name = parts_of(repair), f"repair {repair['kind']} {repair['value']}"
        late = lateness(inputs, ratio, parts)
        if late != 0:
            yield f"{name}: {late} days late"
        if repair["max_lateness_days"] > 0 and repair["max_lateness_days"] != days_of_records(
            inputs, ratio, parts
        ):
            yield f"{name}: late"
        for less in () if has_pins(inputs) else smaller(inputs, ratio, parts):
            if lateness(inputs, ratio, less) == 0:
                yield f"{name}: {less} would do"


def has_pins(inputs) -> bool:
    """Whether sessions are pinned: of these the best possible plan knows nothing."""
    accepted = inputs.progress.accepted
    return accepted is not None and any(session.pinned for session in accepted.sessions)


def smaller(inputs, ratio: Fraction, parts: dict[str, str]):
    """Changes that ask less: of a pair in its last figure, of options all that are nearer."""
    if "hours" in parts:
        yield parts | {"hours": f"{float(parts['hours']) - 0.5:g}"}
    elif "goal" in parts:
        goal = date.fromisoformat(parts["goal"]) - DAY
        yield parts | {"goal": goal.isoformat()}
    elif parts.get("drop") == "recommended":
        yield {"drop": "stretch"}
    elif "drop" in parts and parts["drop"] != "stretch":
        yield from ({"drop": ",".join(less)} for less in given_back(inputs, ratio, parts["drop"].split(",")))
    elif "credit" in parts:
        others = [{"credit": name} for name in credits_open(inputs)]
        yield from (less for less in others if left(inputs, ratio, less) > left(inputs, ratio, parts))
    elif "choice" in parts:
        now, change = left(inputs, ratio, {}), left(inputs, ratio, parts)
        for less in choices_open(inputs):
            if abs(left(inputs, ratio, less) - now) < abs(change - now):
                yield less


def given_back(inputs, ratio: Fraction, gone: list[str]):
    """The sets with one module less that leave nothing that is kept without what it requires."""
    work = read_facts(inputs, ratio).work
    for name in gone:
        if len(gone) > 1 and not closure(work[name].requires, {n: w.requires for n, w in work.items()}) & {
            *gone
        }:
            yield [other for other in gone if other != name]


def credits_open(inputs) -> list[str]:
    return [b.id for b in inputs.curriculum.backgrounds if b.id not in inputs.profile.background]


def choices_open(inputs):
    """Every other option of a choice of one."""
    for choice in inputs.curriculum.choices:
        wishes = dict(inputs.profile.choices).get(choice.id, ())
        now = next(iter(wishes), choice.options[0].id)
        yield from ({"choice": f"{choice.id}={o.id}"} for o in choice.options if o.id != now)


def drops_open(inputs, ratio: Fraction, level: str):
    """Every set of modules not above a priority that leaves nothing kept without what it requires, with its minutes."""
    work = read_facts(inputs, ratio).work
    modules = {m.id: m for m in inputs.curriculum.modules if m.id in work}
    low = [name for name, m in modules.items() if LEVELS.index(m.priority) >= LEVELS.index(level)]
    for gone in chain.from_iterable(combinations(low, size) for size in range(1, len(low) + 1)):
        if not any({*work[name].requires} & {*gone} for name in work if name not in gone):
            recommended = sum(work[n].remaining for n in gone if modules[n].priority == "recommended")
            yield (recommended, sum(work[n].remaining for n in gone)), gone
