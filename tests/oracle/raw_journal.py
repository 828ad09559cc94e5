"""What the journal says about work and results, folded in the plainest way from the raw lines."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from planner.journal.model import (
    AcceptedPlan,
    AddedModule,
    Evidence,
    ExtraTime,
    Logged,
    MilestoneProgress,
    Progress,
)

WORK = ("log", "log-amended", "log-deleted", "done", "estimate", "reached", "reopened", "checkin", "plan")
HAND = (
    "pin",
    "unpin",
    "time-off",
    "extra",
    "skip",
    "module-added",
    "module-dropped",
    "module-restored",
    "first",
)
KINDS = WORK + HAND
EVIDENCE = ("url", "metric", "rank", "teams")


@dataclass
class Time:
    """Time on a module: the number of its event, and the day, or the week of the check-in that reported it."""

    number: int
    module: str
    minutes: int
    week: date
    day: date | None


def standing(folder: Path) -> list[dict]:
    """The events in order, once each, without those that are undone, and of a week's check-ins the last."""
    found = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            event = json.loads(line)
            found[event["id"]] = event
    events = sorted(found.values(), key=lambda event: (datetime.fromisoformat(event["at"]), event["id"]))
    void: set[str] = set()
    for event in events:
        named = set(event["data"].get("events", ())) if event["kind"] in {"undo", "redo"} else set()
        void = void | named if event["kind"] == "undo" else void - named
    return [event for event in events if event["id"] not in void and event["kind"] in KINDS]


def counting(events: list[dict]) -> list[dict]:
    """Without the check-ins that a later one of the same week replaced."""
    last = {event["data"]["week"]: event["id"] for event in events if event["kind"] == "checkin"}
    return [e for e in events if e["kind"] != "checkin" or last[e["data"]["week"]] == e["id"]]


def times(events: list[dict]) -> list[Time]:
    """The logged time after amendments and deletions, and the hours of check-ins, in the order of events."""
    found: dict[tuple[str, str], Time] = {}
    for number, event in enumerate(events):
        data, day = event["data"], date.fromisoformat(event["day"])
        named = (data.get("event", ""), "")
        match event["kind"]:
            case "log":
                found[event["id"], ""] = Time(number, data["module"], data["minutes"], day, day)
            case "log-amended" if named in found:
                time = found[named]
                time.module, time.minutes = data.get("module", time.module), data.get("minutes", time.minutes)
                time.day = date.fromisoformat(data["day"]) if "day" in data else time.day
            case "log-deleted":
                found.pop(named, None)
            case "checkin":
                week = date.fromisoformat(data["week"])
                for module, minutes in data.get("hours", {}).items():
                    if minutes:
                        found[event["id"], module] = Time(number, module, minutes, week, None)
    for time in found.values():
        time.week = time.week if time.day is None else time.day - timedelta(days=time.day.weekday())
    return list(found.values())


def totals(events: list[dict], entries: list[Time]) -> dict[str, int]:
    """The learner's own totals: what remains, and what was studied when they said so."""
    found = {}
    for number, event in enumerate(events):
        data = event["data"]
        left = data.get("remaining", {}) if event["kind"] == "checkin" else {}
        if event["kind"] == "estimate":
            left = {data["module"]: data["remaining"]}
        for module, minutes in left.items():
            mine = [time for time in entries if time.module == module]
            before = sum(time.minutes for time in mine if time.number <= number)
            if event["kind"] == "checkin":
                week = date.fromisoformat(data["week"])
                later = [time for time in mine if time.number > number and time.day is None]
                before += sum(time.minutes for time in later if time.week < week)
            found[module] = minutes + before
    return found


def ratios(events: list[dict], entries: list[Time]) -> dict[str, tuple[int, int]]:
    """The effort ratio in force when the first time was put on a module."""
    in_force, now = [], (1, 1)
    for event in events:
        now = tuple(event["data"].get("ratio", (1, 1))) if event["kind"] == "plan" else now
        in_force.append(now)
    found: dict[str, tuple[int, int]] = {}
    for time in sorted(entries, key=lambda time: time.number):
        found.setdefault(time.module, in_force[time.number])
    return found


