"""Files in the plan folder that a sync tool set aside, and what git needs to keep the journal whole.

Invariant: these are only told: nobody but the learner knows which of two versions is right.
"""

import re
from pathlib import Path

from planner.problems import Problem
from planner.text.messages import msg
from planner.workspace.files import exists

STRAY, ATTRIBUTES = "stray", "attributes"
_COPY = re.compile(
    r"(profile|curriculum)(\.sync-conflict-.+| ?\(.+\)| \d+|[-_ .]conflict.*|-[A-Z][\w-]*)\.ya?ml"
)
_UNION = re.compile(rb"^\s*[^#\s]*jsonl\s+(.*\s)?merge=union(\s|$)", re.MULTILINE)


def stray_files(home: Path) -> tuple[Problem, ...]:
    """Tell of copies of the YAML files that a sync tool made, and of a folder in git whose journal git would break."""
    try:
        names = sorted(path.name for path in home.iterdir())
    except OSError:
        return ()
    copies = [(name, found[1]) for name in names if (found := _COPY.fullmatch(name))]
    told = [
        Problem(
            msg(
                "a sync tool set this copy aside: take over into {file} what is missing there, then delete the copy",
                file=f"{name}.yaml",
            ),
            file=copy,
            key=STRAY,
        )
        for copy, name in copies
    ]
    return (*told, *_attributes(home))


def _attributes(home: Path) -> tuple[Problem, ...]:
    file = home / ".gitattributes"
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        content = b""
    except OSError:
        content = b"?"
    if _UNION.search(content) or not (content or exists(home / ".git")):
        return ()
    text = msg("write the line *.jsonl merge=union into this file, or git makes conflicts in the journal")
    return (Problem(text, file=file.name, key=ATTRIBUTES),)
