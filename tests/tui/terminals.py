"""A real terminal for a process of its own: what it shows, what it was left with, and its modes."""

import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
STARTED = b"\x1b[?1049h"
LEFT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l", b"\x1b[?1004l")

PROGRAM = """
import os, sys
from datetime import datetime
from pathlib import Path
from planner.workspace.context import Context
from tui.app import PlannerApp, run_to_the_end
folder = Path(sys.argv[1])
bits = lambda count: int.from_bytes(os.urandom(16)) % (1 << count)
context = Context(
    folder / "plan", datetime.fromisoformat(sys.argv[2]), cache=folder / "cache", state=folder / "state",
    random_bits=bits, language=sys.argv[3], timezone="Asia/Tokyo",
)
app = PlannerApp(context)
{before}
sys.exit(run_to_the_end(app))
"""


class Terminal:
    """A process in a pseudo-terminal; `seen` is everything that it wrote."""

    def __init__(self, words, size=(80, 24), **environment):
        self.master, slave = pty.openpty()
        self.resize(*size)
        self.before = termios.tcgetattr(slave)
        self.seen = b""
        self.process = subprocess.Popen(
            words, stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, start_new_session=True,
            env={**_surroundings(), **environment}, preexec_fn=_take_terminal,  # noqa: PLW1509 - no thread has begun
        )  # fmt: skip
        os.close(slave)

    def resize(self, width, height):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def read(self, seconds=0.05):
        """Take in what was written until nothing comes for so long."""
        while select.select([self.master], [], [], seconds)[0]:
            try:
                data = os.read(self.master, 65536)
            except OSError as error:
                if error.errno == errno.EIO:
                    return
                raise
            if not data:
                return
            self.seen += data

    def wait_for(self, *texts, seconds=60):
        """Read until all these bytes were seen."""
        end = time.monotonic() + seconds
        while not all(text in self.seen for text in texts):
            assert time.monotonic() < end, f"{texts} not in {self.seen[-2000:]!r}"
            self.read()

    def type(self, text):
        os.write(self.master, text.encode())

    def end(self, seconds=60):
        """Read to the end and return the exit code."""
        limit = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < limit, f"still running: {self.seen[-2000:]!r}"
            self.read()
        self.read()
        return self.process.returncode

    def after_leaving(self):
        """Return what stands on the terminal after the app left it, as text."""
        rest = self.seen.rpartition(b"\x1b[?1049l")[2]
        return re.sub(rb"\x1b\[[?<>]?[0-9;]*[a-zA-Z]", b"", rest).decode().replace("\r\n", "\n").strip()

    def modes(self):
        return termios.tcgetattr(self.master)

    def close(self):
        with suppress(OSError):
            os.close(self.master)
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()


def _surroundings():
    """Return the environment without the size of the terminal that the tests run in."""
    ours = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES", "NO_COLOR"}}
    return {**ours, "TERM": "xterm-256color"}


def _take_terminal():
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def app_in_terminal(context, before="", size=(80, 24), **environment):
    """Run the app on a plan, after the lines `before`, in a terminal of its own."""
    program = PROGRAM.replace("{before}", before)
    words = [
        sys.executable,
        "-c",
        program,
        str(context.home.parent),
        context.now.isoformat(),
        context.language,
    ]
    return Terminal(words, size, **environment)
