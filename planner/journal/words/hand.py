"""What the learner's own hand did, in words: one line for each of its events."""

from collections.abc import Mapping
from datetime import date

from planner.journal.model import Event
from planner.text.languages import LocalText
from planner.text.messages import Message, Minutes, msg, msg_n

Titles = Mapping[str, LocalText]
_ON_TIME = {"pin", "unpin", "move", "skip", "time-off", "extra"}
_ON_WORK = {"module-added", "module-dropped", "module-restored", "first"}
KINDS = _ON_TIME | _ON_WORK


def describe_hand(event: Event, titles: Titles) -> Message:
    """Say an event of the hand; `titles` are those of the modules, by id."""
    return _on_time(event, titles) if event.kind in _ON_TIME else _on_work(event, titles)


def _on_time(event: Event, titles: Titles) -> Message:
    data = event.data
    if event.kind == "time-off":
        return _days_off([date.fromisoformat(day) for day in data["days"]])
    if event.kind == "extra":
        window = f"{_clock(data['start'])}-{_clock(data['end'])}"
        return msg("extra time on {day}, {window}", day=date.fromisoformat(data["day"]), window=window)
    id_ = data["session"]
    module = titles.get(id_.rpartition(".")[0], id_)
    if event.kind == "pin":
        return msg("{module}: pinned ({session})", module=module, session=id_)
    if event.kind == "unpin":
        return msg("{module}: no longer pinned ({session})", module=module, session=id_)
    if event.kind == "skip":
        return msg("{module}: skipped ({session})", module=module, session=id_)
    day = date.fromisoformat(data["day"])
    return msg("{module}: moved to {day} ({session})", module=module, day=day, session=id_)


def _days_off(days: list[date]) -> Message:
    if not days:
        return msg("no day off")
    if len(days) == 1:
        return msg("{day} off", day=days[0])
    return msg_n(
        "{count} day off, {first} to {last}",
        "{count} days off, {first} to {last}",
        len(days),
        first=min(days),
        last=max(days),
    )


def _on_work(event: Event, titles: Titles) -> Message:
    data = event.data
    if event.kind == "module-added":
        return msg("{module} added: {time}", module=data["title"], time=Minutes(data["minutes"]))
    module = titles.get(data["module"], data["module"])
    if event.kind == "module-dropped":
        return msg("{module}: dropped", module=module)
    if event.kind == "module-restored":
        return msg("{module}: brought back", module=module)
    return msg("{module}: to be studied first", module=module)


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24 if minute != 1440 else 24:02}:{minute % 60:02}"
