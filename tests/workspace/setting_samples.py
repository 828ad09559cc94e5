"""A plan with a profile of somebody's own hand, and changes of its settings."""

import errno
from dataclasses import replace

import pytest

from planner.journal.reading import read_journal
from planner.workspace.opening import open_plan
from planner.workspace.settings.changing import act_settings, change_settings
from tests.workspace.conftest import START

CODES = [errno.ENOSPC, *(pytest.param(code, marks=pytest.mark.full) for code in (errno.EIO, errno.EROFS))]
OWN = """\
\ufeff# 私の計画
curriculum: small
start: 2026-11-30
timezone: 'Asia/Tokyo'   # home

background: []
choices:  {}  # none yet
drop: [ ]   # what I leave out
availability:
    # evenings
    weekday:   [ "20:00-22:00", ]   # after work
    day_off:
        - '10:00-14:00'  # mornings
    hours_per_week: 18   # at most
""".encode()


def begun(learner, text=OWN):
    """Begin a plan with somebody's own profile; return it opened an hour later."""
    learner.home.mkdir()
    (learner.home / "profile.yaml").write_bytes(text)
    learner.begin()
    return again(learner)


def again(learner, hour=9, **changes):
    """Open the plan once more, on the morning of the first day."""
    return open_plan(learner.on(START, hour, **changes))


def profile(learner):
    return (learner.home / "profile.yaml").read_bytes()


def change(opened, **values):
    """Change settings at once; `__` stands for a dot."""
    return act_settings(change_settings(opened, {key.replace("__", "."): v for key, v in values.items()}))


def events(learner):
    """Return the journal's events in order."""
    found, problems = read_journal(learner.home)
    assert problems == ()
    return found


def elsewhere(learner):
    """Return the same plan folder as another machine sees it: nothing remembered, another name."""
    return replace(learner.on(START, 10), cache=learner.folder / "cache2", state=learner.folder / "state2")
