"""On a terminal the commands ask, on standard error; Enter takes what is proposed, and no is an answer."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
ROOT = Path(__file__).resolve().parents[2]


USUAL = {
    "logged):": "", "finished? (y/n)": "", "still to do:": "", "reached? (y/n)": "", "Days off": "",
    "Accept this plan?": "y",
}  # fmt: skip


def asked(run, *words, replies=(), today="2026-12-06"):
    """Run a command with a terminal as standard input and error; return exit code, output, and what was asked.

    Each question that holds a word of `replies` (or of the usual ones) gets that reply; a list gives one a time.
    """
    import pty

    rules = {**USUAL, **dict(replies)}
    outer, inner = pty.openpty()
    seen = []
    listener = threading.Thread(target=answer, args=(outer, rules, seen), daemon=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "planner", "--home", str(run.home), "--today", today, *words],
        cwd=ROOT, stdin=inner, stderr=inner, stdout=subprocess.PIPE,
    )  # fmt: skip
    listener.start()
    try:
        output, _ = process.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        pytest.fail("no answer to: " + "".join(seen)[-500:])
    os.close(inner)
    listener.join(60)
    return process.returncode, output.decode(), "".join(seen)


def answer(outer, rules, seen):
    """Answer what is asked on a pseudo-terminal until it closes."""
    pending = ""
    while True:
        try:
            chunk = os.read(outer, 65536).decode(errors="replace")
        except OSError:
            return
        seen.append(chunk)
        pending += chunk
        for question in [word for word in rules if word in pending]:
            reply = rules[question]
            text = (
                reply.pop(0) if isinstance(reply, list) and reply else reply if isinstance(reply, str) else ""
            )
            os.write(outer, text.encode() if text == "\x04" else f"{text}\n".encode())
            pending = ""
            break


def test_a_checkin_asks_four_steps_and_enter_takes_the_defaults(run):
    run.ok("log", "python-first-steps", "2h", today="2026-12-02")
    code, output, questions = asked(run, "checkin", replies={"Days off": "2026-12-09"})
    assert code == 0, questions
    for step in ("1 of 4", "2 of 4", "3 of 4", "4 of 4"):
        assert step in questions
    assert "Accepted" in output
    events = run.json("journal", "show", today="2026-12-06")["events"]
    assert [event["kind"] for event in events[:2]] == ["plan", "checkin"]
    assert "time off" in run.ok("week", "--offset", "1", today="2026-12-06")


def test_a_wrong_answer_is_asked_again(run):
    code, _, questions = asked(run, "checkin", replies={"logged):": ["soon", "1h"], "Accept this plan?": "n"})
    assert "Write a length of time" in questions
    assert code == 0


def test_no_changes_nothing(run):
    run.ok("done", "git-github")
    before = run.journal()
    code, output, _ = asked(run, "replan", replies={"Accept this plan?": "n"}, today="2026-12-01")
    assert (code, run.journal()) == (0, before)
    assert "Nothing was changed." in output


def test_the_end_of_input_is_no_answer_and_changes_nothing(run):
    run.ok("done", "git-github")
    before = run.journal()
    code, _, questions = asked(run, "replan", replies={"Accept this plan?": "\x04"}, today="2026-12-01")
    assert code != 0
    assert "Traceback" not in questions
    assert run.journal() == before


@pytest.mark.parametrize(("reply", "made"), [("y", True), ("", True), ("n", False)])
def test_init_shows_the_verdict_and_asks(empty, reply, made):
    code, output, _ = asked(empty, "init", replies={"Make this plan in": reply})
    assert code == 0
    assert "On time." in output
    assert empty.home.exists() is made
