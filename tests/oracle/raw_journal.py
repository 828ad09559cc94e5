"""What the journal says about work and results, folded in the plainest way from the raw lines."""

import json
from datetime import date, timedelta
from pathlib import Path

from planner.journal.model import Logged, MilestoneProgress, Progress

KINDS = ("log", "log-amended", "log-deleted", "done", "reached", "reopened", "checkin", "plan")


def standing(folder: Path) -> list[dict]:
    """The events in order, once each, without those that are undone."""
    found = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            event = json.loads(line)
            found[event["id"]] = event
    events = sorted(found.values(), key=lambda event: (event["at"], event["id"]))
    void: set[str] = set()
    for event in events:
        named = set(event["data"].get("events", ())) if event["kind"] in {"undo", "redo"} else set()
        void = void | named if event["kind"] == "undo" else void - named
    return [event for event in events if event["id"] not in void and event["kind"] in KINDS]


def fold_logs(events) -> list[Logged]:
    """The logged time after amendments and deletions."""
    logs: dict[str, tuple[str, int, date]] = {}
    for event in events:
        data, day = event["data"], date.fromisoformat(event["day"])
        if event["kind"] == "log":
            logs[event["id"]] = (data["module"], data["minutes"], day)
        elif event["kind"] == "log-amended" and data["event"] in logs:
            module, minutes, on = logs[data["event"]]
            on = date.fromisoformat(data["day"]) if "day" in data else on
            logs[data["event"]] = (data.get("module", module), data.get("minutes", minutes), on)
        elif event["kind"] == "log-deleted":
            logs.pop(data["event"], None)
    return [Logged(name, m, n, on - timedelta(days=on.weekday()), on) for name, (m, n, on) in logs.items()]


def worked_on(event) -> list[str]:
    """The modules that an event puts time on."""
    data = event["data"]
    return [data["module"]] if event["kind"] == "log" else list(data.get("hours", {}))


def fold(folder: Path) -> tuple[Progress, tuple[int, int]]:
    """Progress as far as a fresh plan depends on it, and the effort ratio of the last accepted plan."""
    events = standing(folder)
    done, milestones, ratio, checkins, begun = {}, {}, (1, 1), {}, {}
    for event in events:
        data, day = event["data"], date.fromisoformat(event["day"])
        for module in worked_on(event):
            begun.setdefault(module, ratio)
        match event["kind"]:
            case "done":
                done[data["module"]] = day
            case "reached":
                milestones[data["milestone"]] = MilestoneProgress(reached=day)
            case "reopened":
                milestones.pop(data["milestone"], None)
            case "checkin":
                checkins[data["week"]] = (data, day)
            case "plan":
                ratio = tuple(data["ratio"])
    entries, off, efforts = fold_logs(events), set(), {}
    for week, (data, day) in sorted(checkins.items()):
        entries += [Logged("", m, n, date.fromisoformat(week)) for m, n in data.get("hours", {}).items()]
        done |= dict.fromkeys(data.get("done", ()), day)
        milestones |= {name: MilestoneProgress(reached=day) for name in data.get("milestones", {})}
        off |= {date.fromisoformat(text) for text in data.get("time_off", ())}
        for module, left in data.get("remaining", {}).items():
            efforts[module] = left + sum(entry.minutes for entry in entries if entry.module == module)
    progress = Progress(tuple(entries), done, efforts, begun, milestones, time_off=frozenset(off))
    return progress, ratio
