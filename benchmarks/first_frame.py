"""Run an app until its first frame is on the screen, then exit: `python first_frame.py MODULE:FUNCTION`.

The function returns the app. The screen is a headless one of 120 x 36, the same for every app.
"""

import importlib
import sys
from typing import Any

MODULE, _, FUNCTION = sys.argv[1].partition(":")


def first_frame(make_app: Any) -> None:
    """Start the app that the function makes, and leave after the first refresh in which its screen is laid out."""
    app = make_app()

    async def leave(pilot: Any) -> None:
        pilot.app.call_after_refresh(pilot.app.exit)

    app.run(headless=True, size=(120, 36), auto_pilot=leave)


if __name__ == "__main__":
    first_frame(getattr(importlib.import_module(MODULE), FUNCTION))
