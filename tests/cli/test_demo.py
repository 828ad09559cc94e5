"""`planner demo`: what is said on the terminal while it is being made, and that the line is gone when the app opens."""

import pytest

from planner.cli.commands import demo
from planner.text.messages import msg, translator
from planner.text.width import width

SAID = msg("Making a plan that somebody has lived with for ten weeks …")


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_wait_is_explained_at_once_and_the_line_wiped_before_the_app(empty, monkeypatch, language):
    said = translator(language)(SAID)
    written = []
    seen = {}

    def make(_folder, context):
        seen["while it is made"] = "".join(written)
        return context

    def open_app(_edge, _context):
        seen["when the app opens"] = "".join(written)
        return 0

    monkeypatch.setattr(demo, "write_text", written.append)
    monkeypatch.setattr(demo, "is_terminal", lambda: True)
    monkeypatch.setattr("planner.workspace.setup.demo.demo_context", make)
    monkeypatch.setattr("planner.cli.opening.open_app", open_app)
    empty.ok("--lang", language, "demo")
    assert seen["while it is made"] == said
    assert seen["when the app opens"] == f"{said}\r{' ' * width(said)}\r"
