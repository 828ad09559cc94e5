"""Our app as `planner` opens it, on the plan folder that the environment names."""

from typing import Any


def make_app() -> Any:
    """Return the app; `first_frame.py` calls this."""
    from tui.app import make_app as make

    return make()
