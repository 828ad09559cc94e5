"""A newer version of the curriculum: offered, shown, taken as one action, and taken back; nothing studied is lost."""

import pytest

from planner.curriculum import bundled
from planner.journal.model import Evidence
from planner.problems import DataError, fail
from planner.text import translator
from planner.text.messages import msg
from planner.workspace.backup.making import list_backups, make_backup
from planner.workspace.hand.changing import act
from planner.workspace.hand.time import pin
from planner.workspace.hand.work import put_first
from planner.workspace.milestones import reach, tick_step
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.tracking.log import log_time, mark_done
from planner.workspace.undoing.undo import redo, undo
from planner.workspace.update.newer import newer_version
from planner.workspace.update.updating import propose_update, take
from planner.workspace.views.today import today_view
from tests.workspace.conftest import SMALL, START
from tests.workspace.newer_small import NEW, NEXT, studied, updated

EN = translator("en")


@pytest.fixture
def comes_with(tmp_path, monkeypatch):
    """Let the program come with another version of the small curriculum."""
    folder = tmp_path / "bundled"
    folder.mkdir()
    monkeypatch.setattr(bundled, "_folder", lambda: folder)
    return lambda text: (folder / "small.yaml").write_text(text, "utf-8")


def said(update):
    return [EN(each.said) for each in update.differences]


def test_a_version_that_was_never_the_plans_is_offered(learner, comes_with):
    comes_with(SMALL)
    opened = learner.begin()
    assert newer_version(opened) is None
    assert propose_update(opened) is None
    comes_with(NEW)
    assert newer_version(opened) == NEW.encode()
    opened = take(propose_update(open_plan(learner.on(NEXT))))
    assert newer_version(opened) is None
    comes_with(SMALL)
    assert newer_version(opened) is None  # it was the plan's once
    comes_with(NEW)
    back, _ = undo(opened)
    assert newer_version(back) == NEW.encode()


def test_an_edited_copy_of_the_bundled_version_has_nothing_newer(learner, comes_with):
    comes_with(SMALL)
    learner.begin()
    (learner.home / "curriculum.yaml").write_text(SMALL + "# mine\n", "utf-8")
    assert newer_version(open_plan(learner.on(NEXT))) is None


@pytest.mark.parametrize("name", ["curriculum.yaml", "profile.yaml"])
def test_a_file_edited_since_the_plan_was_opened_is_not_proposed_upon(learner, name):
    opened = learner.begin()
    file = learner.home / name
    file.write_bytes(file.read_bytes() + b"# mine\n")
    with pytest.raises(DataError, match="changed"):
        propose_update(opened, NEW.encode())
    assert propose_update(open_plan(opened.context), NEW.encode()) is not None


def test_what_is_different_is_said_in_words_and_nothing_is_written(learner):
    opened = learner.begin()
    before = learner.tree()
    update = propose_update(opened, NEW.encode())
    assert said(update) == [
        "goes: Extra",
        "new: Papers (1 h)",
        "renamed: Python basics → Python",
        "split: SQL basics → Select (2 h), Join (9 h)",
        "Python: 10 h → 12 h",
        "other details (topics, books, dates …) of 1 module: Python",
        "renamed: First tool (first-tool → tool)",
        "First tool: due month 1 → month 2",
        "First tool: steps 2 → 3",
    ]
    assert learner.tree() == before


def test_taking_it_is_one_action_with_a_backup_and_undo_brings_all_back(learner):
    learner.begin()
    log_time(open_plan(learner.on(START)), "sql-basics", 180)
    before = open_plan(learner.on(NEXT))
    count = len(before.events)
    opened = updated(learner)
    new = opened.events[count:]
    assert [event.kind for event in new] == ["replaced", "plan"]
    assert new[1].data["part_of"] == new[0].id
    assert (learner.home / "curriculum.yaml").read_text("utf-8") == NEW
    assert any(backup.reason == "before-update" for backup in list_backups(opened.context)[0])
    assert opened.plan.stale == ()
    again = open_plan(learner.on(NEXT))
    assert again.progress == opened.progress
    assert again.plan.sessions == opened.plan.sessions
    back, _ = undo(again)
    assert (learner.home / "curriculum.yaml").read_text("utf-8") == SMALL
    assert (back.plan.sessions, studied(back)) == (before.plan.sessions, studied(before))
    forth, _ = redo(back)
    assert (learner.home / "curriculum.yaml").read_text("utf-8") == NEW
    assert (forth.plan.sessions, studied(forth)) == (opened.plan.sessions, studied(opened))


