"""The edge of the process: the one place of the commands that reads clock, environment, locale and terminal.

Invariant: everything below gets these as a `Context`; importing this module reads nothing.
"""

import os
import re
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from planner.text import Translator, choose_language, translator

if TYPE_CHECKING:
    from planner.problems import Problem
    from planner.workspace.context import Context
    from planner.workspace.opening import Opened

APP = "roadmap-planner"
_LANGUAGE_LINE = re.compile(r"^language:[ \t]*[\"']?([A-Za-z]+)", re.MULTILINE)
_PEEK = 65_536
_XDG = {
    "data": ("XDG_DATA_HOME", ".local/share"),
    "config": ("XDG_CONFIG_HOME", ".config"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
    "state": ("XDG_STATE_HOME", ".local/state"),
}


@dataclass
class Edge:
    """What the global options say; `None` where they say nothing."""

    home: Path | None = None
    today: date | None = None
    language: str | None = None
    json: bool = False

    @cached_property
    def context(self) -> "Context":
        """Read clock, environment and folders, once."""
        from planner.workspace.context import Context

        return Context(
            home=self.folder,
            now=datetime.now(UTC),
            today=self.today,
            language=self.wished_language,
            locale=locale_name(),
            cache=platform_folder("cache"),
            state=platform_folder("state"),
            random_bits=_random_bits,
            timezone=timezone_name(),
            config=platform_folder("config"),
            warn=self.warn,
        )

    @property
    def day(self) -> date:
        """Return the day that it is where the learner is, or the one of --today."""
        if self.today is not None:
            return self.today
        from planner.workspace.backup.choosing import zone_there

        return self.context.now.astimezone(zone_there(self.context)).date()

    def open(self) -> "Opened":
        """Open the plan; damaged lines of the journal and the like are said on standard error."""
        from planner.workspace.opening import open_plan

        opened = open_plan(self.context)
        if opened.problems:
            from planner.workspace.mending.damage import in_brief

            for problem in in_brief(opened.problems):
                print(problem.text(opened.t), file=sys.stderr, flush=True)
        return opened

    def warn(self, problem: "Problem") -> None:
        """Say on standard error what went wrong beside what was asked for."""
        print(problem.text(self.t), file=sys.stderr, flush=True)

    def use(self, context: "Context") -> None:
        """Work on another plan folder and moment than the options name."""
        self.__dict__["context"] = context

    @property
    def folder(self) -> Path:
        """Return the plan folder: --home, else $PLANNER_HOME, else the platform's."""
        named = self.home or os.environ.get("PLANNER_HOME") or None
        return Path(named).expanduser() if named else platform_folder("data")

    @property
    def wished_language(self) -> str | None:
        """Return the language asked for; English where the terminal cannot show another and none was asked for."""
        if self.language is None and not can_write(sys.stdout, "日本語"):
            return "en"
        return self.language

    @property
    def t(self) -> Translator:
        """Return the translator for what is said before, or without, an opened plan."""
        return translator(
            choose_language(self.wished_language, _profile_language(self.folder), locale_name())
        )


def locale_name() -> str:
    """Return the locale of messages as the environment names it."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, names), "")


def timezone_name() -> str:
    """Return the system's time zone by its IANA name, from $TZ or /etc/localtime; empty when it cannot be told."""
    named = os.environ.get("TZ", "").removeprefix(":")
    if not named:
        try:
            named = os.path.realpath("/etc/localtime")
        except OSError:
            return ""
    name = named.rpartition("zoneinfo/")[2]
    return name if re.fullmatch(r"[A-Za-z_]+(/[A-Za-z0-9_+-]+)*", name) else ""


def platform_folder(kind: str) -> Path:
    """Return the platform's folder for our `data`, `config`, `cache` or `state`."""
    if sys.platform == "linux" and os.environ.get("HOME", "").startswith("/"):
        return _xdg_folder(kind)
    import platformdirs

    folders = {
        "data": platformdirs.user_data_path,
        "config": platformdirs.user_config_path,
        "cache": platformdirs.user_cache_path,
        "state": platformdirs.user_state_path,
    }
    return folders[kind](APP, appauthor=False)


def _xdg_folder(kind: str) -> Path:
    """Give the answer of platformdirs without the time that loading it takes. Source: XDG Base Directory 0.8."""
    variable, usual = _XDG[kind]
    named = os.environ.get(variable, "")
    return Path(named if named.startswith("/") else f"{os.environ['HOME']}/{usual}", APP)


def can_write(stream: TextIO, text: str) -> bool:
    """Tell whether a stream's encoding has the characters of a text."""
    try:
        text.encode(getattr(stream, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def is_terminal() -> bool:
    """Tell whether a person sits at both ends."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def terminal_columns() -> int:
    """Return how wide the terminal is: $COLUMNS, else what the terminal says, else 80; without loading `shutil`."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named) > 0:
        return int(named)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError, AttributeError):
        return 80


def has_colour() -> bool:
    """Tell whether colour is wanted: on a terminal, unless NO_COLOR is set to anything."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _random_bits(count: int) -> int:
    return int.from_bytes(os.urandom((count + 7) // 8)) >> (-count % 8)


def _profile_language(home: Path) -> str:
    """Look for the language in profile.yaml without reading the file as YAML, for words such as those of --help."""
    try:
        with (home / "profile.yaml").open(encoding="utf-8", errors="replace") as file:
            found = _LANGUAGE_LINE.search(file.read(_PEEK))
    except (OSError, ValueError):
        return ""
    return found[1] if found else ""


def early_edge(args: list[str]) -> Edge:
    """Read --home and --lang before the arguments are parsed, so that the parser's own errors speak the language."""
    edge = Edge()
    for place, word in enumerate(args):
        if word == "--":
            break
        name, equals, value = word.partition("=")
        if name in {"--home", "--lang"}:
            value = value if equals else next(iter(args[place + 1 : place + 2]), "")
            if name == "--home" and value:
                edge.home = Path(value)
            elif value in {"en", "ja"}:
                edge.language = value
    return edge
