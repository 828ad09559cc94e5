"""Our folders are those that platformdirs names, which takes too long to ask on Linux."""

import platformdirs
import pytest

from planner.cli.edge import APP, platform_folder


@pytest.mark.parametrize("named", ["/somewhere/else", "relative/is/ignored", "", None])
@pytest.mark.parametrize("home", ["/home/you", "relative"])
@pytest.mark.parametrize("kind", ["data", "cache", "state"])
def test_folders_are_those_of_platformdirs(monkeypatch, kind, home, named):
    monkeypatch.setenv("HOME", home)
    monkeypatch.delenv(f"XDG_{kind.upper()}_HOME", raising=False)
    if named is not None:
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", named)
    expected = getattr(platformdirs, f"user_{kind}_path")(APP, appauthor=False)
    assert platform_folder(kind) == expected
