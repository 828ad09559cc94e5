"""`planner profile set`, `unset` and `show`: the settings of profile.yaml from the command line."""

from collections.abc import Mapping

from planner.cli.building import argument, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.setting import open_to_change, settle_settings
from planner.cli.telling import usage
from planner.text.messages import msg

_dry_run = option("--dry-run", is_flag=True, help=N_("Only show what would change."))


@make_command(
    "set",
    of="profile",
    more=N_(
        "KEY is a setting such as availability.hours_per_week, VALUE what the file would have: "
        "24, 2027-10-01, '[stretch]'. Comments stay; `planner undo` takes it back."
    ),
)
@argument("words", nargs=-1, required=True, metavar="KEY VALUE...")
@_dry_run
@json_option
@pass_edge
def set_values(edge: Edge, words: tuple[str, ...], dry_run: bool) -> None:
    """Change settings."""
    from planner.learner.keys import setting_path
    from planner.workspace.settings.changing import read_value

    if len(words) % 2:
        message = msg("{key} has no value: give keys and values in pairs", key=words[-1])
        raise usage(edge, message)
    pairs = list(zip(words[::2], words[1::2], strict=True))
    for key, _ in pairs:
        setting_path(key)
    opened = open_to_change(edge)
    settle_settings(edge, opened, {key: read_value(key, text) for key, text in pairs}, dry_run=dry_run)


@make_command("unset", of="profile", more=N_("What is usual then holds. Its comment stays."))
@argument("keys", nargs=-1, required=True, metavar="KEY...")
@_dry_run
@json_option
@pass_edge
def unset(edge: Edge, keys: tuple[str, ...], dry_run: bool) -> None:
    """Take settings out."""
    from planner.workspace.settings.changing import REMOVED

    settle_settings(edge, open_to_change(edge), dict.fromkeys(keys, REMOVED), dry_run=dry_run)


@make_command(
    "show",
    of="profile",
    more=N_("Without KEY all settings, one a line; – stands for what is not in the file."),
)
@argument("key", required=False, metavar="[KEY]")
@json_option
@pass_edge
def show(edge: Edge, key: str | None) -> None:
    """Show settings."""
    from planner.documents.flow import flow
    from planner.learner.keys import known_settings
    from planner.workspace.settings.changing import present_settings

    opened = edge.open()
    found = present_settings(opened, key)
    if edge.json:
        write_json({"settings": found})
    elif key is not None:
        value = found.get(key)
        write_lines([flow(value) if key in found else opened.t(msg("{key} is not in the file", key=key))])
    else:
        absent = [name for name in known_settings() if not _is_told(name, found)]
        write_lines([f"{name}: {flow(value)}" for name, value in found.items()])
        write_lines([f"{name}: –" for name in absent])


def _is_told(name: str, found: Mapping[str, object]) -> bool:
    """Tell whether a setting is in the file, whole or in parts, or is a part of one that is."""
    return any(f"{each}.".startswith(f"{name}.") or f"{name}.".startswith(f"{each}.") for each in found)
