"""Answers to a new plan: the first questions, their defaults, and a preview that writes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from planner.curriculum.model import Curriculum
from planner.learner.model import Availability, Profile, Study, WeekPattern, Windows
from planner.problems import DataError, Problem, fail
from planner.schedule.dates import default_goal
from planner.text.languages import choose_language
from planner.text.messages import Minutes, msg, translator
from planner.workspace.context import Context
from planner.workspace.files import exists, read_file
from planner.workspace.folding import Journal, renaming_in
from planner.workspace.opening import CURRICULUM, PROFILE, Opened
from planner.workspace.settings.reading import digest, parse_settings

DEFAULT_CURRICULUM = "ml-engineer-12m"
_EVENING, _MORNING, _DAY = 20 * 60, 10 * 60, 24 * 60
_JAPAN = "Asia/Tokyo"


@dataclass(frozen=True)
class SetupAnswers:
    """What a new plan is made from; None means the default. Lengths are minutes.

    `curriculum` is a bundled id or the path of a file, `weekday` and `day_off` the time to study on such a day,
    `hours_per_week` the minutes that are at most studied in a week, `holidays` a country's code or "" for none.
    """

    curriculum: str = DEFAULT_CURRICULUM
    start: date | None = None
    goal: date | None = None
    weekday: int | None = None
    day_off: int | None = None
    hours_per_week: int | None = None
    background: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    holidays: str | None = None
    timezone: str | None = None
    language: str = ""


@dataclass(frozen=True)
class Draft:
    """A new plan's files, not written yet, and the plan as it would be opened. `own_profile`: it was there already."""

    profile: bytes
    curriculum: bytes
    opened: Opened
    own_profile: bool


def default_answers(context: Context, *, timezone: str | None = None) -> SetupAnswers:
    """Return the answers that a person gets who only says yes: the twelve months from today, the articles' week.

    The start and the holidays are those of `timezone`, the system's unless given.
    """
    language = choose_language(context.language, context.locale)
    timezone = timezone or _guess_zone(context, language)
    return SetupAnswers(
        start=context.today or context.now.astimezone(_zone(timezone)).date(),
        weekday=2 * 60,
        day_off=4 * 60,
        holidays="JP" if language == "ja" or timezone == _JAPAN else "",
        timezone=timezone,
        language=language,
    )


def preview(context: Context, answers: SetupAnswers) -> Opened:
    """Return the plan that `init` would make, with nothing written; raises `DataError`."""
    return draft_plan(context, answers).opened


def draft_plan(context: Context, answers: SetupAnswers) -> Draft:
    """Make a new plan's files and their plan in memory; a profile.yaml that is already there is used."""
    path = context.home / PROFILE
    own, read = exists(path), None
    if own:
        profile_text, curriculum_text = _with_own_profile(read_file(path, PROFILE), answers)
    else:
        curriculum_text = curriculum_bytes(answers.curriculum)
        read = _read_curriculum(curriculum_text, answers.curriculum)
        profile_text = _profile_bytes(context, answers, read)
    curriculum, profile = _parse(profile_text, curriculum_text, read)
    digests = {PROFILE: digest(profile_text), CURRICULUM: digest(curriculum_text)}
    opened = Opened(context, curriculum, profile, Journal(context, (), renaming_in(curriculum)), digests)
    return Draft(profile_text, curriculum_text, opened, own)


def curriculum_bytes(name: str) -> bytes:
    """Return a curriculum's YAML by its bundled id or the path of its file; raises `DataError`."""
    from planner.curriculum.bundled import bundled_ids, bundled_text

    known = bundled_ids()
    if name in known:
        return bundled_text(name)
    path = Path(name).expanduser()
    if path.is_file() or path.suffix in {".yaml", ".yml"} or len(path.parts) > 1:
        return read_file(path)
    raise fail(
        msg(
            "There is no curriculum {name}: give one of {ids}, or the path of a file",
            name=name,
            ids=", ".join(known),
        )
    )


