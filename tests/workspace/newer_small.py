"""Another version of the small curriculum: one module renamed, one split, one gone, one new; a milestone renamed."""

from datetime import timedelta

from planner.workspace.opening import open_plan
from planner.workspace.update.updating import propose_update, take
from tests.workspace.conftest import START

NEW = """
id: small
title: {en: Small, ja: 小}
months: 2
phases:
  - id: one
    title: One
    months: [1, 2]
    modules:
      - {id: python, title: Python, track: code, hours: 12, renamed_from: python-basics}
      - {id: select, title: Select, track: data, hours: 2, renamed_from: sql-basics}
      - {id: join, title: Join, track: data, hours: 9, requires: [select], renamed_from: [sql-basics]}
      - {id: project, title: Project, track: code, hours: 20, requires: [python, join]}
      - {id: papers, title: Papers, track: data, hours: 1}
milestones:
  - id: tool
    title: First tool
    kind: deliverable
    requires: [python]
    by: {month: 2}
    steps: [think, plan, {en: build, ja: 作る}]
    renamed_from: first-tool
  - {id: medal, title: A medal, kind: kaggle, target: bronze, requires: [project], by: {month: 2}}
"""
NEXT = START + timedelta(days=7)


def updated(learner, text=NEW, day=NEXT):
    return take(propose_update(open_plan(learner.on(day)), text.encode()))


def studied(opened):
    sums = {}
    for entry in opened.progress.logs:
        sums[entry.module] = sums.get(entry.module, 0) + entry.minutes
    return sums
