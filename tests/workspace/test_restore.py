"""Restoring brings back what is missing and nothing else, as one action that can be undone."""

import zipfile
from dataclasses import replace

import pytest

from planner.journal.events import Draft, decode
from planner.journal.packing import unpack
from planner.journal.store import read_journal
from planner.journal.words.history import actions
from planner.problems import DataError
from planner.workspace.acting import record
from planner.workspace.backup.making import list_backups, make_backup
from planner.workspace.backup.picture import take_picture
from planner.workspace.backup.restoring import propose_restore, restore, richer_backup
from planner.workspace.opening import open_plan
from planner.workspace.setup.init import init
from planner.workspace.undoing.undo import redo, undo
from tests.workspace.backup_samples import backed_up, backups_of, damage, later, logged, logs, lose_lines
from tests.workspace.conftest import START


def restored(learner, wanted="latest", hour=10):
    found = propose_restore(learner.on(START, hour), wanted)
    restore(found)
    return found


def ids(learner):
    return {event.id for event in read_journal(learner.home)[0]}


def test_what_was_lost_comes_back_and_what_was_recorded_since_stays(learner):
    _, backup = backed_up(learner)
    before = take_picture(learner.home)
    lost = [decode(line).id for line in lose_lines(learner)]
    logged(open_plan(learner.on(START, 9)), 15)
    assert logs(learner) == [15, 30]
    found = restored(learner)
    assert found.backup == backup.name
    assert [event.id for event, _ in found.missing] == lost
    assert logs(learner) == [15, 30, 60, 90]
    after = take_picture(learner.home)
    assert {name: after[name] for name in after if "journal" not in name} == {
        name: before[name] for name in before if "journal" not in name
    }


def test_lines_come_back_as_the_very_bytes_and_no_line_is_touched(learner):
    backed_up(learner)
    lost = lose_lines(learner)
    (file,) = (learner.home / "journal").glob("*.jsonl")
    left = file.read_bytes() + b"garbage\n"
    file.write_bytes(left)
    restored(learner)
    assert file.read_bytes().startswith(left + b"".join(lost))


def test_both_files_come_back_and_all_of_it_is_one_action(learner):
    _, backup = backed_up(learner)
    whole = take_picture(learner.home)
    lost = [decode(line).id for line in damage(learner)]
    broken = take_picture(learner.home)
    restored(learner)
    assert open_plan(learner.on(START)).settings.language == "en"
    assert {name: take_picture(learner.home)[name] for name in ("profile.yaml", "curriculum.yaml")} == {
        name: whole[name] for name in ("profile.yaml", "curriculum.yaml")
    }
    action = actions(read_journal(learner.home)[0])[-1].events
    assert [event.kind for event in action] == ["restored", "replaced", "replaced"]
    assert action[0].data == {"backup": backup.name, "events": lost}
    for event in action[1:]:
        name = event.data["file"]
        assert unpack(event.data["old"]) == broken[name]
        assert unpack(event.data["new"]) == whole[name]


def test_a_missing_file_comes_back_for_good(learner):
    backed_up(learner)
    whole = take_picture(learner.home)
    for name in ("profile.yaml", "curriculum.yaml", ".gitattributes"):
        (learner.home / name).unlink()
    restored(learner)
    assert {name: take_picture(learner.home)[name] for name in whole if "journal" not in name} == {
        name: whole[name] for name in whole if "journal" not in name
    }
    assert [event.kind for event in read_journal(learner.home)[0]][-1] == "restored"


def test_undo_makes_void_what_came_back_and_redo_brings_it_back_again(learner):
    backed_up(learner)
    lose_lines(learner)
    restored(learner)
    assert logs(learner) == [30, 60, 90]
    undo(open_plan(learner.on(START, 11)))
    assert logs(learner) == [30]
    redo(open_plan(learner.on(START, 12)))
    assert logs(learner) == [30, 60, 90]
    undo(open_plan(learner.on(START, 13)))
    assert logs(learner) == [30]


def test_an_undo_that_came_back_counts_again_until_the_restore_is_undone(learner):
    opened, _ = backed_up(learner)
    undo(opened)  # takes back the 90 minutes
    make_backup(learner.on(START, 9, today=None), "by-hand")
    lose_lines(learner, 1)
    assert logs(learner) == [30, 60, 90]
    restored(learner)
    assert logs(learner) == [30, 60]
    undo(open_plan(learner.on(START, 11)))
    assert logs(learner) == [30, 60, 90]
    redo(open_plan(learner.on(START, 12)))
    assert logs(learner) == [30, 60]


def test_a_safety_backup_comes_first_and_is_not_the_latest(learner):
    _, backup = backed_up(learner)
    damage(learner)
    broken = take_picture(learner.home)
    restored(learner)
    safety = next(each for each in list_backups(learner.on(START))[0] if each.reason == "before-restore")
    assert propose_restore(learner.on(START), safety.name).changes[0].new == broken["profile.yaml"]
    again = propose_restore(learner.on(START), "latest")
    assert again.backup == backup.name
    assert again.is_empty


def test_when_everything_is_there_nothing_is_recorded(learner):
    backed_up(learner)
    before, made = learner.tree(), backups_of(learner.on(START))
    found = restored(learner)
    assert found.is_empty
    assert richer_backup(found) is None
    assert learner.tree() == before
    assert backups_of(learner.on(START)) == made


def test_when_another_backup_has_more_it_is_named(learner):
    _, backup = backed_up(learner)
    lose_lines(learner)
    make_backup(learner.on(START, 10), "by-hand")
    found = propose_restore(learner.on(START, 11), "latest")
    assert found.is_empty
    assert richer_backup(found).name == backup.name


