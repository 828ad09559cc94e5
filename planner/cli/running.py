"""From what went wrong to one line and an exit code: 1 data, 2 usage, 70 a fault of ours, 130 Ctrl-C.

Invariant: no traceback reaches the screen; that of a fault of ours goes into a file in the state folder.
"""

import os
import sys
from collections.abc import Callable

import click

from planner.cli.edge import Edge, platform_folder
from planner.cli.output import OutputClosedError, OutputFailedError, prepare_streams, to_ascii
from planner.problems import DataError, system_reason
from planner.text.messages import Message, msg

DONE, DATA, USAGE, FAULT, INTERRUPTED = 0, 1, 2, 70, 130


def run(action: Callable[[], None], edge: Edge) -> int:
    """Do what the command line asks; return the exit code."""
    prepare_streams()
    try:
        action()
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Exception as error:  # noqa: BLE001  # the last line of defence: a line and a code for everything
        return _explain(error, edge)
    except KeyboardInterrupt:
        _say_raw("")
        return INTERRUPTED
    return DONE


def _explain(error: Exception, edge: Edge) -> int:
    if isinstance(error, OutputClosedError | BrokenPipeError):
        _silence_output()
        return DONE
    if isinstance(error, OutputFailedError):
        _silence_output()
        _say(edge, msg("The output cannot be written: {reason}", reason=system_reason(error.error)))
        return DATA
    if isinstance(error, DataError):
        for problem in error.problems:
            _say_raw(problem.text(edge.t))
        return DATA
    if isinstance(error, click.Abort | EOFError):
        _say(edge, msg("Stopped; nothing was changed."))
        return INTERRUPTED if isinstance(error.__cause__, KeyboardInterrupt) else DATA
    if isinstance(error, OSError) and error.errno is not None:
        file = f"{error.filename}: " if isinstance(error.filename, str) else ""
        _say_raw(f"{file}{edge.t(system_reason(error))}")
        return DATA
    return _report_fault(error, edge)


def _report_fault(error: Exception, edge: Edge) -> int:
    """Write the traceback into a file, and name the file in one line."""
    import traceback

    name = f"crash-{os.getpid()}-{type(error).__name__}.txt"
    try:
        folder = platform_folder("state")
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / name
        file.write_text("".join(traceback.format_exception(error)), encoding="utf-8", errors="replace")
    except OSError:
        _say(
            edge,
            msg(
                "Sorry, a fault in the planner ({error}); nothing was lost.",
                error=f"{type(error).__name__}: {error}",
            ),
        )
        return FAULT
    _say(
        edge,
        msg("Sorry, a fault in the planner; nothing was lost. The report to send is {file}", file=str(file)),
    )
    return FAULT


def _say(edge: Edge, message: Message) -> None:
    try:
        text = edge.t(message)
    except Exception:  # noqa: BLE001  # even if the words are what is broken
        text = message.text
    _say_raw(text)


def _say_raw(text: str) -> None:
    """Say one line on standard error, if it is still there."""
    line = " ".join(text.split())
    try:
        encoding = sys.stderr.encoding or "ascii"
        line.encode(encoding)
    except UnicodeEncodeError:
        line = to_ascii(line)
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        return


def _silence_output() -> None:
    """Point standard output nowhere, so that the interpreter's last flush cannot fail."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
