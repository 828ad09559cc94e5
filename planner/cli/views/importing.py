"""What an import did, in words and as JSON: what is new, what is not, and what to say about the rest."""

import shlex
from collections.abc import Mapping
from typing import Any

from planner.cli.views.page import Page
from planner.journal.events import Draft
from planner.journal.imports.formats import CSV
from planner.text.messages import Message, Minutes, msg, msg_n
from planner.workspace.tracking.importing import Imported, Unmatched

_MOST_NAMES = 20


def import_lines(page: Page, added: Imported, *, dry: bool) -> list[str]:
    """Return what was imported, or with `dry` every event that would be, in lines."""
    rows = [_row(page, added, draft) for draft in added.drafts] if dry else []
    return [
        page.t(_table_said(added, dry) if added.source == CSV else _tracked_said(added, dry)),
        *page.table(rows, "lr*"),
    ]


def _table_said(added: Imported, dry: bool) -> Message:
    counts: dict[str, Message] = {
        "logs": msg_n("{count} entry", "{count} entries", added.logs),
        "done": msg_n("{count} module", "{count} modules", added.done),
        "known": msg_n("{count} row was", "{count} rows were", added.known),
    }
    if dry:
        return msg("Would import: {logs} of study, {done} finished; {known} known already.", **counts)
    return msg("Imported: {logs} of study, {done} finished; {known} known already.", **counts)


def _tracked_said(added: Imported, dry: bool) -> Message:
    counts: dict[str, Message] = {
        "logs": msg_n("{count} entry", "{count} entries", added.logs),
        "corrected": msg_n("{count} corrected", "{count} corrected", added.amended),
        "known": msg_n("{count} entry was", "{count} entries were", added.known),
    }
    if dry:
        return msg("Would import: {logs} of study, {corrected}; {known} known already.", **counts)
    return msg("Imported: {logs} of study, {corrected}; {known} known already.", **counts)


def _row(page: Page, added: Imported, draft: Draft) -> list[str]:
    data = draft.data
    titles = added.opened.titles
    if draft.kind == "log-amended":
        logs = {log.event: log for log in added.opened.progress.logs}
        log = logs.get(data["event"])
        module = data.get("module", log.module if log else "")
        minutes = data.get("minutes", log.minutes if log else 0)
        day = log.day.isoformat() if log and log.day else ""
        what = msg("{module} (corrected)", module=titles.get(module, module))
        return [day, page.minutes(minutes), page.t(what)]
    day = draft.day.isoformat() if draft.day else ""
    module = titles.get(data["module"], data["module"])
    if draft.kind == "done":
        return [day, "", page.t(msg("{module}: finished", module=module))]
    note = f" ({data['note']})" if data.get("note") else ""
    return [day, page.minutes(data["minutes"]), page.t(module) + note]


def left_out(added: Imported) -> list[Message]:
    """Return what is to be said about what was not imported, and about what might count twice."""
    said = [_unmatched(group) for group in added.unmatched[:_MOST_NAMES]]
    more = len(added.unmatched) - _MOST_NAMES
    if more > 0:
        said.append(
            msg_n(
                "… and {count} more name without a module", "… and {count} more names without a module", more
            )
        )
    if added.overlapping:
        said.append(
            msg_n(
                "{count} new entry is at a time that was imported before and that this file has no more: if it was "
                "moved, the old one counts, too; planner journal show --kind log, then planner log --delete ID",
                "{count} new entries are at a time that was imported before and that this file has no more: if they "
                "were moved, the old ones count, too; planner journal show --kind log, then planner log --delete ID",
                added.overlapping,
            )
        )
    if added.running:
        said.append(
            msg_n(
                "{count} entry is still running and was left out",
                "{count} entries are still running and were left out",
                added.running,
            )
        )
    if added.short:
        said.append(
            msg_n(
                "{count} entry of less than half a minute was left out",
                "{count} entries of less than half a minute were left out",
                added.short,
            )
        )
    return [*said, *_by_hand(added)]


def _by_hand(added: Imported) -> list[Message]:
    """Return what is to be said where an import meets what the learner recorded by hand."""
    said = [
        msg(
            "the check-in for the week of {week} reported hours of the same modules: correct one of the two if they "
            "count twice",
            week=week,
        )
        for week in added.reported
    ]
    if added.away:
        said.append(
            msg_n(
                "{count} entry that you undid or deleted stays away; --again brings back what was undone",
                "{count} entries that you undid or deleted stay away; --again brings back what was undone",
                added.away,
            )
        )
    return said


def _unmatched(group: Unmatched) -> Message:
    entries = msg_n("{count} entry", "{count} entries", group.entries)
    time, hint = Minutes(group.minutes), shlex.quote(mapping(group))
    if not group.name:
        return msg(
            "without a name: {entries}, {time}, left out; to import them, add --map {mapping}",
            entries=entries,
            time=time,
            mapping=hint,
        )
    return msg(
        "“{name}” is no module: {entries}, {time}, left out; to import them, add --map {mapping}",
        name=group.name,
        entries=entries,
        time=time,
        mapping=hint,
    )


def mapping(group: Unmatched) -> str:
    """Return what to give to --map for entries of one name."""
    return f"{group.name}={group.near or 'MODULE'}"


def import_document(added: Imported, *, dry: bool) -> Mapping[str, Any]:
    """Return what was imported as JSON; with `dry` also the events that would be recorded."""
    unmatched = [
        {"name": each.name, "entries": each.entries, "minutes": each.minutes, "map": mapping(each)}
        for each in added.unmatched
    ]
    document: dict[str, Any] = {
        "logs": added.logs,
        "done": added.done,
        "known": added.known,
        "amended": added.amended,
        "unmatched": unmatched,
        "away": added.away,
        "running": added.running,
        "short": added.short,
    }
    if dry:
        document["events"] = [
            {
                "kind": draft.kind,
                "day": draft.day.isoformat() if draft.day else None,
                "data": dict(draft.data),
            }
            for draft in added.drafts
        ]
    return document
