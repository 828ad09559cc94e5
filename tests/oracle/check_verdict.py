"""What only the document's verdict says: contradictions that are there; and the ratio in force."""

from dataclasses import replace
from fractions import Fraction

from tests.oracle.check_proof import check_proof
from tests.oracle.check_repairs import check_each, has_pins
from tests.oracle.ratio import finished_ratio
from tests.oracle.raw_yaml import hours, load


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


def check_repairs(document, inputs, ratio: Fraction):
    """What would make it fit, and why it does not."""
    yield from check_each(document, inputs, ratio)
    if not has_pins(inputs):
        yield from check_proof(document, inputs, ratio)


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