def test_history_moves_with_the_names(learner):
    learner.begin()
    opened = log_time(open_plan(learner.on(START)), "python-basics", 120)
    opened = log_time(opened, "sql-basics", 300)
    opened = log_time(opened, "extra", 45)
    opened = mark_done(opened, "python-basics")
    opened = act(put_first(opened, "sql-basics"))
    weeks = today_view(opened).burn_up[0][:2]
    update = propose_update(open_plan(learner.on(START)), NEW.encode())
    assert [(EN(title), minutes) for title, minutes in update.kept] == [("Extra", 45)]
    opened = take(update)
    assert studied(opened) == {"python": 120, "select": 120, "join": 180, "extra": 45}
    assert set(opened.progress.done) == {"python"}
    assert opened.progress.first == ("select", "join")
    modules = {module.id: (module.done, module.remaining) for module in opened.plan.modules}
    assert modules == {
        "python": (120, 0),
        "select": (120, 0),
        "join": (180, 360),
        "project": (0, 1200),
        "papers": (0, 60),
    }
    assert today_view(opened).burn_up[0][:2] == weeks  # hours studied stay studied
    assert opened.titles["python-basics"].in_language("en") == "Python"


def test_sessions_of_a_renamed_module_keep_their_names_and_pins(learner):
    opened = learner.begin()
    session = next(s for s in opened.plan.sessions if s.module == "python-basics" and s.day > START)
    opened = act(pin(opened, session.id))
    opened = updated(learner, day=START)
    kept = next(s for s in opened.plan.sessions if s.id == session.id)
    assert (kept.module, kept.start, kept.uid, kept.pinned) == ("python", session.start, session.uid, True)


def test_the_difference_of_the_plans_is_told_in_the_new_names(learner):
    same = SMALL.replace("id: python-basics\n", "id: python\n        renamed_from: python-basics\n")
    same = same.replace("[python-basics", "[python")
    opened = learner.begin()
    diff = propose_update(opened, same.encode()).proposal.diff
    assert (diff.moved, diff.added, diff.removed, diff.milestones) == ((), (), (), ())
    assert diff.kept == len([s for s in opened.plan.sessions if s.kind != "buffer"])


def test_ticks_go_to_the_step_with_the_same_text(learner):
    opened = learner.begin()
    opened = tick_step(opened, "first-tool", 1)
    opened = updated(learner)
    assert opened.progress.milestones["tool"].steps == {2}
    assert propose_update(opened, SMALL.encode()).lost == ()


@pytest.mark.parametrize(
    ("steps", "ticked", "lost"),
    [
        ("[build, plan]", {2}, []),
        ("[plan it, build]", {1}, []),
        ("[think, plan, build]", {2}, []),
        ("[build]", set(), ["plan"]),
        ("[build, ship]", set(), ["plan"]),
        ("[{en: build, ja: 作る}, {en: Plan, ja: plan}]", {2}, []),
    ],
)
def test_a_reworded_step_keeps_its_tick_only_where_its_place_is_its_own(learner, steps, ticked, lost):
    opened = tick_step(learner.begin(), "first-tool", 1)
    update = propose_update(opened, SMALL.replace("[plan, build]", steps).encode())
    assert [EN(each.step) for each in update.lost] == lost
    assert take(update).progress.milestones["first-tool"].steps == ticked


def test_lines_of_ones_own_are_named_before_they_go(learner):
    opened = learner.begin()
    assert (propose_update(opened, NEW.encode()).edited) is False
    mine = SMALL.replace("title: Extra, track: data, hours: 6", "title: My extra, track: data, hours: 7")
    (learner.home / "curriculum.yaml").write_text(mine, "utf-8")
    accept(propose_replan(open_plan(learner.on(NEXT))))
    update = propose_update(open_plan(learner.on(NEXT)), (SMALL + "# new\n").encode())
    assert update.edited
    assert [line.strip()[:16] for line in update.own_lines] == ["- {id: extra, ti"]


