"""Settings changed through the program: the new profile.yaml and the plan that follows, shown before they are written.

Invariant: the file is written only while it is the one that was read, comments and order stay, and the file and the
action in the journal are both there or neither is.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from planner.documents.editing import REMOVED, Removed, edit, value_at
from planner.documents.flow import flow
from planner.documents.hunks import make_hunk
from planner.documents.reading import read_document
from planner.documents.wrong import shown
from planner.journal.events import Draft
from planner.learner.keys import setting_path, sibling_order
from planner.problems import DataError, Problem, fail
from planner.schedule import compare
from planner.text.messages import Message, msg
from planner.workspace.acting import record_with_plan
from planner.workspace.files import read_file
from planner.workspace.hand.changing import accepted_plan
from planner.workspace.opening import PROFILE, Opened
from planner.workspace.proposal import Proposal, propose
from planner.workspace.replacing import Change
from planner.workspace.settings.exchanging import changed_meanwhile
from planner.workspace.settings.profile_text import profile_value
from planner.workspace.settings.reading import digest, parse_settings

__all__ = ["REMOVED", "SettingsChange", "act_settings", "change_settings", "read_value"]


@dataclass(frozen=True)
class SettingsChange:
    """What would change: the profile's text before and after, and the plan that follows; maybe nothing."""

    before: bytes
    after: bytes
    proposal: Proposal

    @property
    def said(self) -> tuple[Message, ...]:
        """The settings that change, each in a line."""
        return tuple(_said(draft.data) for draft in self.proposal.drafts)

    @property
    def changed_lines(self) -> tuple[str, ...]:
        """The lines of the file that go (`- …`) and come (`+ …`)."""
        old, new = (text.decode("utf-8-sig").splitlines() for text in (self.before, self.after))
        lines = difflib.unified_diff(old, new, n=0, lineterm="")
        return tuple(f"{line[0]} {line[1:]}" for line in list(lines)[2:] if line[:1] in {"+", "-"})


def change_settings(opened: Opened, changes: Mapping[str, object]) -> SettingsChange:
    """Propose other settings, by their dotted keys; raises `DataError` with all that is wrong, and for unknown keys."""
    accepted_plan(opened)
    before = read_file(opened.context.home / PROFILE, PROFILE)
    if digest(before) != opened.digests[PROFILE]:
        parse_settings(before, b"", opened.written)  # a mistake in the file says more than that it changed
        raise changed_meanwhile(PROFILE)
    after, drafts = before, []
    for key, value in changes.items():
        edited = edit(after, PROFILE, setting_path(key), value, sibling_order())
        if edited != after:
            drafts.append(Draft("setting", _data(key, after, edited)))
        after = edited
    return SettingsChange(before, after, _propose(opened, after, drafts))


def act_settings(change: SettingsChange) -> Opened:
    """Write profile.yaml and record the settings with the plan, as one action; raises `DataError`, and then neither."""
    proposal = change.proposal
    if not proposal.drafts:
        return proposal.opened
    home = proposal.opened.context.home
    files = [Change(home / PROFILE, change.before, change.after)]
    return record_with_plan(proposal.opened, proposal.drafts, proposal.after, files=files)


def present_settings(opened: Opened, key: str | None = None) -> dict[str, Any]:
    """Return what the file says, by dotted keys; of one setting only when a `key` is given. Raises `DataError`."""
    value = profile_value(read_file(opened.context.home / PROFILE, PROFILE))
    if key is not None:
        setting_path(key)
        found = value_at(value, key.split("."))
        return {} if isinstance(found, Removed) else {key: found}
    return dict(_leaves(value, ""))


def _leaves(value: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for name, inner in value.items():
        if isinstance(inner, dict) and inner:
            yield from _leaves(inner, f"{prefix}{name}.")
        else:
            yield prefix + name, inner


def read_value(key: str, text: str) -> Any:  # noqa: ANN401 - whatever YAML holds
    """Read a setting's value as YAML; raises `DataError`."""
    document, problems = read_document(f"value: {text}", key)
    if document is None or problems or set(document.value) != {"value"}:
        example = "24, 2027-10-01, '[stretch]'"
        raise fail(
            msg("{given} is no value; write one such as {example}", given=shown(text), example=example),
            file=key,
        )
    return document.value["value"]


def _propose(opened: Opened, after: bytes, drafts: Sequence[Draft]) -> Proposal:
    if not drafts:
        return Proposal(opened, opened.plan, opened.plan, compare(opened.plan, opened.plan))
    try:
        _, profile = parse_settings(after, b"", opened.written)
    except DataError as error:
        raise DataError(map(_at_key, error.problems)) from error
    digests = {**opened.digests, PROFILE: digest(after)}
    changed = replace(opened, settings=profile, digests=digests)
    proposal = propose(changed, changed.inputs, drafts)
    return replace(proposal, before=opened.plan, diff=compare(opened.plan, proposal.after))


def _at_key(problem: Problem) -> Problem:
    """Let a problem stand at its setting: its line is one of a file that is not written."""
    return Problem(problem.message, problem.key, key=problem.key) if problem.key else problem


def _data(key: str, before: bytes, after: bytes) -> dict[str, Any]:
    """Return what the event says: the value before and after, and the lines, so that undo gives the same bytes."""
    old, new = (value_at(profile_value(text), key.split(".")) for text in (before, after))
    hunk = make_hunk(before.decode("utf-8-sig"), after.decode("utf-8-sig"))
    data: dict[str, Any] = {"path": key}
    data |= {} if isinstance(old, Removed) else {"old": old}
    data |= {} if isinstance(new, Removed) else {"new": new}
    return data | {"lines": {"at": hunk.line, "old": hunk.old, "new": hunk.new}}


def _said(data: Mapping[str, Any]) -> Message:
    old, new = (_value(data.get(name)) for name in ("old", "new"))
    return msg("{path}: {old} → {new}", path=data["path"], old=old, new=new)


def _value(value: object) -> Message | str:
    """Say a value as the file has it, plain names without brackets."""
    if value in (None, [], {}):
        return msg("none")
    plain = isinstance(value, list) and all(isinstance(each, str) for each in value)
    return ", ".join(value) if plain and isinstance(value, list) else flow(value)
