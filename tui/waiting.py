"""Long work off the UI thread: a quiet sign while it lasts, and Escape gives it up.

Invariant: what is given up, or outlived by its screen, changes nothing and keeps nobody from leaving; so only what
writes nothing is waited for here. What writes goes through the app's `act`, and always ends whole.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from planner.text.messages import Message, msg

if TYPE_CHECKING:
    from tui.screens.spoken import Spoken

SIGN_AFTER = 0.15  # seconds
COUNTED_FROM = 2  # seconds

Result = TypeVar("Result")


class Wait(Generic[Result]):
    """One piece of work in a thread of its own, which ends with the process if it must."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self.given_up = False
        self._loop = asyncio.get_running_loop()
        self.result: asyncio.Future[Result] = self._loop.create_future()
        Thread(target=self._run, args=(work,), name="waiting", daemon=True).start()

    def give_up(self) -> None:
        """Throw the result away."""
        self.given_up = True
        self.result.cancel()

    def _run(self, work: Callable[[], Result]) -> None:
        try:
            done = work()
        except BaseException as error:  # noqa: BLE001 - it is raised again where the result is awaited
            self._tell(self.result.set_exception, error)
        else:
            self._tell(self.result.set_result, done)

    def _tell(self, settle: Callable[..., None], value: object) -> None:
        def tell() -> None:
            if not self.result.done():
                settle(value)

        with suppress(RuntimeError):  # the app has gone meanwhile
            self._loop.call_soon_threadsafe(tell)


async def waited(screen: "Spoken", work: Callable[[], Result], said: Message) -> Result | None:
    """Return what `work` returns, or None when Escape gave it up; raises what it raises. Only for workers (`@work`).

    A worker whose screen has gone meanwhile is cancelled: parts of it may be gone already.
    `said` is the sentence that stands at the foot once it takes longer, such as "Looking for another plan …".
    """
    wait = Wait(work)
    screen.wait = wait
    sign = asyncio.create_task(_sign(screen, wait, said))
    try:
        return await wait.result
    except asyncio.CancelledError:
        if not wait.given_up:
            raise
        return None
    finally:
        sign.cancel()
        wait.given_up = True
        if screen.wait is wait:
            screen.wait = None
            screen.show_busy("")
        if not screen.living:
            raise asyncio.CancelledError


async def _sign(screen: "Spoken", wait: Wait[Result], said: Message) -> None:
    """Say what is waited for, and from a few seconds on for how long."""
    await asyncio.sleep(SIGN_AFTER)
    seconds = 0
    while screen.wait is wait:
        what = screen.t(said)
        text = msg("{what} Escape stops it.", what=what)
        if seconds >= COUNTED_FROM:
            text = msg("{what} {seconds} s. Escape stops it.", what=what, seconds=seconds)
        screen.show_busy(screen.t(text))
        await asyncio.sleep(1)
        seconds += 1
