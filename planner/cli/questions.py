"""The check-in by questions: hours, what is finished, evidence, days off; each with a default that Enter takes."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

import click

from planner.cli.edge import Edge
from planner.cli.telling import ask, prompt
from planner.cli.words import said
from planner.journal.model import Evidence
from planner.text.durations import parse_minutes, plain, write_minutes
from planner.text.messages import Message, Minutes, msg
from planner.text.moments import Side, read_day
from planner.workspace.checkin.proposing import CheckInAnswers, CheckInRow, checkin_draft
from planner.workspace.opening import Opened
from planner.workspace.views.milestones import MilestoneRow


def ask_checkin(edge: Edge, opened: Opened) -> CheckInAnswers:
    """Ask the four steps of a check-in on the terminal."""
    draft = checkin_draft(opened)
    _say(edge, msg("Check-in for the week of {week}. Enter takes what is in brackets.", week=draft.week))
    rows = [row for row in draft.rows if not row.done]
    _heading(edge, 1, msg("hours, besides those that are logged"))
    hours = {row.module: _ask_hours(edge, row) for row in rows}
    _heading(edge, 2, msg("finished?"))
    done, remaining = _ask_finished(edge, rows, hours)
    _heading(edge, 3, msg("evidence"))
    milestones = {row.plan.id: found for row in draft.milestones if (found := _ask_evidence(edge, row))}
    _heading(edge, 4, msg("next week"))
    time_off = _ask_days(edge, opened.now.date(), draft.week + timedelta(days=7))
    return CheckInAnswers(
        day=draft.day, hours=hours, remaining=remaining, done=done, milestones=milestones, time_off=time_off
    )


def _ask_hours(edge: Edge, row: CheckInRow) -> int:
    default = row.reported or max(0, row.planned - row.logged)
    question = msg(
        "{module} ({planned} planned, {logged} logged):",
        module=row.title,
        planned=Minutes(row.planned),
        logged=Minutes(row.logged),
    )
    return int(prompt(edge, question, _read_length, write_minutes(default)))


def _ask_finished(
    edge: Edge, rows: Sequence[CheckInRow], hours: dict[str, int]
) -> tuple[tuple[str, ...], dict[str, int]]:
    """Ask what is finished, and how much is left of the rest; an estimate that Enter took is not recorded."""
    done: list[str] = []
    remaining: dict[str, int] = {}
    for row in rows:
        left = max(0, row.remaining + row.reported - hours[row.module])
        if ask(edge, msg("{module} finished? (y/n)", module=row.title), default=left == 0):
            done.append(row.module)
            continue
        answer = int(prompt(edge, msg("… and still to do:"), _read_length, write_minutes(left)))
        if answer != left:
            remaining[row.module] = answer
    return tuple(done), remaining


def _ask_evidence(edge: Edge, row: MilestoneRow) -> Evidence | None:
    title = row.milestone.title
    if not ask(edge, msg("{milestone} reached? (y/n)", milestone=title)):
        return None
    url = prompt(edge, msg("… where it can be seen (Enter: nowhere):"), str)
    metric = prompt(edge, msg("… score or result (Enter: none):"), str)
    if row.medal is None:
        return Evidence(url, metric)
    rank = prompt(edge, msg("… rank and number of teams, as 120/2400 (Enter: none):"), _read_rank)
    return Evidence(url, metric, *rank)


def _ask_days(edge: Edge, today: date, monday: date) -> tuple[date, ...]:
    question = msg(
        "Days off from {monday}, as {example} (Enter: none):", monday=monday, example=monday.isoformat()
    )
    days: tuple[date, ...] = prompt(edge, question, partial(_read_days, today=today))
    return days


def _read_length(answer: str) -> int:
    minutes = 0 if answer.strip() == "0" else parse_minutes(answer)
    if minutes is None:
        raise click.UsageError(said(msg("Write a length of time, such as 1h30m or 0.")))
    return minutes


def _read_rank(answer: str) -> tuple[int | None, int | None]:
    if not answer.strip():
        return None, None
    rank, _, teams = plain(answer).partition("/")
    if not (rank.strip().isdecimal() and teams.strip().isdecimal()):
        raise click.UsageError(said(msg("Write rank and teams as 120/2400.")))
    return int(rank), int(teams)


def _read_days(answer: str, today: date) -> tuple[date, ...]:
    words = plain(answer).replace(",", " ").replace("、", " ").split()
    days = [read_day(word, today, Side.COMING) for word in words]
    if None in days:
        raise click.UsageError(said(msg("Write days as 2026-12-09, with spaces between.")))
    return tuple(day for day in days if day)


def _heading(edge: Edge, number: int, text: Message) -> None:
    _say(edge, msg("{number} of 4: {step}", number=number, step=text))


def _say(edge: Edge, message: Message) -> None:
    click.echo(edge.t(message), err=True)
