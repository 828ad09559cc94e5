"""A fault of ours: a report in a file for its owner only, and one line on the terminal.

Invariant: nothing that the learner wrote goes into the report but what an error itself quotes: of what was done last
it has names of commands only. Whatever fails in making it, the one line is said.
"""

import os
import platform
import sys
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from textual import __version__ as textual_version

import planner
from planner.text.messages import Message, Translator, msg
from planner.workspace.context import Context
from planner.workspace.files import replace_file
from tui.leaving import Crash

FOLDER = "crashes"
KEPT = 20
SPOKEN = 200  # of the error's own words, in the one line


def report_of(crash: Crash, when: datetime) -> str:
    """Write the report: the program and its surroundings, what was done last, and the traceback without any values."""
    lines = [
        f"planner {planner.__version__}, {when.isoformat(timespec='seconds')}",
        f"Python {platform.python_version()}, Textual {textual_version}",
        f"{platform.platform()}, terminal {os.environ.get('TERM', '?')} {crash.size}, language {crash.language}",
        f"screen {crash.screen or '?'}",
        f"last actions {', '.join(crash.actions) or '-'}",
        "",
        "".join(traceback.format_exception(crash.error)),
    ]
    return "\n".join(lines)


def keep_report(context: Context, text: str, when: datetime) -> Path | None:
    """Write a report into the state folder, and return where it is; None where that cannot be."""
    folder = context.state / FOLDER
    path = folder / f"{when.strftime('%Y-%m-%dT%H-%M-%S')}-{os.getpid()}.txt"
    try:
        replace_file(path, text.encode("utf-8", "backslashreplace"), lasting=False)
    except OSError:
        return None
    with suppress(OSError):
        for old in sorted(folder.glob("????-*.txt"))[:-KEPT]:
            old.unlink()
    return path


def tell_crash(crash: Crash, context: Context, t: Translator, when: datetime) -> str:
    """Keep the report of a crash, and return the one line that says so."""
    try:
        path = keep_report(context, report_of(crash, when), when)
    except Exception:  # noqa: BLE001 - a second fault must not hide the first
        path = None
    return _one_line(_said(crash.error, path), t)


def _said(error: BaseException, path: Path | None) -> Message:
    what = " ".join(f"{type(error).__name__}: {error}".split())[:SPOKEN]
    if path is None:
        return msg(
            "Sorry, a fault in the planner ({error}); everything recorded is kept. The report could not be written.",
            error=what,
        )
    return msg(
        "Sorry, a fault in the planner ({error}); everything recorded is kept. The report to send is {file}",
        error=what,
        file=str(path),
    )


def _one_line(message: Message, t: Translator) -> str:
    try:
        return " ".join(t(message).split())
    except Exception:  # noqa: BLE001 - even if the words are what is broken
        return " ".join(message.text.split())


def say_line(text: str) -> None:
    """Say one line on standard error, if it is still there and whatever it can show."""
    with suppress(OSError, ValueError, AttributeError):
        encoding = sys.stderr.encoding or "ascii"
        sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        sys.stderr.flush()
