"""How the app leaves when it must: after a fault of ours, on a signal, when the terminal goes away.

Invariant: no traceback reaches the terminal, and what is being written is written to its end.
"""

import asyncio
import os
import signal
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Queue
from threading import Thread
from types import FrameType
from typing import ClassVar

from rich.console import RenderableType
from textual.app import App
from textual.binding import Binding, BindingType
from textual.worker import WorkerFailed

LAST_ACTIONS = 20
_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


@dataclass(frozen=True)
class Crash:
    """What went wrong and where the app was; `actions` are the names of the last commands, oldest first."""

    error: BaseException
    screen: str = ""
    actions: Sequence[str] = ()
    size: str = ""
    language: str = ""


class LeavingApp(App[None]):
    """The part of the app that knows how to leave."""

    ENABLE_COMMAND_PALETTE = False  # its key would be Textual's own; ours is in the table of commands
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
        Binding("escape", "give_up", show=False, priority=True),
    ]

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.crash: Crash | None = None
        self._actions: deque[str] = deque(maxlen=LAST_ACTIONS)

    def leave_with(self, code: int) -> None:
        """Leave once all that was asked for is written, with an exit code."""
        raise NotImplementedError

    def language_now(self) -> str:
        """Return the language that the app speaks."""
        return ""

    def heed_signals(self) -> None:
        """Leave in order when asked to end, or when the terminal is closed, with 128 + the signal's number."""
        if self.is_headless:
            return
        self.app_resume_signal.subscribe(self, self._resumed)
        self._outlive_the_terminal()
        _come_back_only_to_a_terminal()
        loop = asyncio.get_running_loop()
        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(NotImplementedError, RuntimeError, ValueError):  # not here, or not this thread
                    loop.add_signal_handler(number, self._asked_to_end, int(number))

    def _resumed(self, _: App[None]) -> None:
        """Draw everything again after Ctrl+Z and `fg`; Textual itself draws only what changed."""
        self._outlive_the_terminal()
        self.screen.refresh(layout=True)
        self.refresh()

    def _outlive_the_terminal(self) -> None:
        """Go on drawing into nothing where the terminal is closed, which ends Textual's thread that writes."""
        writer = getattr(self._driver, "_writer_thread", None)
        if isinstance(writer, Thread):
            Thread(target=_draw_for, args=(writer,), name="outliving", daemon=True).start()

    def _asked_to_end(self, number: int) -> None:
        if not _has_terminal():
            _draw_nowhere()
        self.leave_with(128 + number)

    async def run_action(self, *args: object, **kwargs: object) -> bool:
        """Run an action as ever, and remember its name for the report of a crash."""
        screen = self._screen_name()
        done: bool = await super().run_action(*args, **kwargs)  # type: ignore[arg-type]
        if done and args and isinstance(args[0], str):
            self._actions.append(f"{screen}.{args[0].partition('(')[0].rpartition('.')[2]}")
        return done

    def panic(self, *renderables: RenderableType) -> None:
        """Leave; Textual calls this where it hands over no error, as when the terminal cannot be read any more."""
        del renderables
        if not _has_terminal():
            _draw_nowhere()
            self.call_later(self.leave_with, 128 + signal.SIGTERM)
            return
        self._handle_exception(RuntimeError("the terminal cannot be read"))

    def _handle_exception(self, error: Exception) -> None:
        """Note the first fault; Textual calls this for each, and leaves."""
        if self.crash is None:
            size = f"{self.size.width}x{self.size.height}"
            screen, actions = self._screen_name(), tuple(self._actions)
            cause = error.error if isinstance(error, WorkerFailed) else error
            self.crash = Crash(cause, screen, actions, size, self.language_now())
        super()._handle_exception(error)
        self._exit_renderables.clear()

    def _fatal_error(self) -> None:
        """Close without drawing a traceback."""
        self._close_messages_no_wait()

    def _screen_name(self) -> str:
        stack = self._screen_stacks.get(self._current_mode) or []
        return str(getattr(stack[-1], "NAME", "") or type(stack[-1]).__name__) if stack else ""


def _come_back_only_to_a_terminal() -> None:
    """Keep Textual from starting again on SIGCONT where there is no terminal: one that is closed sends that, too."""
    number = getattr(signal, "SIGCONT", None)
    usual = signal.getsignal(number) if number is not None else None
    if number is None or not callable(usual):
        return

    def come_back(signum: int, frame: FrameType | None) -> None:
        if _has_terminal():
            usual(signum, frame)

    with suppress(ValueError):  # not this thread
        signal.signal(number, come_back)


def _draw_for(writer: Thread) -> None:
    writer.join()
    waiting: Queue[str] = getattr(writer, "_queue", Queue())
    while True:
        waiting.get()  # else whoever draws waits for room in it, for ever


def _has_terminal() -> bool:
    """Tell whether the terminal that was opened is still there; without one from the start there is nothing to lose."""
    try:
        os.tcgetpgrp(0)
    except (OSError, AttributeError):
        return False
    return True


def _draw_nowhere() -> None:
    """Point what is still drawn at nothing, so that a closed terminal keeps nobody from leaving."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for descriptor in (1, 2):
            os.dup2(nowhere, descriptor)
        os.close(nowhere)
