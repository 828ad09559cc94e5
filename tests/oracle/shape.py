"""The shape of `planner plan --json`: every field of DESIGN.md section 8, and what type it has."""

from datetime import date, datetime


def a_day(value) -> bool:
    return isinstance(value, str) and len(value) == 10 and bool(date.fromisoformat(value))


def a_moment(value) -> bool:
    return isinstance(value, str) and datetime.fromisoformat(value).utcoffset() is not None


def a_count(value) -> bool:
    return type(value) is int


def a_figure(value) -> bool:
    return type(value) in {int, float}


def a_text(value) -> bool:
    return isinstance(value, str) and bool(value)


def texts(value) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def counts(value) -> bool:
    return isinstance(value, dict) and all(a_count(item) for item in value.values())


def maybe(kind):
    return lambda value: value is None or kind(value)


def one_of(*allowed):
    return lambda value: value in allowed


KINDS = ("deliverable", "kaggle", "portfolio", "certificate", "application", "offer")
REPAIRS = ("hours", "goal", "drop", "credit", "choice")
PAIRS = tuple(f"{one}+{other}" for n, one in enumerate(REPAIRS) for other in REPAIRS[n + 1 :])
SHAPE = {
    "": {
        "curriculum": a_text, "start": a_day, "goal": a_day, "now": a_moment, "timezone": a_text,
        "accepted_at": maybe(a_moment), "stale": texts, "effort_minutes": a_count, "done_minutes": a_count,
        "capacity_minutes_to_goal": a_count, "finish": maybe(a_day),
    },
    "verdict": {
        "status": one_of("on-time", "late", "does-not-fit"), "max_lateness_days": maybe(a_count),
        "short_minutes": a_count, "needed_hours_per_week": maybe(a_figure),
    },
    "proof": {
        "milestone": maybe(a_text), "from": a_day, "to": a_day, "weeks": a_count, "work_minutes": a_count,
        "capacity_minutes": a_count, "short_minutes": a_count, "modules": texts, "text": a_text,
    },
    "contradictions": {"code": a_text, "stated": a_figure, "actual": a_figure, "text": a_text},
    "repairs": {"kind": one_of(*REPAIRS, *PAIRS), "value": a_text, "finish": a_day, "max_lateness_days": a_count,
        "text": a_text},
    "weeks": {"start": a_day, "capacity_minutes": a_count, "buffer_minutes": a_count, "minutes": counts},
    "sessions": {
        "id": a_text, "uid": a_text, "module": maybe(a_text), "kind": one_of("study", "review", "buffer"),
        "topic": maybe(lambda value: isinstance(value, str)), "day": a_day, "start": a_moment, "end": a_moment,
        "pinned": one_of(True, False),
    },
    "modules": {
        "id": a_text, "effort_minutes": a_count, "done_minutes": a_count, "remaining_minutes": a_count,
        "start": maybe(a_day), "finish": maybe(a_day),
    },
    "milestones": {
        "id": a_text, "kind": one_of(*KINDS), "due": a_day, "expected": maybe(a_day),
        "lateness_days": maybe(a_count), "slack_minutes": a_count, "status": one_of("planned", "reached"),
    },
}  # fmt: skip


def check_record(place: str, record, shape) -> list[str]:
    if not isinstance(record, dict):
        return [f"{place}: {record!r} is no record"]
    wrong = [f"{place}: {key} is missing" for key in shape if key not in record]
    for key, kind in shape.items():
        try:
            good = key not in record or kind(record[key])
        except (TypeError, ValueError):
            good = False
        wrong += [] if good else [f"{place}: {key} is {record[key]!r}"]
    return wrong


def check_shape(document) -> list[str]:
    """Every field is there and is of its type."""
    wrong = check_record("plan", document, SHAPE[""])
    if wrong:
        return wrong
    verdict = document.get("verdict")
    wrong += check_record("verdict", verdict, SHAPE["verdict"])
    if (verdict or {}).get("proof") is not None:
        wrong += check_record("proof", verdict["proof"], SHAPE["proof"])
    lists = {name: document.get(name) for name in ("weeks", "sessions", "modules", "milestones")}
    lists |= {name: (verdict or {}).get(name) for name in ("contradictions", "repairs")}
    for name, rows in lists.items():
        if not isinstance(rows, list):
            wrong.append(f"{name} is no list")
            continue
        for n, row in enumerate(rows):
            wrong += check_record(f"{name}[{n}]", row, SHAPE[name])
    return wrong
