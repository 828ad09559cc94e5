"""Python readers that only the tests need: without them a test is skipped, or fails in CI."""

import importlib
import sys
from importlib.util import find_spec

import pytest


@pytest.fixture
def vobject(needs):
    """Hand out vobject, the reader that Radicale uses."""
    if find_spec("vobject") is None:
        needs("vobject")
    return importlib.import_module("vobject")


@pytest.fixture
def radicale(needs):
    """Hand out the command that starts the CalDAV server."""
    if find_spec("radicale") is None:
        needs("radicale")
    return [sys.executable, "-m", "radicale"]
