"""What runs off the UI thread: Escape stops it, leaving waits for nothing that writes nothing, and each has a name."""

import ast
import threading
from pathlib import Path

import pytest

TUI = Path(__file__).resolve().parents[2] / "tui"


def test_every_worker_has_a_description():
    """Without one Textual makes it from all arguments: a megabyte for a supposed plan."""
    nodes = [
        (file.name, node)
        for file in TUI.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
    ]
    made = [
        (name, call)
        for name, node in nodes
        for call in (*getattr(node, "decorator_list", ()), node)
        if isinstance(call, ast.Call)
        and (getattr(call.func, "attr", "") == "run_worker" or (call is not node and _called(call) == "work"))
    ]
    assert len(made) > 5
    assert [name for name, node in made if "description" not in {each.arg for each in node.keywords}] == []


def _called(call):
    return getattr(call.func, "id", "")


class Endless:
    """Stands in for a search that does not end by itself."""

    def __init__(self):
        self.begun, self.may_end = threading.Event(), threading.Event()

    def __call__(self, *_):
        self.begun.set()
        assert self.may_end.wait(60)
        raise AssertionError("nobody waits for it")


@pytest.mark.parametrize(
    ("where", "keys"),
    [
        ("planner.workspace.why.explaining.explain", "w"),
        ("tui.screens.move.move", "3m~"),
    ],
)
async def test_escape_stops_it_and_leaving_is_not_held_up(context, sit_down, monkeypatch, where, keys):
    endless = Endless()
    monkeypatch.setattr(where, endless)
    async with sit_down(context, size=(120, 36)) as hand:
        *before, last = keys
        await hand.press(*before)
        await hand.pilot.press("enter" if last == "~" else last)
        while not endless.begun.is_set():
            await hand.pilot.pause(0.01)
        assert {thread.name for thread in threading.enumerate() if thread.daemon} >= {"waiting"}
        while "Escape stops it" not in hand.text():
            await hand.pilot.pause(0.02)
        await hand.pilot.press("escape")
        await hand.settle()
        assert hand.name == ("today" if last == "w" else "move")
    endless.may_end.set()
