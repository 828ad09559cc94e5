"""`planner curriculum …`: what can be learned."""

import json

from planner.cli.building import argument, group, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.checking import report_checks
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines, write_text
from planner.cli.reading import read_input
from planner.curriculum.model import Curriculum
from planner.problems import DataError, Problem

command = group("curriculum")


@make_command("list", of="curriculum")
@json_option
@pass_edge
def list_all(edge: Edge) -> None:
    """List curricula."""
    from planner.cli.newer import newer_lines
    from planner.cli.views.curriculum import list_document, list_lines
    from planner.cli.views.page import join, make_page
    from planner.curriculum.bundled import bundled_ids
    from planner.workspace.opening import has_plan
    from planner.workspace.update.newer import newer_version

    found = [(name, _read(name)) for name in bundled_ids()]
    opened = edge.open() if has_plan(edge.context) else None
    own = opened.curriculum if opened else None
    newer = opened is not None and newer_version(opened) is not None
    if edge.json:
        write_json(list_document(found, own, edge.t, newer=newer))
        return
    page = make_page(edge.t)
    write_lines(join(list_lines(page, found, own), newer_lines(page) if newer else []))


@make_command("show", of="curriculum", more=N_("Without ID or FILE it is the plan's own."))
@argument("name", required=False, metavar="[ID|FILE]")
@json_option
@pass_edge
def show(edge: Edge, name: str | None) -> None:
    """Show a curriculum."""
    from planner.cli.views.curriculum import show_document, show_lines
    from planner.cli.views.page import make_page

    curriculum = _read(name) if name else edge.open().curriculum
    if edge.json:
        write_json(show_document(curriculum, edge.t))
        return
    write_lines(show_lines(make_page(edge.t), curriculum))


@make_command("check", of="curriculum")
@argument("files", nargs=-1, required=True, metavar="FILE...")
@json_option
@pass_edge
def check(edge: Edge, files: tuple[str, ...]) -> None:
    """Check curricula."""
    from planner.cli.views.guesses import guess_lines, guessed_ids
    from planner.cli.views.page import make_page

    read = {file: _checked(file) for file in files}
    page = make_page(edge.t)
    modules = {file: curriculum.modules for file, (curriculum, _) in read.items() if curriculum}
    report_checks(
        edge,
        [(file, problems) for file, (_, problems) in read.items()],
        {file: guess_lines(page, found) for file, found in modules.items()},
        {"guessed": {file: guessed_ids(found) for file, found in modules.items()}},
    )


@make_command("schema", of="curriculum")
@option("--profile", is_flag=True, help=N_("That of profile.yaml instead."))
def schema(profile: bool) -> None:
    """Print the schema."""
    if profile:
        from planner.learner.schema import profile_schema as make_schema
    else:
        from planner.curriculum.schema import curriculum_schema as make_schema
    write_text(json.dumps(make_schema(), indent=2, ensure_ascii=True) + "\n")


def _checked(file: str) -> tuple[Curriculum | None, tuple[Problem, ...]]:
    """Return a file's curriculum and its problems; that it cannot be read is one."""
    from planner.curriculum.reading import read_curriculum

    try:
        return read_curriculum(*read_input(file))
    except DataError as error:
        return None, error.problems


def _read(name: str) -> Curriculum:
    from planner.curriculum.reading import read_curriculum
    from planner.workspace.setup.drafting import curriculum_bytes

    curriculum, problems = read_curriculum(curriculum_bytes(name), name)
    if curriculum is None:
        raise DataError(problems)
    return curriculum
