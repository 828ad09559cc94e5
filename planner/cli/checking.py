"""Checks of files: all problems of all files, or a line that all is well."""

from collections.abc import Sequence

from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.problems import DataError, Problem
from planner.text.messages import msg


def report_checks(edge: Edge, checks: Sequence[tuple[str, tuple[Problem, ...]]]) -> None:
    """Say that each file is right; raises `DataError` with every problem of every file."""
    problems = [problem for _, found in checks for problem in found]
    if problems:
        raise DataError(problems)
    if edge.json:
        write_json({"files": [file for file, _ in checks], "problems": []})
        return
    write_lines(edge.t(msg("{file}: right", file=file)) for file, _ in checks)
