"""Files of the plan folder that change together with the journal, one planner at a time.

Invariant: a file is replaced only while its bytes are still those that were read, and when the journal cannot be
written the files are put back; a crash between both leaves files that were merely changed.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from planner.journal.disk import lock, make_folder
from planner.problems import DataError, fail, write_failed
from planner.text.messages import msg
from planner.workspace.cache import folder_name
from planner.workspace.context import Context
from planner.workspace.files import read_file
from planner.workspace.replacing import Change, replace_files


def exchange(context: Context, files: Sequence[Change], then: Callable[[], None]) -> None:
    """Replace files and do `then`, which writes the journal; raises `DataError`, and then all is as it was."""
    if not files:
        then()
        return
    with alone(context):
        for change in files:
            if change.old is not None and read_file(change.path) != change.old:
                raise changed_meanwhile(change.path.name)
        replace_files(files, then)


def changed_meanwhile(name: str) -> DataError:
    """Make the error for a file that somebody else changed since it was read."""
    return fail(msg("{file} was changed meanwhile: look at it and try again", file=name))


@contextmanager
def alone(context: Context) -> Iterator[None]:
    """Keep other planners of this machine from changing files of this folder meanwhile; raises `DataError`."""
    path = context.state / "changing" / f"{folder_name(context)}.lock"
    try:
        make_folder(path.parent)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise fail(write_failed(error), file=str(path)) from error
    try:
        if not lock(descriptor):
            message = msg("another planner has been writing here for ten seconds: close it and try again")
            raise fail(message, file=str(context.home))
        yield
    finally:
        os.close(descriptor)
