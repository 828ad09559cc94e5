"""Timewarrior's `timew export`: a JSON list of intervals, times in UTC. Source: timew-export(1).

Invariant: any text gives entries or problems, each with its line; an interval's id is not read, since ids change.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from planner.journal.imports.clocks import FIRST_YEAR, LAST_YEAR
from planner.journal.imports.entry import Entry, unique
from planner.problems import Problem
from planner.text.messages import Message, msg

_SPACE = re.compile(r"[ \t\r\n]*")


class _JsonError(Exception):
    def __init__(self, at: int) -> None:
        self.at = at
        super().__init__(at)


def read_timewarrior(text: str, file: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Read the intervals of an export, and every problem in it."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    line, seen, begins = 1, 0, 0
    try:
        for at, interval in _intervals(text):
            line, begins = line + text.count("\n", seen, at), max(begins, text.rfind("\n", seen, at) + 1)
            column, seen = at - begins + 1, at
            found = _entry(line, column, interval)
            if isinstance(found, Entry):
                entries.append(found)
            else:
                problems += [Problem(message, file, line, column) for message in found]
    except _JsonError as error:
        line, column = text.count("\n", 0, error.at) + 1, error.at - text.rfind("\n", 0, error.at)
        wrong = msg("this is not what Timewarrior exports: write it with “timew export” and try again")
        problems.append(Problem(wrong, file, line, column))
    return tuple(entries), tuple(problems)


def _intervals(text: str) -> Iterator[tuple[int, object]]:
    """Give each item of the list, and where it begins."""
    decoder = json.JSONDecoder()
    at = _skip(text, 0)
    if text[at : at + 1] != "[":
        raise _JsonError(at)
    at = _skip(text, at + 1)
    while text[at : at + 1] != "]":
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            raise _JsonError(min(getattr(error, "pos", at), len(text))) from error
        yield at, value
        at = _skip(text, end)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "]":
            raise _JsonError(at)
    if _skip(text, at + 1) < len(text):
        raise _JsonError(_skip(text, at + 1))


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _entry(line: int, column: int, interval: object) -> Entry | list[Message]:
    if not isinstance(interval, dict):
        return [msg("this is no interval of Timewarrior: write the file with “timew export” and try again")]
    problems = list(_problems(interval))
    if problems:
        return problems
    start, end = _moment(interval["start"]), _moment(interval.get("end"))
    tags = interval.get("tags") or []
    note = " ".join((interval.get("annotation") or "").split())
    names = unique([", ".join(tags), *tags, note])
    return Entry(line, column, start or 0, end, names, note)


def _problems(interval: Mapping[str, Any]) -> Iterator[Message]:
    start, end = _moment(interval.get("start")), _moment(interval.get("end"))
    if start is None:
        yield msg("this interval has no “start” such as 20261201T110000Z")
    if "end" in interval and end is None:
        yield msg("the “end” of this interval is no time such as 20261201T110000Z")
    if start is not None and end is not None and end < start:
        yield msg("this entry ends before it starts: correct it where it was tracked, and export again")
    tags = interval.get("tags")
    if tags is not None and not (isinstance(tags, list) and all(isinstance(tag, str) for tag in tags)):
        yield msg("the “tags” of this interval are no list of texts")
    if not isinstance(interval.get("annotation", ""), str | None):
        yield msg("the “annotation” of this interval is no text")


def _moment(value: object) -> int | None:
    if not isinstance(value, str) or not re.fullmatch(r"\d{8}T\d{6}Z", value, re.ASCII):
        return None
    try:
        moment = datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
    return int(moment.timestamp()) if FIRST_YEAR <= moment.year <= LAST_YEAR else None
