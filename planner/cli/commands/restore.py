"""`planner restore`: what a backup would bring back, and bringing it back."""

from typing import TYPE_CHECKING

from planner.cli.building import argument, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.telling import ask, can_ask, usage
from planner.text.messages import Message, msg, msg_n

if TYPE_CHECKING:
    from planner.workspace.backup.restoring import Restoration


@make_command(
    "restore",
    more=N_(
        "NAME is one of --list, or any backup file; the latest unless said. Nothing that was recorded since is lost."
    ),
)
@argument("backup", metavar="[NAME|FILE]", default="latest")
@option("--list", "listed", is_flag=True, help=N_("Show the backups that there are."))
@option("--dry-run", is_flag=True, help=N_("Only show what would come back."))
@option("--yes", is_flag=True, help=N_("Restore without asking."))
@json_option
@pass_edge
def command(edge: Edge, backup: str, listed: bool, dry_run: bool, yes: bool) -> None:
    """Restore from a backup."""
    if listed:
        from planner.cli.commands.backup import show_list

        show_list(edge)
        return
    if dry_run and yes:
        raise usage(edge, msg("--dry-run and --yes exclude each other; give one of them"))
    from planner.workspace.backup.restoring import propose_restore

    found = propose_restore(edge.context, backup)
    if not (found.is_empty or dry_run or yes or edge.json or can_ask()):
        raise usage(edge, msg("There is no terminal to ask on; add --yes to restore, or --dry-run to look"))
    if edge.json:
        _write_document(found, yes=yes)
    else:
        _settle(edge, found, dry_run=dry_run, yes=yes)


def _settle(edge: Edge, found: "Restoration", *, dry_run: bool, yes: bool) -> None:
    from planner.cli.views.backups import restoration_text
    from planner.cli.views.page import make_page
    from planner.workspace.backup.restoring import restore

    if found.is_empty:
        write_lines(edge.t(text) for text in _nothing(found))
        return
    page = make_page(edge.t)
    shown = [*restoration_text(page, found), ""]
    if dry_run:
        write_lines([*shown, edge.t(msg("A dry run: nothing is restored."))])
        return
    if not yes:
        write_lines(shown)
        if not ask(edge, msg("Restore this? (y/n)")):
            write_lines([edge.t(msg("Nothing was changed."))])
            return
        shown = []
    restore(found)
    write_lines([*shown, edge.t(_restored(found)), *_left_out(edge, found), *_way_back(edge, found)])


def _restored(found: "Restoration") -> Message:
    count = len(found.missing)
    events = msg_n("{count} event", "{count} events", count)
    files = ", ".join(change.path.name for change in found.changes)
    if not files:
        return msg("Restored from {name}: {events}.", name=found.backup, events=events)
    if not count:
        return msg("Restored from {name}: {files}.", name=found.backup, files=files)
    return msg("Restored from {name}: {events}; {files}.", name=found.backup, events=events, files=files)


def _left_out(edge: Edge, found: "Restoration") -> list[str]:
    from planner.workspace.backup.left_out import say_left_out

    return [edge.t(say_left_out(found.left_out))] if found.left_out else []


def _way_back(edge: Edge, found: "Restoration") -> list[str]:
    return [] if found.fresh else [edge.t(msg("To take it back: planner undo"))]


def _nothing(found: "Restoration") -> list[Message]:
    """Say that everything is there, and which other backup has more."""
    from planner.workspace.backup.restoring import richer_backup, undone_restore

    lines = [msg("Nothing to restore: all that is in the backup {name} is here.", name=found.backup)]
    undone = undone_restore(found)
    if undone:
        lines.append(msg("An earlier restore was undone; to bring it back: planner redo {id}", id=undone))
    richer = richer_backup(found)
    if richer:
        lines.append(msg("Another one has more events: planner restore {name}", name=richer.name))
    return lines


def _write_document(found: "Restoration", *, yes: bool) -> None:
    """Write what comes back, which without --yes is only shown."""
    from planner.cli.views.backups import changed_lines
    from planner.workspace.backup.restoring import restore

    restored = yes and not found.is_empty
    if restored:
        restore(found)
    files = [
        {
            "file": change.path.name,
            "missing": change.old is None,
            "diff": changed_lines(change) if change.old is not None else [],
        }
        for change in found.changes
    ]
    events = [event.id for event, _ in found.missing]
    write_json(
        {
            "restored": restored,
            "backup": found.backup,
            "moment": found.at.isoformat(),
            "other_plan": found.foreign,
            "minutes_left_out": found.left_out,
            "events": events,
            "files": files,
        }
    )
