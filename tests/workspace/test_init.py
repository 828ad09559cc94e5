"""Making a plan folder: what it holds, what it refuses, and that a failure leaves nothing behind."""

import errno
import os
import stat
from dataclasses import replace
from datetime import date

import pytest

from planner.learner.reading import read_profile
from planner.problems import DataError
from planner.workspace.opening import open_plan
from planner.workspace.setup.drafting import SetupAnswers, default_answers, preview
from planner.workspace.setup.init import init

START = date(2026, 11, 30)
PROFILE = "# mine\ncurriculum: small\nstart: 2026-12-07\ntimezone: Asia/Tokyo\n"


def refusal(learner, answers, **changes):
    with pytest.raises(DataError) as error:
        init(learner.on(START, 8, **changes), answers)
    return " / ".join(problem.text(lambda message: message.text) for problem in error.value.problems)


def test_the_folder_holds_both_files_and_the_accepted_plan_for_the_owner_only(learner):
    opened = learner.begin()
    names = {path.relative_to(learner.home).parts[0] for path in learner.home.rglob("*")}
    assert names == {"profile.yaml", "curriculum.yaml", "journal", ".gitattributes"}
    assert stat.S_IMODE(learner.home.stat().st_mode) == 0o700
    assert all(
        stat.S_IMODE(path.stat().st_mode) == 0o600 for path in learner.home.rglob("*") if path.is_file()
    )
    assert (learner.home / ".gitattributes").read_text() == "*.jsonl merge=union\n"
    assert (learner.home / "curriculum.yaml").read_bytes() == (learner.folder / "small.yaml").read_bytes()
    assert [event.kind for event in opened.events] == ["plan"]
    assert opened.plan.stale == ()


def test_a_preview_is_the_plan_that_init_makes_and_writes_nothing(learner):
    shown = preview(learner.on(START, 8), learner.answers())
    assert learner.tree() == {}
    made = learner.begin()
    assert [(s.id, s.start) for s in shown.plan.sessions] == [(s.id, s.start) for s in made.plan.sessions]


def test_the_default_answers_are_twelve_months_from_today_in_the_articles_week(learner):
    opened = preview(learner.on(START, 8), default_answers(learner.on(START, 8)))
    assert (opened.curriculum.id, opened.profile.start) == ("ml-engineer-12m", START)
    pattern = opened.profile.availability.pattern
    assert (pattern.weekday, pattern.day_off) == (((1200, 1320),), ((600, 840),))
    assert (opened.profile.timezone, opened.profile.availability.holidays) == ("Asia/Tokyo", "JP")


@pytest.mark.parametrize(
    ("timezone", "locale", "expected"),
    [("Europe/Berlin", "en_US", ("Europe/Berlin", "", "en")), ("", "ja_JP.UTF-8", ("Asia/Tokyo", "JP", "ja")),
     ("", "en_US", ("UTC", "", "en")), ("No/Where", "en_US", ("UTC", "", "en")),
     ("Europe/Paris", "ja_JP", ("Europe/Paris", "JP", "ja"))],
)  # fmt: skip
def test_zone_and_holidays_come_from_the_system(learner, timezone, locale, expected):
    answers = default_answers(learner.on(START, 8, timezone=timezone, locale=locale))
    assert (answers.timezone, answers.holidays, answers.language) == expected


@pytest.mark.parametrize(
    ("changes", "windows"),
    [({"weekday": 180}, ((1200, 1380),)), ({"weekday": 300}, ((1140, 1440),)), ({"weekday": 0}, ()),
     ({"weekday": 1440}, ((0, 1440),))],
)  # fmt: skip
def test_a_longer_evening_ends_by_midnight(learner, changes, windows):
    opened = preview(learner.on(START, 8), learner.answers(**changes))
    assert opened.profile.availability.pattern.weekday == windows


def test_the_profile_reads_back_as_the_answers(learner):
    background = ("programming",)
    answers = SetupAnswers(
        start=date(2028, 2, 29), goal=date(2029, 2, 28), background=background, drop=("stretch",),
        hours_per_week=900, holidays="JP", timezone="Asia/Tokyo", language="ja",
    )  # fmt: skip
    opened = init(learner.on(START, 8), answers)
    profile, problems = read_profile((learner.home / "profile.yaml").read_bytes(), "profile.yaml")
    assert (profile, problems) == (opened.profile, ())
    assert (profile.start, profile.availability.cap, profile.drop) == (date(2028, 2, 29), 900, ("stretch",))


def test_a_zone_that_is_given_decides_start_and_holidays(learner):
    context = learner.on(START, 8, timezone="UTC")
    answers = default_answers(context, timezone="Asia/Tokyo")
    assert (answers.start, answers.holidays) == (START, "JP")
    assert default_answers(context).start == date(2026, 11, 29)
    opened = preview(context, SetupAnswers(timezone="Asia/Tokyo"))
    assert (opened.profile.start, opened.profile.availability.holidays) == (START, "JP")


def test_a_start_in_the_past_is_planned_from_today(learner):
    opened = init(learner.on(START, 8), learner.answers(start=date(2026, 10, 1)))
    assert min(session.day for session in opened.plan.sessions) >= START
    assert opened.plan.goal == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"goal": date(2026, 1, 1)}, "is before the start"),
        ({"weekday": 0, "day_off": 0}, "There is no time to study"),
        ({"weekday": 1500}, "a day cannot be"),
        ({"hours_per_week": 0}, "a week cannot be"),
        ({"timezone": "Mars/Base"}, "There is no time zone"),
        ({"background": ("chess",)}, "the curriculum has no"),
        ({"choices": {"path": ("left",)}}, "the curriculum has no"),
        ({"drop": ("python-basic",)}, "did you mean"),
        ({"curriculum": "ml-engineer-13m"}, "There is no curriculum"),
        ({"curriculum": "no/such/file.yaml"}, "there is no such file"),
    ],
)
def test_impossible_answers_are_refused_and_nothing_is_made(learner, changes, words):
    assert words in refusal(learner, learner.answers(**changes))
    assert learner.tree() == {}


