"""A fault of ours leaves the terminal sane and the journal whole, with a report in a file and one line said."""

import os
import re
import signal
import stat
from dataclasses import replace

import pytest

from planner.journal.reading import read_journal
from tests.tui.terminals import LEFT, STARTED, app_in_terminal
from tui.crash import keep_report, report_of, tell_crash
from tui.leaving import Crash

pytestmark = pytest.mark.ci  # `make test` leaves these to CI, for the sake of its five minutes

FAULTS = {
    "a screen's handler": "from tui.screens.today import TodayScreen\n"
    "def boom(self): raise KeyError('boom')\n"
    "TodayScreen.action_log = boom",
    "a widget's drawing": "from tui.screens.today import TodayScreen\nfrom tui.widgets.week_strip import WeekStrip\n"
    "def boom(self, width): raise KeyError('boom')\n"
    "def action(self):\n    WeekStrip.draw = boom\n    self.query_one(WeekStrip).heading = 'x'\n"
    "TodayScreen.action_log = action",
    "a worker": "from tui.screens.today import TodayScreen\n"
    "def boom(opened): raise KeyError('boom')\n"
    "TodayScreen.action_log = lambda self: self.planner.act(boom)",
}

READY = (STARTED, b"\x1b[?2004h", "1–6".encode())  # it stands at the foot of Today in every language


@pytest.fixture
def terminal(context):
    """Hand out a way to run the app in a terminal; it is ended afterwards."""
    made = []

    def run(before="", given=context, **options):
        made.append(app_in_terminal(given, before, **options))
        return made[-1]

    yield run
    for each in made:
        each.close()


def reports(context):
    return sorted((context.state / "crashes").glob("*.txt"))


def is_sane(term):
    """Tell whether the terminal is as it was before: modes as they were, all that was switched on is off again."""
    assert term.modes()[3] == term.before[3]
    assert term.modes()[0] == term.before[0]
    for code in LEFT:
        assert term.seen.rfind(code) > term.seen.rfind(code[:-1] + (b"l" if code.endswith(b"h") else b"h"))
    return True


@pytest.mark.parametrize("where", FAULTS)
def test_a_fault_leaves_the_terminal_as_it_was_and_one_line(context, terminal, where):
    language = "ja" if where == "a worker" else "en"
    term = terminal(FAULTS[where], given=replace(context, language=language))
    term.wait_for(*READY)
    term.type("l")
    assert term.end() == 1
    assert is_sane(term)
    said = term.after_leaving()
    assert said.count("\n") == 0
    (file,) = reports(context)
    assert str(file) in said
    assert ("申し訳" in said) if language == "ja" else ("Sorry" in said)
    report = file.read_text()
    assert "KeyError: 'boom'" in report
    assert "screen today" in report
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_without_room_for_the_report_there_is_still_the_line(context, terminal):
    (context.state / "crashes").parent.mkdir(exist_ok=True)
    (context.state / "crashes").write_text("in the way")
    term = terminal(FAULTS["a screen's handler"])
    term.wait_for(*READY)
    term.type("l")
    assert term.end() == 1
    assert is_sane(term)
    assert "could not be written" in term.after_leaving()


SLOW = """
import threading, time
told, fsync = threading.Event(), os.fsync
def telling(real):
    def tell(self, *given):
        told.set()
        return real(self, *given)
    return tell
for name in ("leave_with", "_handle_exception"):
    setattr(PlannerApp, name, telling(getattr(PlannerApp, name)))
def slow(descriptor):
    if not Path(sys.argv[1], "armed").exists():  # what is flushed while the app starts is not meant
        return fsync(descriptor)
    Path(sys.argv[1], "writing").touch()
    assert told.wait(60)  # the app has been told to leave, and is not to leave before this has ended
    time.sleep(0.2)
    fsync(descriptor)
os.fsync = slow
"""


@pytest.mark.parametrize("how", ["SIGTERM", "closed", "crash"])
def test_what_is_being_written_ends_whole(context, terminal, journal, how):
    before = len(journal(context))
    fault = FAULTS["a screen's handler"].replace("action_log", "action_done") if how == "crash" else ""
    term = terminal(SLOW + fault)
    term.wait_for(*READY)
    (context.home.parent / "armed").touch()
    term.type("l")
    term.wait_for(b"log time")
    term.type("20m\r")
    while not (context.home.parent / "writing").exists():
        term.read()
    if how == "SIGTERM":
        term.process.send_signal(signal.SIGTERM)
    elif how == "crash":
        term.type("d")
    else:
        os.close(term.master)
    code = term.process.wait(60) if how == "closed" else term.end()
    assert code == {"SIGTERM": 128 + signal.SIGTERM, "closed": 128 + signal.SIGHUP, "crash": 1}[how]
    new = journal(context)[before:]
    assert [event.data["minutes"] for event in new] == [20]
    assert read_journal(context.home)[1] == ()
    if how == "SIGTERM":
        assert is_sane(term)
        assert term.after_leaving() == ""
        assert reports(context) == []


async def test_the_report_names_commands_and_no_text_that_was_typed(context, sit_down):
    async with sit_down(context) as hand:
        await hand.press("l")
        await hand.type("10m")
        await hand.press("tab", "s", "e", "c", "r", "e", "t", "enter", "4")
        crash = Crash(KeyError("boom"), "milestones", tuple(hand.app._actions))
    text = report_of(crash, context.now)
    assert "secret" not in text
    assert re.search(r"last actions .*today\.log.*log\.save.*today\.milestones", text)


def test_old_reports_make_room(context):
    for number in range(30):
        assert keep_report(context, "x", context.now.replace(year=2030 + number))
    names = [file.name[:4] for file in reports(context)]
    assert len(names) == 20
    assert names[-1] == "2059"


def test_a_fault_in_the_words_themselves_is_still_one_line(context):
    def broken(_):
        raise ValueError

    line = tell_crash(Crash(KeyError("a\nb")), context, broken, context.now)
    assert "Sorry" in line
    assert "\n" not in line