def _with_own_profile(profile_text: bytes, answers: SetupAnswers) -> tuple[bytes, bytes]:
    """Take the curriculum that the profile there names, unless a file was given."""
    from planner.curriculum.bundled import bundled_ids
    from planner.documents.reading import read_document

    document, _ = read_document(profile_text, PROFILE)
    named = document.value.get("curriculum") if document else None
    given, known = answers.curriculum, bundled_ids()
    return profile_text, curriculum_bytes(str(named) if given in known and named in known else given)


def _read_curriculum(text: bytes, name: str) -> Curriculum:
    from planner.curriculum.reading import read_curriculum

    curriculum, problems = read_curriculum(text, name)
    if curriculum is None:
        raise DataError(problems)
    return curriculum


def _profile_bytes(context: Context, answers: SetupAnswers, curriculum: Curriculum) -> bytes:
    from planner.learner.writing import profile_yaml

    profile = _profile(context, answers, curriculum)
    goal = default_goal(profile.start, curriculum.months)
    return profile_yaml(profile, translator(profile.language), goal).encode()


def _profile(context: Context, answers: SetupAnswers, curriculum: Curriculum) -> Profile:
    usual = default_answers(context, timezone=answers.timezone)
    language = choose_language(answers.language, usual.language)
    timezone = usual.timezone or "UTC"
    holidays = answers.holidays
    if holidays is None:
        holidays = "JP" if language == "ja" else usual.holidays or ""
    start = answers.start or usual.start or context.now.date()
    if answers.goal is not None and answers.goal < start:
        raise fail(
            msg(
                "The goal {goal} is before the start {start}: give a later day",
                goal=answers.goal,
                start=start,
            )
        )
    return Profile(
        curriculum=curriculum.id,
        start=start,
        goal=answers.goal,
        timezone=timezone,
        language=language,
        background=answers.background,
        choices=tuple((name, tuple(picks)) for name, picks in answers.choices.items()),
        drop=answers.drop,
        availability=_availability(answers, holidays),
        study=Study(reviews=True),
    )


def _availability(answers: SetupAnswers, holidays: str) -> Availability:
    usual = WeekPattern()
    weekday = usual.weekday if answers.weekday is None else _window(answers.weekday, _EVENING)
    day_off = usual.day_off if answers.day_off is None else _window(answers.day_off, _MORNING)
    if not weekday and not day_off:
        raise fail(msg("There is no time to study: give some time on weekdays or on days off, such as 2h"))
    cap = answers.hours_per_week
    if cap is not None and not 0 < cap <= 7 * _DAY:
        raise fail(msg("{time} a week cannot be: give more than 0 and at most 168 hours", time=Minutes(cap)))
    return Availability(WeekPattern(weekday, day_off), holidays, cap)


def _window(minutes: int, start: int) -> Windows:
    """Return a window of that length from `start`, moved earlier where it would end after midnight."""
    if minutes == 0:
        return ()
    if not 15 <= minutes <= _DAY:
        raise fail(msg("{time} a day cannot be: give 15 minutes to 24 hours", time=Minutes(minutes)))
    begin = min(start, _DAY - minutes)
    return ((begin, begin + minutes),)


def _guess_zone(context: Context, language: str) -> str:
    """Return the system's time zone if it is one, else Japan's for Japanese, else UTC."""
    try:
        return ZoneInfo(context.timezone).key
    except (ValueError, OSError, KeyError):
        return _JAPAN if language == "ja" else "UTC"


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        raise fail(msg("There is no time zone {name}: give one such as Asia/Tokyo", name=name)) from error


def _parse(profile: bytes, curriculum: bytes, read: Curriculum | None) -> tuple[Curriculum, Profile]:
    """Read what is not `read` yet; problems of a profile that nobody wrote by hand have no place in a file."""
    try:
        return parse_settings(profile, curriculum, read)
    except DataError as error:
        if read is None:
            raise
        raise DataError([Problem(each.message, key=each.key) for each in error.problems]) from error
