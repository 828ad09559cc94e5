"""`planner journal import`: study records from a table, or from a program that tracks time."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli.building import argument, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.telling import usage
from planner.cli.words import said
from planner.journal.imports.formats import FORMATS
from planner.problems import DataError, Problem
from planner.text.messages import msg

if TYPE_CHECKING:
    from planner.workspace.tracking.importing import Imported

    PairType = click.ParamType[tuple[str, str]]
else:
    PairType = click.ParamType

_STDIN = "-"


class Mapped(PairType):
    """What an entry is called, and the module that this means."""

    name = "mapping"

    def convert(
        self,
        value: Any,  # noqa: ANN401  # click's own
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, str]:
        """Read a mapping; anything else is wrong usage."""
        if isinstance(value, tuple):
            return value
        name, equals, module = value.rpartition("=")
        if not equals or not module.strip():
            wrong = msg("“{value}” maps nothing; write it as “Deep Learning=python-basics”", value=value)
            self.fail(said(wrong), param, ctx)
        return name.strip(), module.strip()


@make_command(
    "import",
    of="journal",
    more=N_(
        "FILE is a CSV file with the header day,module,minutes,done,note; or what `timew export` prints; or a "
        "detailed report of Toggl Track or Clockify as CSV; - reads standard input. An entry is for the module whose "
        "id or title is one of its tags, its project, its task or its description. A second import adds nothing."
    ),
)
@argument("file", type=click.Path(path_type=Path, allow_dash=True))
@option(
    "--from",
    "source",
    type=click.Choice(FORMATS),
    help=N_("What wrote the file, where it cannot be told from what is in it."),
)
@option(
    "--map",
    "maps",
    type=Mapped(),
    multiple=True,
    metavar="NAME=MODULE",
    help=N_(
        "Entries with this tag, project, task or description are for this module; may be given several times."
    ),
)
@option(
    "--dates", type=click.Choice(("dmy", "mdy")), help=N_("Whether days or months come first in the file.")
)
@option(
    "--timezone", metavar="NAME", help=N_("The time zone of the file's clock, where it is not the plan's.")
)
@option("--again", is_flag=True, help=N_("Bring in also what was imported and undone before."))
@option("--dry-run", is_flag=True, help=N_("Show what would be imported, and record nothing."))
@json_option
@pass_edge
def command(
    edge: Edge,
    *,
    file: Path,
    source: str | None,
    maps: tuple[tuple[str, str], ...],
    dates: str | None,
    timezone: str | None,
    again: bool,
    dry_run: bool,
) -> None:
    """Import a file."""
    from planner.workspace.tracking.importing import Wishes, import_file

    modules = _modules(edge, maps)
    opened = edge.open()
    data, name = _read(file)
    wishes = Wishes(source, dates, timezone, modules, again, dry_run)
    added = import_file(opened, data, name, wishes)
    _tell(edge, added, dry=dry_run)


def _modules(edge: Edge, maps: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return the module for each name; a name with two is wrong usage."""
    from planner.journal.imports.matching import plain

    modules: dict[str, str] = {}
    seen: dict[str, str] = {}
    for name, module in maps:
        if seen.setdefault(plain(name), module) != module:
            other = seen[plain(name)]
            clash = msg(
                "--map gives “{name}” to {one} and to {other}; choose one", name=name, one=other, other=module
            )
            raise usage(edge, clash)
        modules.setdefault(name, module)
    return modules


def _read(file: Path) -> tuple[bytes, str]:
    """Return the bytes of a file, or of standard input, and what to call it."""
    from planner.workspace.files import read_file

    if str(file) != _STDIN:
        return read_file(file), str(file)
    try:
        return sys.stdin.buffer.read(), "stdin"
    except (OSError, AttributeError, ValueError) as error:
        raise DataError([Problem(msg("standard input cannot be read: name a file instead"))]) from error


def _tell(edge: Edge, added: "Imported", *, dry: bool) -> None:
    """Say what was imported on standard output, and what was not on standard error."""
    from planner.cli.views.importing import import_document, import_lines, left_out
    from planner.cli.views.page import make_page

    notices = left_out(added)
    if not dry and added.unmatched and not (added.drafts or added.known or added.away):
        raise DataError([Problem(notice) for notice in notices])
    t = added.opened.t
    for notice in notices:
        print(Problem(notice).text(t), file=sys.stderr, flush=True)
    if edge.json:
        write_json(import_document(added, dry=dry))
        return
    write_lines(import_lines(make_page(t), added, dry=dry))
