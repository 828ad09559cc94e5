"""Opening a plan folder: every problem at once, damage reported, staleness said, nothing written."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from planner.problems import DataError
from planner.workspace.checkin.proposing import CheckInAnswers, propose_checkin
from planner.workspace.opening import has_plan, open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.tracking.log import log_time

START = date(2026, 11, 30)


def texts(problems):
    return [
        problem.text(lambda message: message.text.format_map(dict(message.values))) for problem in problems
    ]


def refusal(context):
    with pytest.raises(DataError) as error:
        open_plan(context)
    return texts(error.value.problems)


def change(learner, name, old, new):
    path = learner.home / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def said(opened):
    return [opened.t(reason) for reason in opened.plan.stale]


def test_an_empty_folder_has_no_plan_and_says_how_to_make_one(learner):
    assert not has_plan(learner.on(START))
    assert refusal(learner.on(START)) == [f"No plan in {learner.home}. Make one with: planner init"]


def test_opening_writes_nothing_into_the_folder(learner):
    learner.begin()
    before = learner.tree()
    assert open_plan(learner.on(START)).plan.sessions
    assert learner.tree() == before


def test_problems_of_both_files_come_together_with_their_places(learner):
    learner.begin()
    change(learner, "profile.yaml", "tracks: 2", "tracks: many")
    change(learner, "curriculum.yaml", "months: 2\n", "months: two\n")
    [profile, curriculum] = refusal(learner.on(START))
    assert profile.startswith("profile.yaml:")
    assert profile.split(":")[1].isdigit()
    assert curriculum.startswith("curriculum.yaml:4:9: ")


def test_what_does_not_fit_between_the_files_has_its_place_in_the_profile(learner):
    learner.begin()
    change(learner, "profile.yaml", "drop: []", "drop: [pythn-basics]")
    [problem] = refusal(learner.on(START))
    assert problem.startswith("profile.yaml:")
    assert "python-basics" in problem


@pytest.mark.parametrize("name", ["profile.yaml", "curriculum.yaml"])
def test_a_file_that_went_missing_is_named(learner, name):
    learner.begin()
    (learner.home / name).unlink()
    [problem] = refusal(learner.on(START))
    assert problem.startswith(f"{name} is missing in {learner.home}: ")


def test_a_lost_journal_still_opens_and_says_what_is_gone(learner):
    opened = learner.begin()
    shutil.rmtree(learner.home / "journal")
    again = open_plan(learner.on(START))
    device = opened.events[0].device
    assert [problem.file for problem in again.problems] == [f"journal/{device}.jsonl"]
    assert again.plan.sessions


def test_a_damaged_line_is_reported_and_the_rest_counts(learner):
    opened = log_time(learner.begin(), "python-basics", 60)
    [path] = (learner.home / "journal").iterdir()
    with path.open("ab") as file:
        file.write(b'{"id":"x","crc":"00000000"}\n')
    again = open_plan(learner.on(START))
    assert [(p.file, p.line, p.key) for p in again.problems] == [(f"journal/{path.name}", 3, "damaged")]
    assert again.progress == opened.progress


def test_an_edited_profile_makes_the_plan_stale_until_a_replan(learner):
    learner.begin()
    change(learner, "profile.yaml", "tracks: 2", "tracks: 1")
    opened = open_plan(learner.on(START, 8))
    assert said(opened) == ["profile.yaml has changed since the plan was accepted."]
    opened = accept(propose_replan(opened))
    assert said(opened) == []
    assert said(open_plan(learner.on(START, 8))) == []


@pytest.mark.parametrize("start", ["2026-12-14", "2066-11-30"])
def test_a_start_moved_past_accepted_sessions_shows_these_without_capacity(learner, start):
    learner.begin()
    change(learner, "profile.yaml", "start: 2026-11-30", f"start: {start}\ngoal: 2068-01-31")
    opened = open_plan(learner.on(START, 8))
    assert [week.capacity for week in opened.plan.weeks][:2] == [0, 0]
    assert opened.plan.weeks[0].minutes


def test_an_edited_curriculum_makes_the_plan_stale_too(learner):
    learner.begin()
    change(learner, "curriculum.yaml", "hours: 6", "hours: 8")
    reasons = said(open_plan(learner.on(START, 8)))
    assert reasons[0] == "curriculum.yaml has changed since the plan was accepted."
    assert "2 h of work were missed or added, and are not in the plan." in reasons


def test_more_time_in_the_profile_draws_work_forward_at_the_next_replan(learner):
    first = learner.begin().plan.finish
    change(learner, "profile.yaml", "20:00-22:00", "18:00-22:00")
    proposal = propose_replan(open_plan(learner.on(START, 8)))
    assert proposal.before.finish == first
    assert proposal.after.finish < first


def test_the_cache_is_not_needed_and_never_believed_blindly(learner):
    learner.begin()
    expected = open_plan(learner.on(START)).profile
    for path in (learner.folder / "cache").rglob("*.pickle"):
        path.write_bytes(b"\x80\x05garbage")
    assert open_plan(learner.on(START)).profile == expected
    change(learner, "profile.yaml", "tracks: 2", "tracks: 3")
    assert open_plan(learner.on(START)).profile == replace(expected, study=replace(expected.study, tracks=3))


def test_a_cache_that_cannot_be_written_does_not_matter(learner):
    learner.begin()
    (learner.folder / "blocked").write_bytes(b"")
    blocked = learner.on(START, cache=learner.folder / "blocked" / "cache")
    assert open_plan(blocked).plan.sessions


def test_another_machine_adds_its_own_journal(learner):
    learner.begin()
    elsewhere = replace(learner.on(START), state=learner.folder / "elsewhere")
    log_time(open_plan(elsewhere), "python-basics", 60)
    log_time(open_plan(learner.on(START)), "python-basics", 30)
    assert len(list((learner.home / "journal").iterdir())) == 2
    assert open_plan(learner.on(START)).progress.logged("python-basics") == 90


def test_what_another_program_wrote_meanwhile_is_seen_after_recording(learner):
    mine = learner.begin()
    log_time(open_plan(learner.on(START)), "sql-basics", 30)
    after = log_time(mine, "python-basics", 60)
    assert after.progress.logged("sql-basics") == 30


def test_the_moment_can_move_on_without_opening_again(learner):
    opened = learner.begin()
    later = opened.at(learner.on(date(2026, 12, 6)).now)
    accepted = accept(propose_checkin(later, CheckInAnswers()))
    assert accepted.progress.checkins[0].day == date(2026, 12, 6)
