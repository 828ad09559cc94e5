"""Days, lengths and numbers are read as people type them, in digits of any width; what is wrong is said in words."""

import errno
import os
import re

import pytest

from planner.cli.root import root
from planner.journal.reading import read_journal
from planner.problems import fail, system_reason, write_failed
from planner.text.messages import translator

MODULE = "python-first-steps"


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("２０２７-01-20", "2027-01-20"), ("2027/1/20", "2027-01-20"), ("2027年1月20日", "2027-01-20"),
        ("12/20", "2026-12-20"), ("１２月２０日", "2026-12-20"), ("yesterday", "2027-01-24"), ("きのう", "2027-01-24"),
        ("Sat", "2027-01-23"), ("土曜", "2027-01-23"), ("今日", "2027-01-25"),
    ],
)  # fmt: skip
def test_a_day_of_study_is_not_in_the_future(run, given, day):
    found = run.json("log", MODULE, "二時間半", "--on", given, today="２０２７-01-25")
    assert found["events"][0]["day"] == day
    assert found["events"][0]["data"]["minutes"] == 150


@pytest.mark.parametrize(
    ("given", "day"), [("1/25", "2027-01-25"), ("土", "2027-01-30"), ("明日", "2027-01-26")]
)
def test_a_day_off_is_not_in_the_past(run, given, day):
    run.ok("off", given, today="2027-01-25")
    [off] = [event for event in read_journal(run.home)[0] if event.kind == "time-off"]
    assert off.data["days"] == [day]


def test_numbers_are_read_in_digits_of_any_width(still):
    assert still.ok("week", "--offset", "２") == still.ok("week", "--offset", "2")


@pytest.mark.parametrize(
    "words", [["week", "--offset", "x"], ["journal", "show", "-n", "x"], ["week", "--offset", "9999"]]
)
def test_a_wrong_number_is_said_without_click_s_names_of_types(still, words):
    result = still("--lang", "ja", *words)
    assert result.exit_code == 2
    last = result.stderr.splitlines()[-1]
    assert "整数で書いてください" in last
    assert not re.search(r"integer|range|number", last)


def test_no_command_has_a_number_of_click_s_own():
    import click

    def every(command):
        yield from command.params
        if isinstance(command, click.Group):
            context = click.Context(command)
            for name in command.list_commands(context):
                yield from every(command.get_command(context, name))

    found = [
        each
        for each in every(root)
        if isinstance(each.type, click.types.IntParamType | click.types.FloatParamType)
    ]
    assert found == []


@pytest.mark.parametrize(
    "code", ["ENOENT", "EACCES", "ENOSPC", "EROFS", "EISDIR", "ENOTDIR", "EEXIST", "EBUSY", "EPERM"]
)
def test_the_system_s_reasons_are_said_in_the_user_s_language(code):
    number = getattr(errno, code)
    error, ja = OSError(number, os.strerror(number)), translator("ja")
    assert not re.search("[A-Za-z]{3}", ja(system_reason(error)))
    said = fail(write_failed(error), file="x").problems[0].text(ja)
    assert os.strerror(number) not in said


def test_a_rare_reason_is_said_in_the_system_s_words():
    assert system_reason(OSError(errno.ELOOP, os.strerror(errno.ELOOP))) == os.strerror(errno.ELOOP)


def test_a_file_that_cannot_be_made_is_said_in_japanese(still):
    result = still("export", "ics", "-o", "/proc/x", "--lang", "ja")
    assert result.exit_code == 1
    assert "No such file" not in result.stderr
    assert "ファイルやフォルダーがありません" in result.stderr


@pytest.mark.parametrize(
    ("typed", "start"), [("12/1", "2026-12-01"), ("3/1", "2027-03-01"), ("2月9日", "2027-02-09")]
)
def test_a_start_without_a_year_is_the_nearest_one_as_in_the_app(empty, typed, start):
    from datetime import date

    from planner.workspace.setup.drafting import SetupAnswers
    from tui.wording.answers import taken

    empty.ok("init", "--start", typed, "--timezone", "Asia/Tokyo", "--yes", today="2027-02-09")
    assert f"start: {start}" in (empty.home / "profile.yaml").read_text("utf-8").replace("'", "")
    answered = taken("start", {"start": typed}, SetupAnswers(), date(2027, 2, 9))
    assert answered.start == date.fromisoformat(start)
