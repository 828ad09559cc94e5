"""`planner profile check`: is profile.yaml right?"""

from planner.cli.building import argument, group, json_option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.checking import problems_of, report_checks
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.problems import Problem

command = group("profile")


@make_command(
    "check", of="profile", more=N_("Without FILE it is the plan's own, checked with its curriculum.")
)
@argument("files", nargs=-1, metavar="[FILE]...")
@json_option
@pass_edge
def check(edge: Edge, files: tuple[str, ...]) -> None:
    """Check profiles."""
    if not files:
        edge.open()
        report_checks(edge, [(str(edge.context.home / "profile.yaml"), ())])
        return
    report_checks(edge, [(file, problems_of(file, _check)) for file in files])


def _check(text: bytes, name: str) -> tuple[Problem, ...]:
    """Check a profile, with the curriculum that it names if that one comes along."""
    from planner.curriculum.bundled import bundled_ids, bundled_text
    from planner.curriculum.reading import read_curriculum
    from planner.documents.document import in_order
    from planner.documents.reading import read_document
    from planner.learner.checks import check_document
    from planner.learner.reading import read_profile

    _, problems = read_profile(text, name)
    document, _ = read_document(text, name)
    named = document.value.get("curriculum") if document else None
    if document is None or named not in bundled_ids():
        return problems
    curriculum, _ = read_curriculum(bundled_text(named), named)
    return in_order([*problems, *(check_document(document, curriculum) if curriculum else ())])
