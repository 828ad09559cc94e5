"""The curricula that come with the program: `planner/_curricula` when installed, else `curricula/` of the repository.

A bundled curriculum's id is the name of its file; other data in the folder has no `phases`.
"""

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from planner.problems import fail
from planner.text.messages import msg

_PHASES = re.compile(rb"^phases:", re.MULTILINE)


def bundled_ids() -> tuple[str, ...]:
    """Return the ids of the bundled curricula, sorted."""
    return tuple(sorted(_files()))


def bundled_text(curriculum_id: str) -> bytes:
    """Return a bundled curriculum's YAML; an unknown id is a `DataError`."""
    found = _files()
    if curriculum_id not in found:
        raise fail(
            msg(
                "there is no bundled curriculum `{id}`; write one of: {ids}",
                id=curriculum_id,
                ids=", ".join(found),
            )
        )
    return found[curriculum_id].read_bytes()


def bundled_copy(curriculum_id: str) -> bytes | None:
    """Return a bundled curriculum's YAML without looking at the others; None when there is none of that id."""
    file = _folder() / f"{curriculum_id}.yaml"
    text = file.read_bytes() if file.is_file() else b""
    return text if _PHASES.search(text) else None


def bundled_data(name: str) -> bytes:
    """Return a file of data that comes with the curricula, by its name with its ending."""
    return (_folder() / name).read_bytes()


def _files() -> dict[str, Traversable]:
    folder = _folder()
    found = [item for item in folder.iterdir() if item.name.endswith(".yaml")] if folder.is_dir() else []
    curricula = (item for item in found if _PHASES.search(item.read_bytes()))
    return {item.name.removesuffix(".yaml"): item for item in sorted(curricula, key=lambda item: item.name)}


def _folder() -> Traversable:
    installed = files("planner") / "_curricula"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "curricula"
