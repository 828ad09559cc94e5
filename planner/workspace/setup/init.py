"""Making a plan folder.

Invariant: all or nothing. A failure half way takes away what was made and nothing else; the accepted plan in the
journal is written last.
"""

import os
from contextlib import suppress
from pathlib import Path

from planner.journal.disk import flush_folder
from planner.journal.store import append
from planner.problems import fail, write_failed
from planner.text.messages import msg
from planner.workspace.acting import plan_action
from planner.workspace.context import Context
from planner.workspace.device import remember
from planner.workspace.files import exists
from planner.workspace.mending.openness import close_to_others
from planner.workspace.opening import CURRICULUM, PROFILE, Opened, has_plan
from planner.workspace.settings.reading import keep_settings
from planner.workspace.setup.drafting import Draft, SetupAnswers, draft_plan

ATTRIBUTES = ".gitattributes"


def init(context: Context, answers: SetupAnswers) -> Opened:
    """Write profile.yaml, curriculum.yaml and the accepted first plan; raises `DataError`, and then nothing changed."""
    home = context.home
    if exists(home) and not home.is_dir():
        raise fail(msg("{home} is not a folder: choose another one with --home", home=str(home)))
    if has_plan(context):
        raise fail(
            msg(
                "{home} holds a plan already: open it with planner, or choose another folder with --home",
                home=str(home),
            )
        )
    draft = draft_plan(context, answers)
    made = _Made()
    try:
        _write(draft, home, made)
    except OSError as error:
        made.take_back()
        raise fail(write_failed(error), file=str(home)) from error
    except BaseException:
        made.take_back()
        raise
    opened = draft.opened.reread()
    remember(context, opened.events, afresh=True)
    keep_settings(context, draft.profile, draft.curriculum, (opened.written, opened.settings))
    return opened


def _write(draft: Draft, home: Path, made: "_Made") -> None:
    made.folder(home)
    if not draft.own_profile:
        made.file(home / PROFILE, draft.profile)
    if not exists(home / ATTRIBUTES):
        made.file(home / ATTRIBUTES, b"*.jsonl merge=union\n")
    made.file(home / CURRICULUM, draft.curriculum)
    made.folder(home / "journal")
    flush_folder(home)
    opened = draft.opened
    events = plan_action(opened, (), opened.plan, opened.context.random_bits(80))
    journal = home / "journal" / f"{events[0].device}.jsonl"
    made.paths.append(journal)
    append(home, events[0].device, events)
    close_to_others(home / PROFILE, home / "journal")


class _Made:
    """The files and folders made so far, in order."""

    def __init__(self) -> None:
        self.paths: list[Path] = []

    def folder(self, path: Path) -> None:
        """Make a folder, and those above it, for the owner only."""
        if path.is_dir():
            return
        if path.parent != path:
            self.folder(path.parent)
        path.mkdir(mode=0o700)
        self.paths.append(path)

    def file(self, path: Path, data: bytes) -> None:
        """Write a file that is not there yet, for the owner only."""
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        self.paths.append(path)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def take_back(self) -> None:
        """Take away what was made, the last first; a folder in which something else appeared stays."""
        for path in reversed(self.paths):
            with suppress(OSError):
                if path.is_dir():
                    path.rmdir()
                else:
                    path.unlink()
