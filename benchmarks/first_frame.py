"""Run an app until its first frame is on the screen, then exit: `python first_frame.py MODULE:FUNCTION`.

The function returns the app. The screen is a headless one of 120 x 36, the same for every app.
"""

import importlib
import sys

from textual.app import App
from textual.pilot import Pilot


async def leave(pilot: Pilot[object]) -> None:
    """Exit after the first refresh in which the screen is laid out."""
    pilot.app.call_after_refresh(pilot.app.exit)


def main() -> None:
    """Make the app that the command line names, and run it until then."""
    module, _, function = sys.argv[1].partition(":")
    app: App[object] = getattr(importlib.import_module(module), function)()
    app.run(headless=True, size=(120, 36), auto_pilot=leave)


if __name__ == "__main__":
    main()
