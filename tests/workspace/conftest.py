"""A learner to follow: a plan folder, a clock that the test turns, chance that repeats."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from planner.workspace.context import Context
from planner.workspace.setup.drafting import SetupAnswers
from planner.workspace.setup.init import init

TOKYO = ZoneInfo("Asia/Tokyo")
START = date(2026, 11, 30)  # a Monday

SMALL = """
id: small
title: {en: Small, ja: 小}
months: 2
phases:
  - id: one
    title: One
    months: [1, 2]
    modules:
      - id: python-basics
        title: {en: Python basics, ja: Python基礎}
        track: code
        hours: 10
        topics: [variables, loops]
      - {id: sql-basics, title: SQL basics, track: data, hours: 10, topics: [select, join]}
      - {id: project, title: Project, track: code, hours: 20, requires: [python-basics, sql-basics]}
      - {id: extra, title: Extra, track: data, hours: 6, priority: stretch}
milestones:
  - id: first-tool
    title: First tool
    kind: deliverable
    requires: [python-basics]
    by: {month: 1}
    steps: [plan, build]
    evidence: [url]
  - {id: medal, title: A medal, kind: kaggle, target: bronze, requires: [project], by: {month: 2}}
"""


class Learner:
    """Makes contexts: `learner.on(day)` opens the plan folder on that evening."""

    def __init__(self, folder: Path):
        self.folder, self.home = folder, folder / "plan"
        self.chance = Random(7)
        (folder / "small.yaml").write_text(SMALL, "utf-8")

    def on(self, day: date, hour: int = 23, **changes) -> Context:
        now = datetime.combine(day, time(hour), tzinfo=TOKYO).astimezone(UTC)
        context = Context(
            self.home, now, cache=self.folder / "cache", state=self.folder / "state",
            random_bits=self.chance.getrandbits, locale="en_US.UTF-8", timezone="Asia/Tokyo",
        )  # fmt: skip
        return replace(context, **changes)

    def answers(self, **changes) -> SetupAnswers:
        small = SetupAnswers(curriculum=str(self.folder / "small.yaml"), start=START, holidays="")
        return replace(small, **changes)

    def begin(self, **changes):
        return init(self.on(START, 8), self.answers(**changes))

    def tree(self) -> dict[str, bytes | None]:
        """Everything in the folder, but for the curriculum of the tests and this program's own folders."""
        found = sorted(self.folder.rglob("*"))
        kept = [path for path in found if path.relative_to(self.folder).parts[0] == "plan"]
        return {
            str(path.relative_to(self.folder)): path.read_bytes() if path.is_file() else None for path in kept
        }


@pytest.fixture
def learner(tmp_path):
    return Learner(tmp_path)
