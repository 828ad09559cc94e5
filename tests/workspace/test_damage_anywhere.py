"""Whatever is damaged in the plan folder: no traceback, no wrong value, always reported, and mended from a backup."""

import json
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from click.testing import CliRunner

from planner.cli import edge
from planner.cli.root import root
from planner.journal.fold import fold
from planner.problems import DataError
from planner.workspace.folding import Journal
from planner.workspace.mending.checking import check_journal
from planner.workspace.mending.mending import mend
from planner.workspace.opening import CURRICULUM, PROFILE, open_plan
from planner.workspace.views.plan_json import plan_document
from planner.workspace.views.today import today_view
from tests.workspace.conftest import START, Learner
from tests.workspace.damaging import damage, intact, keep, live, put_back

WEEK = START + timedelta(days=6)


class Case:
    """One damaged copy of the plan folder, and what is still whole in it."""

    def __init__(self, whole, learner, seed):
        chance = Random(seed)
        put_back(learner.folder)
        self.whole, self.context = whole, whole.context
        home = self.context.home
        self.before = self.texts()
        self.file = chance.choice(sorted(path for path in home.rglob("*") if path.is_file()))
        self.how = damage(self.file, chance)
        self.events = intact(home, whole.events)

    def texts(self):
        """What the two YAML files hold; None for one that cannot be read."""
        return {name: _bytes(self.context.home / name) for name in (PROFILE, CURRICULUM)}

    @property
    def lost(self):
        return len(self.whole.events) - len(self.events)


def _bytes(path):
    try:
        return path.read_bytes()
    except OSError:
        return None


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    learner = Learner(tmp_path_factory.mktemp("lived"))
    whole = live(learner, START)
    keep(learner.folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edge, "platform_folder", lambda kind: learner.folder / kind)
        yield learner, whole


def test_the_folder_to_damage_is_sound(lived):
    learner, whole = lived
    put_back(learner.folder)
    context = whole.context
    checked = check_journal(context)
    assert (checked.problems, checked.given_up, checked.rescue.is_empty) == ((), (), True)
    assert len(intact(context.home, whole.events)) == len(whole.events) == 11
    assert open_plan(context).progress == whole.progress


def hold_to_it(case):
    """Open a damaged folder: a refusal with reasons, or true values with what is wrong."""
    try:
        opened = open_plan(case.context)
    except DataError as error:
        said = [problem.text(case.whole.t) for problem in error.problems]
        named = {PROFILE, CURRICULUM} if case.file.suffix == ".yaml" else {case.file.name}
        assert all(any(name in line for name in named) for line in said), said
        return None
    assert opened.progress == fold(case.events)
    truth = Journal(case.context, case.events).shown
    assert (opened.shown, opened.journal.shown.timeline) == (truth.progress, truth.timeline)
    assert bool(opened.problems) >= bool(case.lost)
    changed = {name for name, text in case.texts().items() if text != case.before[name]}
    stale = [case.whole.t(reason) for reason in opened.plan.stale]
    accepted = opened.shown.accepted is not None
    assert all(any(name in reason for reason in stale) for name in changed if accepted)
    if not changed:
        assert (opened.written, opened.settings) == (case.whole.written, case.whole.settings)
    assert today_view(opened).day == WEEK
    assert plan_document(opened)["curriculum"] == opened.curriculum.id
    return opened


def check_it(case, opened):
    """Check a damaged folder: it says at least what opening says; a backup then gives everything back."""
    try:
        checked = check_journal(case.context)
    except DataError:
        assert opened is None
        return
    assert bool(checked.problems) >= (bool(case.lost) or opened is None)
    if opened is None or checked.rescue.is_empty:
        assert not case.lost or opened is None
        return
    mended = mend(replace(case.context, now=case.context.now + timedelta(hours=1)), checked).opened
    assert mended.problems == ()
    assert check_journal(case.context).problems == ()
    back = [event for event in mended.events if event.kind != "damage-accepted"]
    assert fold(back) == case.whole.progress


def command_it(case, opened, seed):
    """Run a command on a damaged folder: an answer or one line for each problem, and never a fault."""
    words = (["today"], ["plan"], ["journal", "check"])[seed % 3]
    result = CliRunner().invoke(
        root, ["--home", str(case.context.home), "--today", f"{WEEK}", *words, "--json"]
    )
    assert result.exit_code in {0, 1}, result.stderr
    assert "Traceback" not in result.stderr
    assert all(line.strip() for line in result.stderr.splitlines())
    if result.exit_code == 0:
        assert json.loads(result.stdout)
        assert opened is not None
    else:
        assert not result.stdout
        assert words == ["journal", "check"] or opened is None
    assert bool(result.stderr) >= (bool(case.lost) or opened is None)


def run(lived, seeds):
    learner, whole = lived
    seen = set()
    for seed in seeds:
        case = Case(whole, learner, seed)
        try:
            opened = hold_to_it(case)
            command_it(case, opened, seed)
            check_it(case, opened)
        except Exception as error:
            error.add_note(f"seed {seed}: {case.how} in {case.file.name}")
            raise
        seen.add((case.how, case.file.suffix))
    return seen


@pytest.mark.parametrize(
    ("seeds", "kinds"),
    [(range(80), 30), pytest.param(range(80, 500), 60, marks=pytest.mark.ci)],
    ids=["some", "many"],
)
def test_random_damage_of_any_file(lived, seeds, kinds):
    """Five hundred cases, most of which `make test` leaves to CI."""
    assert len(run(lived, seeds)) > kinds


@pytest.mark.full
def test_random_damage_of_any_file_often(lived):
    run(lived, range(500, 10_000))
