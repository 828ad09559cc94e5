"""Where a plan folder has its journal: `journal/*.jsonl`, a file for each machine, and the copies of sync tools."""

import os
from pathlib import Path

from planner.problems import DataError, fail, system_reason
from planner.text.messages import msg

FOLDER = "journal"
SUFFIX = ".jsonl"


def journal_files(folder: Path) -> list[Path]:
    """Return the journal's files in a plan folder, by name; the shadow files of macOS (`._…`) are none of them."""
    try:
        with os.scandir(folder / FOLDER) as entries:
            names = [e.name for e in entries if e.name.endswith(SUFFIX) and not e.name.startswith("._")]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unreadable(folder / FOLDER, error) from error
    return [folder / FOLDER / name for name in sorted(names)]


def unreadable(path: Path, error: OSError) -> DataError:
    """Say that a file or folder of the journal cannot be read."""
    if isinstance(error, IsADirectoryError):
        text = msg("a folder is where a file belongs: move it away, then see planner journal check")
        return fail(text, file=str(path))
    if isinstance(error, NotADirectoryError):
        text = msg("a file is where a folder belongs: move it away, then see planner journal check")
        return fail(text, file=str(path))
    reason = system_reason(error)
    return fail(msg("this cannot be read ({reason}): check its permissions", reason=reason), file=str(path))
