"""Checks of files: all problems of all files, or a line that all is well."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.reading import read_input
from planner.problems import DataError, Problem
from planner.text.messages import msg


def problems_of(file: str, check: Callable[[bytes, str], Sequence[Problem]]) -> tuple[Problem, ...]:
    """Return the problems of a file; that it cannot be read is one."""
    try:
        return tuple(check(*read_input(file)))
    except DataError as error:
        return error.problems


def report_checks(
    edge: Edge,
    checks: Sequence[tuple[str, tuple[Problem, ...]]],
    notes: Mapping[str, Sequence[str]] | None = None,
    more: Mapping[str, Any] | None = None,
) -> None:
    """Say that each file is right, with notes on it (`more` as JSON); raises `DataError` with every problem of all."""
    problems = [problem for _, found in checks for problem in found]
    if problems:
        raise DataError(problems)
    if edge.json:
        write_json({"files": [file for file, _ in checks], "problems": [], **(more or {})})
        return
    said = {file: edge.t(msg("{file}: no problems", file=file)) for file, _ in checks}
    write_lines(line for file, text in said.items() for line in (text, *(notes or {}).get(file, ())))