def test_a_dead_laptop_comes_back_from_one_file(learner, tmp_path):
    opened, backup = backed_up(learner)
    whole = take_picture(learner.home)
    context = replace(
        learner.on(START, 10), home=tmp_path / "new" / "plan", state=tmp_path / "s", cache=tmp_path / "c"
    )
    found = propose_restore(context, str(backup.path))
    assert found.fresh
    restore(found)
    after = take_picture(context.home)
    assert {name: after[name] for name in after if "journal" not in name} == {
        name: whole[name] for name in whole if "journal" not in name
    }
    *events, said = open_plan(context).events
    assert tuple(events) == opened.events
    assert (said.kind, said.data) == ("restored", {"backup": backup.name, "events": [], "fresh": True})
    logged(open_plan(context), 15)
    assert list_backups(context)[0][0].count == 6
    assert propose_restore(context, str(backup.path)).is_empty


def test_the_event_is_later_than_everything_that_came_back(learner):
    opened, _ = backed_up(learner)
    logged(opened.at(later(opened.context, days=400).now), 45)
    make_backup(learner.on(START, 9), "by-hand")
    lose_lines(learner, 1)
    restored(learner)
    assert read_journal(learner.home)[0][-1].kind == "restored"


@pytest.mark.parametrize("wanted", ["nobody", "../../../etc/passwd", "", "2026-11-30T000000Z-by-hand.9"])
def test_a_backup_that_is_not_there_is_said(learner, wanted):
    backed_up(learner)
    with pytest.raises(
        DataError, match=r"[Tt]here is no backup|this is no backup|this is a folder|cannot be read"
    ):
        propose_restore(learner.on(START), wanted)


def test_a_damaged_backup_names_another(learner):
    opened, first = backed_up(learner)
    logged(opened, 15)
    second = make_backup(learner.on(START, 10), "by-hand")
    second.path.write_bytes(second.path.read_bytes()[:-700])
    for wanted in (second.name, f"{second.name}.zip", str(second.path), "latest"):
        with pytest.raises(DataError, match="damaged") as error:
            propose_restore(learner.on(START), wanted)
        assert error.value.problems[0].message.values == (("name", first.name),)
    for path in second.path.parent.glob("*.zip"):
        path.write_bytes(b"")
    with pytest.raises(DataError, match="there is no other one"):
        propose_restore(learner.on(START), first.name)


def test_names_in_a_zip_are_no_paths(learner, tmp_path):
    _, backup = backed_up(learner)
    evil = tmp_path / "evil.zip"
    for name in ("../../escaped", "/tmp/escaped", "journal/../../x.jsonl", "journal/a/b.jsonl", "other.yaml"):
        with zipfile.ZipFile(backup.path) as good, zipfile.ZipFile(evil, "w") as bad:
            for member in good.namelist():
                text = good.read(member)
                if member == "manifest.json":
                    text = text.replace(b".gitattributes", name.encode())
                bad.writestr(name if member == ".gitattributes" else member, text)
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(DataError, match="damaged"):
            propose_restore(learner.on(START), str(evil))
        assert sorted(tmp_path.rglob("*")) == before


def test_a_member_that_unpacks_to_more_than_it_says_is_refused(learner, tmp_path):
    _, backup = backed_up(learner)
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(backup.path) as good, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as bad:
        for member in good.namelist():
            bad.writestr(member, bytes(50_000_000) if member == "profile.yaml" else good.read(member))
    with pytest.raises(DataError, match="damaged"):
        propose_restore(learner.on(START), str(bomb))


def test_a_file_that_was_edited_between_the_question_and_the_answer_is_left_alone(learner):
    backed_up(learner)
    damage(learner)
    found = propose_restore(learner.on(START, 10), "latest")
    (learner.home / "profile.yaml").write_bytes(b"edited: meanwhile\n")
    before = learner.tree()
    with pytest.raises(DataError, match="changed meanwhile"):
        restore(found)
    assert learner.tree() == before


def test_another_plan_s_backup_is_recognised(learner, tmp_path):
    _, backup = backed_up(learner)
    other = replace(
        learner.on(START, 10), home=tmp_path / "other", state=tmp_path / "s", cache=tmp_path / "c"
    )
    init(other, learner.answers(start=START.replace(month=12, day=7)))
    (other.home / "curriculum.yaml").write_bytes((other.home / "curriculum.yaml").read_bytes() + b"# mine\n")
    assert propose_restore(other, str(backup.path)).foreign
    damage(learner)
    assert not propose_restore(learner.on(START), "latest").foreign


def test_a_file_behind_a_link_is_replaced_where_it_is(learner, tmp_path):
    backed_up(learner)
    profile, elsewhere = learner.home / "profile.yaml", tmp_path / "dotfiles.yaml"
    good = profile.read_bytes()
    profile.replace(elsewhere)
    profile.symlink_to(elsewhere)
    elsewhere.write_bytes(b"broken: [")
    restored(learner)
    assert profile.is_symlink()
    assert elsewhere.read_bytes() == good


def test_a_record_after_the_restore_goes_on_as_always(learner):
    backed_up(learner)
    damage(learner)
    restored(learner)
    record(open_plan(learner.on(START, 12)), Draft("log", {"module": "sql-basics", "minutes": 5}))
    assert logs(learner) == [5, 30, 60, 90]
    assert open_plan(learner.on(START, 12)).problems == ()