def results(events: list[dict]) -> dict[str, MilestoneProgress]:
    """The milestones reached: the first day stays, the evidence grows; reopening forgets both."""
    days, shown = {}, {}
    for event in events:
        data, day = event["data"], date.fromisoformat(event["day"])
        if event["kind"] == "reopened":
            days.pop(data["milestone"], None)
            shown.pop(data["milestone"], None)
        named = {data["milestone"]: data} if event["kind"] == "reached" else {}
        named = data.get("milestones", {}) if event["kind"] == "checkin" else named
        for name, evidence in named.items():
            days.setdefault(name, day)
            shown.setdefault(name, {}).update({key: evidence[key] for key in EVIDENCE if key in evidence})
    return {
        name: MilestoneProgress(reached=day, result=Evidence(**shown[name])) for name, day in days.items()
    }


def accepted(event: dict) -> AcceptedPlan:
    """An acceptance; its sessions are not read."""
    data, at = event["data"], datetime.fromisoformat(event["at"])
    ratio = tuple(data.get("ratio", (1, 1)))
    return AcceptedPlan(
        event["id"], at, data["now"], data.get("previous", ""), (), data.get("inputs", {}), ratio
    )


def by_hand(events: list[dict]) -> dict:
    """The time and the work that the learner's own hand changed."""
    said: dict = {"extra": [], "skipped": [], "added": {}, "dropped": {}, "first": []}
    for event in events:
        data = event["data"]
        match event["kind"]:
            case "extra":
                said["extra"] += [ExtraTime(date.fromisoformat(data["day"]), data["start"], data["end"])]
            case "time-off" | "checkin":
                gone = data.get("days", data.get("time_off", []))
                said["extra"] = [each for each in said["extra"] if each.day.isoformat() not in gone]
            case "skip":
                said["skipped"] += [(data["start"], data["end"])]
            case "module-added":
                more = (data["minutes"], tuple(data.get("requires", ())), data.get("track", ""))
                said["added"][data["module"]] = AddedModule(data["module"], data["title"], *more)
            case "module-dropped" | "module-restored":
                said["dropped"][data["module"]] = event["kind"] == "module-dropped"
            case "first":
                others = [name for name in said["first"] if name != data["module"]]
                said["first"] = [data["module"], *others]
    flags = said.pop("dropped")
    return {
        name: tuple(dict(value).values() if name == "added" else value) for name, value in said.items()
    } | {
        "dropped": frozenset(name for name, out in flags.items() if out),
        "restored": frozenset(name for name, out in flags.items() if not out),
    }


def pinned(folder: Path) -> dict[str, tuple[int, bool]]:
    """Where each session of the plan in force begins, and whether it is pinned: by the plan, or by a hand after it."""
    events = standing(folder)
    plans = [event for event in events if event["kind"] == "plan"]
    rows = plans[-1]["data"]["sessions"] if plans else []
    flags = {row[0]: bool(row[7]) for row in rows}
    after = events[events.index(plans[-1]) :] if plans else []
    flags |= {e["data"]["session"]: e["kind"] == "pin" for e in after if e["kind"] in {"pin", "unpin"}}
    return {row[0]: (row[4], flags[row[0]]) for row in rows}


def progress_of(events: list[dict]) -> Progress:
    """Progress as far as a plan depends on it, from standing events."""
    plans = tuple(accepted(event) for event in events if event["kind"] == "plan")
    events = counting(events)
    entries, done, off = times(events), {}, set()
    for event in events:
        data, day = event["data"], date.fromisoformat(event["day"])
        named = [data["module"]] if event["kind"] == "done" else []
        named = data.get("done", []) if event["kind"] == "checkin" else named
        done = dict.fromkeys(named, day) | done
        named = data.get("days", ()) if event["kind"] == "time-off" else data.get("time_off", ())
        off |= {date.fromisoformat(text) for text in named}
    return Progress(
        tuple(Logged("", time.module, time.minutes, time.week, time.day) for time in entries),
        done, totals(events, entries), ratios(events, entries), results(events), time_off=frozenset(off),
        accepted=plans[-1] if plans else None, plans=plans, **by_hand(events),
    )  # fmt: skip


def fold(folder: Path) -> Progress:
    """What happened until now."""
    return progress_of(standing(folder))


def before_acceptance(folder: Path) -> tuple[Progress, bool]:
    """What had happened before the plan in force was accepted, and whether a check-in led to it."""
    events = standing(folder)
    numbers = [n for n, event in enumerate(events) if event["kind"] == "plan"]
    last = numbers[-1] if numbers else len(events)
    leader = events[last]["data"].get("part_of") if numbers else None
    kinds = {event["id"]: event["kind"] for event in events}
    return progress_of(events[:last]), kinds.get(leader) == "checkin"
