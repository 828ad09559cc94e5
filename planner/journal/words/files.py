"""What was done to the plan folder's files, in words: one line for each of its events."""

from planner.journal.model import Event
from planner.text.messages import Message, msg, msg_n

KINDS = frozenset(("setting", "replaced", "restored", "damage-accepted"))
_NOTHING = "–"


def describe_file(event: Event) -> Message:
    """Say an event about the plan folder's files."""
    data = event.data
    if event.kind == "setting":
        old, new = _say(data.get("old")), _say(data.get("new"))
        return msg("setting {path}: {old} → {new}", path=data["path"], old=old, new=new)
    if event.kind == "replaced":
        return msg("{file} replaced by a new version", file=data["file"])
    if event.kind == "restored":
        return msg("brought back from the backup {name}", name=data["backup"])
    count = len(data["lines"])
    if count == 0:
        return msg("missing events given up")
    return msg_n("{count} damaged line given up", "{count} damaged lines given up", count)


def _say(value: object) -> str:
    """Write a value of a setting as short as YAML would."""
    if value is None:
        return _NOTHING
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_say, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_say(each)}' for key, each in value.items())}}}"
    return str(value)
