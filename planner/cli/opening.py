"""Opening the app, which lives above the commands and is imported only here, by name."""

import gc
import importlib
from typing import TYPE_CHECKING

from planner.cli.edge import Edge

if TYPE_CHECKING:
    from planner.workspace.context import Context


def open_app(edge: Edge, context: "Context | None" = None) -> int:
    """Run the app on a plan folder, and return its exit code."""
    app = importlib.import_module("tui.app")
    gc.enable()  # the app lives long; `main` starts without the collector
    code: int = app.run_app(context or edge.context)
    return code
