"""Every command once, and the app: run as a program it prints what was written, and what was asked of the network.

`python every_command.py FOLDER` works on an empty folder with a umask that hides nothing.
"""

import asyncio
import json
import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[2]))

from planner.cli.edge import Edge
from planner.cli.root import root
from tests.workspace.conftest import SMALL

TODAY = "2026-12-01"
OUTSIDE = ("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.sendto", "socket.sendmsg",
           "socket.bind", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.", "os.exec", "os.system",
           "os.posix_spawn", "os.startfile", "webbrowser.")  # fmt: skip
COMMANDS = """
init --curriculum small.yaml --start 2026-12-01 --timezone Asia/Tokyo --holidays JP --yes
|today|week|plan|progress|log python-basics 1h30m --json|log --amend LAST 1h|log --delete LAST|start python-basics|stop
|done python-basics|milestone list|milestone step first-tool 1|milestone try first-tool --metric 0.77
|milestone reach first-tool --url https://example.org/1|milestone reopen first-tool
|checkin --answers answers.yaml --yes|replan --yes|pin sql-basics|unpin sql-basics
|move sql-basics 2026-12-04|skip sql-basics|off 2026-12-24|extra 2026-12-05 18:00-19:00|estimate sql-basics 12
|add Papers 6|drop papers|restore-module papers|first sql-basics|whatif --hours-per-week 9|why sql-basics
|export ics -o out.ics|export json -o out.json|export ics|curriculum list|curriculum show
|curriculum check small.yaml|curriculum schema|curriculum update --from small.yaml --dry-run|profile check|profile show
|profile set study.buffer 12%|profile unset study.buffer|undo|redo|keys|journal show|journal check
|journal import times.csv|backup|backup -o copy.zip|backup --list|restore --dry-run|restore --yes
|demo --json
"""


def watch(asked):
    """Note every attempt to reach beyond this process, and refuse it."""

    def look(event, arguments):
        if event.startswith(OUTSIDE):
            asked.append(f"{event} {arguments!r}"[:200])
            message = f"{event} is not allowed here"
            raise PermissionError(message)

    sys.addaudithook(look)


def run_all(home):
    """Give every command; return the exit codes of those that could not do their work."""
    refused, ran, last = {}, [], ""
    for line in COMMANDS.replace("\n", "").split("|"):
        words = line.replace("LAST", last).split()
        given = ["--home", str(home), "--today", TODAY, *words]
        done = CliRunner().invoke(root, given, catch_exceptions=False)
        ran.append(line)
        if done.exit_code:
            refused[line] = done.stderr
        elif words[:2] == ["log", "python-basics"]:
            last = json.loads(done.stdout)["events"][0]["id"]
    return ran, refused


async def open_app(home):
    """Open the app, log time, look at every screen that has a number, and leave."""
    from tui.app import PlannerApp

    edge = Edge(home=home)
    app = PlannerApp(edge.context, clock=lambda: datetime.now(UTC))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for key in ("l", "enter", "2", "3", "4", "5", "1", "question_mark", "escape", "c", "escape"):
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause()


def loose(folder):
    """Return what others than the owner may read, write or enter."""
    return {
        str(path.relative_to(folder)): oct(stat.S_IMODE(path.lstat().st_mode))
        for path in sorted(folder.rglob("*"))
        if path.lstat().st_mode & 0o077
    }


def main():
    """Do everything in the folder; print what came of it."""
    folder, asked = Path(sys.argv[1]), []
    work = folder / "work"
    work.mkdir(mode=0o700)
    os.chdir(work)
    Path("answers.yaml").write_text("day: 2026-12-01\nhours: {sql-basics: 2h}\n", "utf-8")
    Path("times.csv").write_text("day,module,minutes,done,note\n2026-11-30,sql-basics,30,,\n", "utf-8")
    Path("small.yaml").write_text(SMALL, "utf-8")
    given = {path.name for path in work.iterdir()}
    os.umask(0)
    home = folder / "data" / "plan"
    watch(asked)
    ran, refused = run_all(home)
    asyncio.run(open_app(home))
    found = {name: mode for name, mode in loose(folder).items() if Path(name).name not in given}
    written = sum(path.is_file() for path in folder.rglob("*"))
    print(json.dumps({"ran": ran, "refused": refused, "loose": found, "asked": asked, "written": written}))


if __name__ == "__main__":
    main()
