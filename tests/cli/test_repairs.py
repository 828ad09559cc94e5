"""What would make a late plan fit: each line comes with the command that tries it, and the command keeps its word."""

import shlex
from datetime import date

import pytest

from planner.cli.views.verdict import repair_command
from planner.schedule.model import Repair
from planner.text.messages import msg
from tests.cli.conftest import MADE

WHEN = date(2027, 5, 31)


@pytest.fixture
def late(empty):
    """Six months with everything, which do not fit the articles' week."""
    empty.ok("init", "--curriculum", "ml-engineer-6m", *MADE)
    return empty


def test_every_repair_of_a_late_plan_can_be_tried(late):
    repairs = late.json("plan")["verdict"]["repairs"]
    commands = [
        line.strip() for line in late.ok("plan").splitlines() if line.startswith("    planner whatif")
    ]
    assert len(commands) == len(repairs) > 3
    for command, repair in zip(commands, repairs, strict=True):
        after = late.json(*shlex.split(command)[1:])["plan"]
        assert after["verdict"]["status"] == "on-time", command
        assert after["goal"] >= repair["finish"]


@pytest.mark.parametrize(
    ("kind", "value", "command"),
    [
        ("hours", "23.5", "planner whatif --hours-per-week 23.5"),
        ("drop", "rnn,cnn", "planner whatif --drop rnn --drop cnn"),
        ("hours+drop", "18.5+stretch", "planner whatif --hours-per-week 18.5 --drop stretch"),
        ("goal+credit", "2027-08-02+science", "planner whatif --goal 2027-08-02 --background science"),
        ("choice", "speciality=vision", "planner whatif --choice speciality=vision"),
    ],
)
def test_a_repair_is_said_as_a_command(kind, value, command):
    assert repair_command(Repair(kind, value, WHEN, 0, msg("Any"), msg("Any"))) == command


def test_a_late_plan_says_why_no_plan_can_be_in_time(late):
    verdict = late.json("plan")["verdict"]
    proof = verdict["proof"]
    assert proof["short_minutes"] == proof["work_minutes"] - proof["capacity_minutes"] > 0
    assert (proof["milestone"], proof["to"]) == (None, "2027-05-31")
    words = " ".join(late.ok("plan").split())
    assert "why no plan can be on time" in words
    assert proof["text"] in words


def test_a_plan_in_time_has_neither_repairs_nor_proof(still):
    verdict = still.json("plan")["verdict"]
    assert (verdict["repairs"], verdict["proof"]) == ([], None)
