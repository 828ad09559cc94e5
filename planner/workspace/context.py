"""What the edge knows and nothing below may ask for: the clock, the environment, the folders, chance.

Invariant: a `Context` is the only way in which the moment, the language of the system and randomness get in.
"""

from collections.abc import Callable
from dataclasses import KW_ONLY
from datetime import date, datetime
from pathlib import Path

from planner.problems import Problem
from planner.records import dataclass


def _say_nothing(_: Problem) -> None:
    """Pass over a warning: the default, for those who have nobody to tell."""


@dataclass(frozen=True, slots=True)
class Context:
    """The plan folder and the moment. `now` is aware and gives events their `at`; `today` (of `--today`) does not.

    `language` is the user's wish, `locale` the system's (`ja_JP.UTF-8`), `timezone` the system's IANA name or empty.
    `cache` and `state` are this program's own folders, `config` the one of the user's preferences;
    `random_bits(n)` gives n random bits. `warn` tells the user of what went wrong beside what they asked for.
    """

    home: Path
    now: datetime
    _: KW_ONLY
    cache: Path
    state: Path
    random_bits: Callable[[int], int]
    today: date | None = None
    language: str | None = None
    locale: str = ""
    timezone: str = ""
    config: Path | None = None
    warn: Callable[[Problem], None] = _say_nothing