def test_lines_of_ones_own_are_told_from_the_version_in_a_backup(learner):
    opened = learner.begin()
    make_backup(opened.context, "daily")
    (learner.home / "curriculum.yaml").write_text(SMALL + "# mine\n", "utf-8")
    update = propose_update(open_plan(learner.on(NEXT)), NEW.encode())
    assert (update.edited, update.own_lines) == (True, ("# mine",))


def test_lines_of_ones_own_are_told_from_the_version_that_was_taken_before(learner):
    learner.begin()
    updated(learner)
    (learner.home / "curriculum.yaml").write_text(NEW.replace("hours: 12", "hours: 13"), "utf-8")
    update = propose_update(open_plan(learner.on(NEXT)), SMALL.encode())
    assert (update.edited, [line.strip()[:12] for line in update.own_lines]) == (True, ["- {id: pytho"])


def test_a_file_edited_while_one_was_asked_stays(learner):
    learner.begin()
    update = propose_update(open_plan(learner.on(NEXT)), NEW.encode())
    (learner.home / "curriculum.yaml").write_text(SMALL + "# mine\n", "utf-8")
    before = learner.tree()
    with pytest.raises(DataError, match="changed meanwhile"):
        take(update)
    assert learner.tree() == before


def test_a_profile_that_names_what_is_gone_is_told_with_the_command_that_mends_it(learner):
    learner.begin(drop=("extra", "sql-basics"))
    before = learner.tree()
    with pytest.raises(DataError) as wrong:
        propose_update(open_plan(learner.on(NEXT)), NEW.encode())
    first, last = wrong.value.problems
    assert (first.file, first.line > 0) == ("profile.yaml", True)
    assert EN(last.message).endswith("Run first: planner profile set drop '[sql-basics]'")
    assert learner.tree() == before


def test_a_profile_that_drops_what_was_split_drops_the_parts(learner):
    learner.begin(drop=("sql-basics",))
    assert {module.id for module in updated(learner).plan.modules} == {"python", "project", "papers"}
    assert "join" in open_plan(learner.on(NEXT)).profile.drop


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (NEW.replace("id: small", "id: large"), "another curriculum"),
        (NEW.replace("months: 2", "months: two"), "problem"),
        (NEW.replace("renamed_from: python-basics", "renamed_from: project"), "still"),
    ],
)
def test_what_is_no_version_of_the_curriculum_is_refused(learner, text, wrong):
    learner.begin()
    with pytest.raises(DataError, match=wrong) as error:
        propose_update(open_plan(learner.on(NEXT)), text.encode(), "other.yaml")
    assert error.value.problems[0].file == "other.yaml"


def test_a_merged_milestone_is_reached_when_all_it_is_made_of_are(learner):
    opened = reach(learner.begin(), "first-tool", Evidence(url="https://x.example"))
    head, _, _ = SMALL.partition("milestones:")
    merged = head + (
        "milestones: [{id: all, title: All, kind: offer, requires: [project], by: {month: 2}, "
        "renamed_from: [first-tool, medal]}]\n"
    )
    update = propose_update(opened, merged.encode())
    assert [draft.kind for draft in update.proposal.drafts] == ["replaced", "reopened"]
    assert take(update).progress.milestones["all"].reached is None
    whole = reach(undo(open_plan(learner.on(START)))[0], "medal", Evidence(rank=1, teams=100))
    assert take(propose_update(whole, merged.encode())).progress.milestones["all"].reached is not None


@pytest.mark.parametrize(
    "place", ["planner.workspace.acting.append", "planner.workspace.backup.making.make_backup"]
)
def test_when_the_backup_or_the_journal_cannot_be_written_all_stays(learner, monkeypatch, place):
    learner.begin()
    update = propose_update(open_plan(learner.on(NEXT)), NEW.encode())
    before = learner.tree()

    def refuse(*_):
        raise fail(msg("the disk is full"))

    monkeypatch.setattr(place, refuse)
    with pytest.raises(DataError, match="the disk is full"):
        take(update)
    assert learner.tree() == before
