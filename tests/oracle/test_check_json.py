"""The checker of `planner plan --json` finds what is wrong with a document, given the raw files only."""

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from planner.journal.model import Progress
from planner.schedule import Inputs, make_plan
from tests.oracle.check_json import check_document, main
from tests.oracle.raw_yaml import read_curriculum, read_profile

PROFILE = b"""\
curriculum: small
start: 2026-12-07
timezone: Europe/Berlin
background: [programming]
drop: stretch
availability:
  weekday: ["20:00-22:00"]
  day_off: ["10:00-14:00"]
  days: {wednesday: []}
  hours_per_week: 9.5
  exceptions: [{from: 2026-12-10, to: 2026-12-11}, {from: 2026-12-12, windows: ["23:00-01:00"]}]
study: {session: {min: 30m, max: 1h30m}, buffer: 12.5%, tracks: 2}
"""
CURRICULUM = b"""\
id: small
title: Small
months: 2
phases:
  - id: only
    modules:
      - {id: a, title: A, hours: 9.9, topics: [one, two], credit: {programming: 0.5}}
      - {id: b, title: B, hours: {low: 3, likely: 4, high: 9}, requires: [a], not_before: 2026-12-20}
      - {id: c, title: C, hours: 5, requires: [side], priority: recommended}
      - {id: d, title: D, hours: 7}
      - {id: e, title: E, hours: 7, priority: stretch}
      - {id: f, title: F}
choices:
  - {id: side, title: Side, pick: 1, options: {first: {title: 1, modules: [d]}, second: {title: 2, modules: [b]}}}
milestones:
  - {id: m, title: M, kind: deliverable, requires: [a], by: {month: 1}}
  - {id: n, title: N, kind: kaggle, requires: [c, side], by: 2026-12-13}
"""
ZONE = ZoneInfo("Europe/Berlin")


def moment(minutes: int) -> str:
    return datetime.fromtimestamp(60 * minutes, ZONE).isoformat()


def day(value: date | None) -> str | None:
    return value and value.isoformat()


def written(plan) -> dict:
    """The document as DESIGN.md section 8 shows it."""
    verdict = plan.verdict
    return {
        "curriculum": "small", "start": day(plan.start), "goal": day(plan.goal), "now": plan.now.isoformat(),
        "timezone": "Europe/Berlin", "accepted_at": None, "stale": [], "effort_minutes": plan.effort,
        "done_minutes": plan.done, "capacity_minutes_to_goal": plan.capacity_to_goal, "finish": day(plan.finish),
        "verdict": {
            "status": verdict.status, "max_lateness_days": verdict.max_lateness_days,
            "short_minutes": verdict.short_minutes, "needed_hours_per_week": verdict.needed_hours_per_week,
            "contradictions": [], "repairs": [],
        },
        "weeks": [
            {
                "start": day(w.start), "capacity_minutes": w.capacity, "buffer_minutes": w.buffer,
                "minutes": dict(w.minutes),
            }
            for w in plan.weeks
        ],
        "sessions": [
            {
                "id": s.id, "uid": f"{s.id}.x@roadmap-planner", "module": s.module, "kind": s.kind, "topic": "one",
                "day": day(s.day), "start": moment(s.start), "end": moment(s.end), "pinned": s.pinned,
            }
            for s in plan.sessions
        ],
        "modules": [
            {
                "id": m.id, "effort_minutes": m.effort, "done_minutes": m.done, "remaining_minutes": m.remaining,
                "start": day(m.start), "finish": day(m.finish),
            }
            for m in plan.modules
        ],
        "milestones": [
            {
                "id": m.id, "kind": str(m.kind), "due": day(m.due), "expected": day(m.expected),
                "lateness_days": m.lateness_days, "slack_minutes": m.slack,
                "status": "reached" if m.reached else "planned",
            }
            for m in plan.milestones
        ],
    }  # fmt: skip


@pytest.fixture
def home(tmp_path):
    (tmp_path / "profile.yaml").write_bytes(PROFILE)
    (tmp_path / "curriculum.yaml").write_bytes(CURRICULUM)
    (tmp_path / "journal").mkdir()
    return tmp_path