def test_a_broken_curriculum_is_refused_with_all_its_problems(learner):
    (learner.folder / "small.yaml").write_text("id: small\nmonths: many\n", "utf-8")
    said = refusal(learner, learner.answers())
    assert "small.yaml:2:9" in said
    assert said.count(" / ") >= 2
    assert learner.tree() == {}


def test_a_folder_with_a_plan_is_refused_and_stays_as_it_is(learner):
    learner.begin()
    before = learner.tree()
    assert "holds a plan already" in refusal(learner, learner.answers())
    assert learner.tree() == before


@pytest.mark.parametrize("name", ["curriculum.yaml", "journal/abcdef.jsonl"])
def test_part_of_a_plan_is_refused_too(learner, name):
    path = learner.home / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"")
    before = learner.tree()
    assert "holds a plan already" in refusal(learner, learner.answers())
    assert learner.tree() == before


def test_a_file_instead_of_a_folder_is_refused(learner):
    learner.home.write_bytes(b"mine")
    assert "is not a folder" in refusal(learner, learner.answers())
    assert learner.home.read_bytes() == b"mine"


def test_a_profile_that_is_there_is_used_and_kept_byte_by_byte(learner):
    learner.home.mkdir()
    (learner.home / "profile.yaml").write_text(PROFILE, "utf-8")
    opened = learner.begin()
    assert opened.profile.start == date(2026, 12, 7)
    assert (learner.home / "profile.yaml").read_text("utf-8") == PROFILE


def test_a_profile_that_is_there_names_the_bundled_curriculum(learner):
    learner.home.mkdir()
    text = "curriculum: ml-engineer-6m\nstart: 2026-12-07\ntimezone: Asia/Tokyo\n"
    (learner.home / "profile.yaml").write_text(text, "utf-8")
    assert init(learner.on(START, 8), SetupAnswers()).curriculum.id == "ml-engineer-6m"


def test_a_broken_profile_that_is_there_stops_init_and_stays(learner):
    learner.home.mkdir()
    (learner.home / "profile.yaml").write_text("curriculum: small\nstart: soon\n", "utf-8")
    before = learner.tree()
    assert "profile.yaml:2:8" in refusal(learner, learner.answers())
    assert learner.tree() == before


def attempt(learner) -> str:
    """Begin, and return what was wrong."""
    try:
        learner.begin()
    except DataError as error:
        return str(error)
    return ""


class Failing:
    """Lets `count` calls of an os function through and fails the next with an error."""

    def __init__(self, monkeypatch, name: str, count: int, number: int):
        self.real, self.left, self.number = getattr(os, name), count, number
        monkeypatch.setattr(os, name, self)

    def __call__(self, *args, **kwargs):
        self.left -= 1
        if self.left < 0:
            raise OSError(self.number, os.strerror(self.number))
        return self.real(*args, **kwargs)


@pytest.mark.parametrize("stray", [False, True])
@pytest.mark.parametrize("count", range(12))
def test_a_full_disk_leaves_nothing_of_a_plan_behind(learner, monkeypatch, count, stray):
    if stray:
        learner.home.mkdir()
        (learner.home / "profile.yaml").write_text(PROFILE, "utf-8")
        (learner.home / "notes.txt").write_text("mine", "utf-8")
    before = learner.tree()
    with monkeypatch.context() as patch:
        failing = Failing(patch, "fsync", count, errno.ENOSPC)
        said = attempt(learner)
    assert said or failing.left >= 0 or count > 6  # the last flushes are for what is only remembered
    if said:
        assert "the disk is full" in said
        assert learner.tree() == before
        learner.begin()
    assert open_plan(learner.on(START, 8)).progress.accepted is not None


def test_a_disk_that_fails_from_the_first_write_is_reported(learner, monkeypatch):
    with monkeypatch.context() as patch:
        Failing(patch, "fsync", 0, errno.ENOSPC)
        said = refusal(learner, learner.answers())
    assert "the disk is full" in said
    assert learner.tree() == {}


def test_a_folder_that_cannot_be_written_is_said_in_words(learner, monkeypatch):
    learner.home.mkdir()
    with monkeypatch.context() as patch:
        real = os.open

        def closed(path, flags, *rest, **more):
            if flags & os.O_CREAT and str(path).startswith(str(learner.home)):
                raise PermissionError(errno.EACCES, "Permission denied")
            return real(path, flags, *rest, **more)

        patch.setattr(os, "open", closed)
        assert "this cannot be written" in refusal(learner, learner.answers())
    assert learner.tree() == {"plan": None}


def test_an_interruption_leaves_nothing_either(learner, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("planner.workspace.setup.init.append", interrupted)
    with pytest.raises(KeyboardInterrupt):
        learner.begin()
    assert learner.tree() == {}


def test_a_folder_made_anew_forgets_what_was_seen_there_before(learner):
    learner.begin()
    for path in sorted(learner.home.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert learner.begin().problems == ()
    assert open_plan(learner.on(START, 9)).problems == ()


def test_the_language_of_the_answers_is_that_of_the_profile(learner):
    opened = learner.begin(language="ja")
    assert opened.language == "ja"
    assert open_plan(replace(learner.on(START, 9), language="en")).language == "en"
