"""The file's bytes: golden, legal, the same twice, and revised only where the plan was."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.calendars.exporting import export_ics
from planner.journal.model import Progress
from planner.problems import DataError
from planner.text import translator
from tests.calendars.readers import by_uid, content_lines, events, moment, unescaped
from tests.calendars.samples import (
    BIRTH,
    CURRICULUM,
    EVENING,
    PROFILE,
    accepted,
    export,
    plan,
    progress,
    session,
    small_history,
    small_week,
)

GOLDEN = Path(__file__).with_name("golden")
MILESTONE = "milestone.first-notebook.01kb0000000000000000000001@roadmap-planner"


@pytest.mark.parametrize(("name", "alarm"), [("small.ics", None), ("small-alarms.ics", 10)])
def test_the_small_plan_has_these_bytes(name, alarm):
    assert export(progress(*small_history()), alarm=alarm) == (GOLDEN / name).read_bytes()


def test_exporting_twice_gives_the_same_bytes_in_both_languages():
    for language in ("en", "ja"):
        first, second = (export(progress(*small_history()), language=language, alarm=5) for _ in range(2))
        assert first == second


def test_a_replan_keeps_uids_and_revises_only_what_changed():
    first, second = small_history()
    before, after = by_uid(export(progress(first))), by_uid(export(progress(first, second)))
    assert before.keys() == after.keys()
    revised = {uid.split(".")[0] + "." + uid.split(".")[1] for uid in before if before[uid] != after[uid]}
    assert revised == {"python-basics.2", "sql-basics.3"}
    for uid in before:
        changed = before[uid] != after[uid]
        assert int(after[uid]["SEQUENCE"]) == changed
        assert after[uid]["DTSTAMP"] == after[uid]["LAST-MODIFIED"]
        assert moment(after[uid]["DTSTAMP"]) == (second.at if changed else first.at)
        assert moment(after[uid]["CREATED"]) == first.at
    [cancelled] = [uid for uid, event in after.items() if event["STATUS"] == "CANCELLED"]
    assert cancelled == session(3, module="sql-basics").uid


def test_sessions_are_in_utc_and_say_what_to_do():
    event = by_uid(export(progress(accepted(1, small_week()))))[session(1).uid]
    assert (event["DTSTART"], event["DTEND"]) == ("20261207T110000Z", "20261207T130000Z")
    assert moment(event["DTSTART"]) == EVENING
    assert unescaped(event["SUMMARY"]) == "Python basics · variables; types, operators · functions"
    assert unescaped(event["DESCRIPTION"]).split("\n") == [
        "variables; types, operators",
        "functions",
        "First step: variables; types, operators.",
        "A Python book https://example.org/book?a=1,2;3",
        "My notes",
    ]
    assert (event["CATEGORIES"], event["STATUS"], event["TRANSP"]) == ("Programming", "CONFIRMED", "OPAQUE")


def test_a_buffer_is_tentative_and_leaves_the_time_free():
    event = by_uid(export(progress(accepted(1, small_week())), alarm=5))[session(5, module=None).uid]
    assert (event["SUMMARY"], event["STATUS"], event["TRANSP"]) == ("Buffer", "TENTATIVE", "TRANSPARENT")


def test_milestones_take_the_whole_day_and_no_time():
    event = by_uid(export(progress(accepted(1, small_week()))))[MILESTONE]
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == ("20270106", "20270107")
    assert (event["TRANSP"], event["SEQUENCE"]) == ("TRANSPARENT", "0")


def test_a_moved_goal_revises_the_milestone_and_no_session():
    first = accepted(1, small_week(), inputs={"profile.yaml": "a"})
    second = accepted(2, small_week(), previous=first.event, inputs={"profile.yaml": "b"})
    before = by_uid(export(progress(first)))
    after = by_uid(export(progress(first, second), due=date(2027, 2, 6)))
    assert [uid for uid in before if before[uid] != after[uid]] == [MILESTONE]
    assert (after[MILESTONE]["DTSTART;VALUE=DATE"], after[MILESTONE]["SEQUENCE"]) == ("20270206", "1")


def test_only_study_and_reviews_that_are_on_ring():
    data = export(progress(*small_history()), alarm=10)
    assert data.count(b"TRIGGER:-PT10M\r\n") == data.count(b"BEGIN:VALARM\r\n") == 3
    assert b"VALARM" not in export(progress(*small_history()))


def test_the_calendar_names_itself_and_invites_nobody():
    lines = list(content_lines(export(progress(*small_history()), language="ja")))
    head = {name: value for name, _, value in lines[: [line[2] for line in lines].index("VEVENT")]}
    assert head == {
        "BEGIN": "VCALENDAR",
        "VERSION": "2.0",
        "PRODID": "-//roadmap-planner//planner//EN",
        "CALSCALE": "GREGORIAN",
        "NAME": "小さな機械学習コース",
        "X-WR-CALNAME": "小さな機械学習コース",
        "X-WR-TIMEZONE": "Asia/Tokyo",
        "COLOR": "teal",
        "REFRESH-INTERVAL": "PT12H",
        "X-PUBLISHED-TTL": "PT12H",
    }
    assert ("REFRESH-INTERVAL", ["VALUE=DURATION"], "PT12H") in lines
    assert not {"METHOD", "ORGANIZER", "ATTENDEE", "RRULE"} & {name for name, _, _ in lines}


def test_a_module_that_left_the_curriculum_is_called_by_its_id():
    gone = session(7, module="gone", topics=(3,))
    [event] = [
        each for each in events(export(progress(accepted(1, [gone])))) if each["UID"].startswith("gone.7.")
    ]
    assert event["SUMMARY"] == "gone"


def test_without_any_accepted_plan_the_problem_says_what_to_do():
    with pytest.raises(DataError, match="planner replan"):
        export_ics(plan(), CURRICULUM, PROFILE, Progress(), translator("en"))


def test_a_session_long_past_stays_in_the_file():
    first = accepted(1, small_week())
    second = accepted(2, [], previous=first.event, now=EVENING + timedelta(days=30))
    found = by_uid(export(progress(first, second)))
    assert {event["STATUS"] for uid, event in found.items() if uid.endswith(f"{BIRTH}@roadmap-planner")} == {
        "CONFIRMED",
        "TENTATIVE",
    }


def test_the_package_loads_no_icalendar_library():
    code = "import sys, planner.calendars, planner.calendars.history; sys.exit('icalendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