@pytest.fixture
def document():
    curriculum, unknown = read_curriculum(CURRICULUM)
    assert unknown == {"f"}
    now = datetime(2026, 12, 7, 9, 20, tzinfo=ZONE)
    return written(make_plan(Inputs(curriculum, read_profile(PROFILE), Progress(), now), repairs=False))


def test_a_true_document_passes(document, home):
    assert check_document(document, home) == []
    assert [row["effort_minutes"] for row in document["modules"]] == [300, 300, 420, 0]


def test_log_lines_count(document, home):
    work = {"day": "2026-12-07", "kind": "log"}
    lines = [
        {"id": "1", "at": "2026-12-07T01:00:00Z", **work, "data": {"module": "d", "minutes": 60}},
        {"id": "2", "at": "2026-12-07T02:00:00Z", **work, "data": {"module": "d", "minutes": 30}},
        {
            "id": "3",
            "at": "2026-12-07T03:00:00Z",
            "day": "2026-12-07",
            "kind": "undo",
            "data": {"events": ["2"]},
        },
    ]
    (home / "journal" / "here.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert "d: (420, 0, 420), not (420, 60, 360)" in check_document(document, home)


WRONG = {
    "a field is missing": (lambda d: d.pop("finish"), "finish is missing"),
    "a figure is text": (lambda d: d.update(effort_minutes="48000"), "effort_minutes is '48000'"),
    "a day is none": (lambda d: d.update(goal="2027-13-01"), "goal is"),
    "a time has no offset": (lambda d: d["sessions"][0].update(start="2026-12-07T20:00:00"), "start is"),
    "a status is unknown": (lambda d: d["verdict"].update(status="fine"), "status is 'fine'"),
    "another offset": (
        lambda d: d["sessions"][0].update(start="2026-12-07T19:00:00+00:00"),
        "has not the offset",
    ),
    "another time zone": (lambda d: d.update(timezone="Asia/Tokyo"), "timezone is"),
    "no topic": (lambda d: d["sessions"][0].update(topic=""), "no topic"),
    "a uid twice": (lambda d: d["sessions"][0].update(uid=d["sessions"][1]["uid"]), "is not the only one"),
    "slack": (lambda d: d["milestones"][0].update(slack_minutes=7), "slack 7"),
    "a session gone": (lambda d: d["sessions"].pop(0), "minutes placed of"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_document_is_found(document, home, name):
    change, complaint = WRONG[name]
    first = next(n for n, s in enumerate(document["sessions"]) if s["module"] == "a")
    document["sessions"].insert(0, document["sessions"].pop(first))
    change(document)
    assert any(complaint in line for line in check_document(document, home))


def test_as_a_program(document, home, capsys):
    path = home / "plan.json"
    path.write_text(json.dumps(document))
    assert main([str(path), str(home)]) == 0
    assert main([str(path), str(home), "--shown"]) == 0
    path.write_text(json.dumps(document | {"effort_minutes": 1}))
    assert main([str(path), str(home)]) == 1
    assert "effort is 1" in capsys.readouterr().out


def test_a_wrong_week_and_wrong_repairs_are_found(document, home):
    (home / "curriculum.yaml").write_bytes(CURRICULUM + b"stated_hours_per_week: 20\n")
    row = {"code": "weekly-hours", "stated": 20, "actual": 9.5, "text": "-"}
    repairs = [
        {"kind": kind, "value": value, "finish": "2027-01-01", "max_lateness_days": 0, "text": "-"}
        for kind, value in (("goal", "2026-12-08"), ("goal", "2026-12-09"))
    ]
    assert any("weekly-hours []" in line for line in check_document(document, home))
    document["verdict"]["contradictions"] = [row]
    assert check_document(document, home) == []
    document["verdict"]["contradictions"] = [row | {"actual": 18}]
    document["verdict"]["repairs"] = repairs
    found = check_document(document, home)
    assert any("weekly-hours 20 and 18" in line for line in found)
    assert any("goal 2026-12-08" in line and "days late" in line for line in found)
