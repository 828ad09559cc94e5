"""What only the document's verdict says: repairs that hold, contradictions that are there; and the ratio in force."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from tests.oracle.best import Best
from tests.oracle.facts import read_facts
from tests.oracle.ratio import finished_ratio
from tests.oracle.raw_yaml import hours, load

DAY = timedelta(days=1)


def ordinary_week(habits) -> Fraction:
    """Minutes of a week without holidays or exceptions, under the cap; the mean of a rotation."""
    patterns = habits.rotation.weeks if habits.rotation else (habits.pattern,)
    total = 0
    for pattern in patterns:
        own = dict(pattern.days)
        usual = {n: pattern.day_off if n >= 5 else pattern.weekday for n in range(7)}
        total += sum(end - begin for spans in (usual | own).values() for begin, end in spans)
    mean = Fraction(total, len(patterns))
    return mean if habits.cap is None else min(mean, habits.cap)


def check_contradictions(document, inputs, text: bytes):
    """The week that the curriculum counts on, against the profile's own, to the minute."""
    said = load(text).get("stated_hours_per_week")
    week = ordinary_week(inputs.profile.availability)
    rows = [row for row in document["verdict"]["contradictions"] if row["code"] == "weekly-hours"]
    wanted = [] if said is None or hours(said) == week // 1 else [(hours(said), week)]
    if len(rows) != len(wanted):
        yield f"contradictions weekly-hours {rows}, not {wanted}"
        return
    for row, (stated, actual) in zip(rows, wanted, strict=True):
        if abs(60 * row["stated"] - stated) > 1 or abs(60 * row["actual"] - actual) > 1:
            yield f"weekly-hours {row['stated']} and {row['actual']}, not {stated} and {actual} minutes"


def best_with(inputs, ratio: Fraction, *, goal: date | None = None, drop: str | None = None) -> Best:
    """What is possible with another goal, or with more dropped."""
    profile = inputs.profile if goal is None else replace(inputs.profile, goal=goal)
    profile = profile if drop is None else replace(profile, drop=(*profile.drop, drop))
    return Best(read_facts(replace(inputs, profile=profile), ratio))


def check_repairs(document, inputs, ratio: Fraction):
    """Repairs of goal and drop make all dates possible, and a smaller change of the kind would not."""
    verdict = document["verdict"]
    if verdict["status"] == "on-time" and verdict["repairs"]:
        yield "a plan in time has repairs"
    for repair in verdict["repairs"]:
        kind, value = repair["kind"], repair["value"]
        if kind not in {"goal", "drop"}:
            continue
        change = {"goal": date.fromisoformat(value)} if kind == "goal" else {"drop": value}
        best = best_with(inputs, ratio, **change)
        if best.lateness() != 0:
            yield f"repair {kind} {value}: {best.lateness()} days late"
        smaller = {"goal": change["goal"] - DAY} if kind == "goal" else {"drop": "stretch"}
        if value != "stretch" and best.certain and best_with(inputs, ratio, **smaller).lateness() == 0:
            yield f"repair {kind} {value}: {smaller} would do"
        if repair["max_lateness_days"] > 0:
            yield f"repair {kind} {value}: late"


def check_last_ratio(inputs, then, *, checkin: bool):
    """The ratio of the plan in force is the one before, or what a check-in learned when that moved by a tenth."""
    if not inputs.progress.accepted:
        return
    before = Fraction(*then.accepted.ratio) if then.accepted else Fraction(1)
    learned = finished_ratio(replace(inputs, progress=then)) if checkin else {before}
    allowed = {value if abs(value / before - 1) >= Fraction(1, 10) else before for value in learned}
    now = Fraction(*inputs.progress.accepted.ratio)
    if now not in allowed:
        yield f"the ratio accepted is {now}, not {sorted(allowed)}"
