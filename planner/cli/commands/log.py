"""`planner log`: time studied."""

from datetime import date

from planner.cli.building import LENGTH, PAST_DAY, argument, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.telling import confirm_recorded, usage
from planner.text.durations import parse_minutes
from planner.text.messages import Minutes, msg


@make_command(
    "log",
    more=N_(
        "MODULE is a module's id or title, or how one begins; TIME such as 1h30m. To correct an entry: --amend ID "
        "with what is to change; "
        "`planner journal show` has the ids."
    ),
)
@argument("module", required=False)
@argument("time", required=False, type=LENGTH)
@option("--on", "day", type=PAST_DAY, metavar="DATE", help=N_("The day of study, instead of today."))
@option("--note", metavar="TEXT", help=N_("A note to keep with the entry."))
@option("--amend", metavar="ID", help=N_("Correct the entry with this id."))
@option("--delete", metavar="ID", help=N_("Take the entry with this id back."))
@json_option
@pass_edge
def command(
    edge: Edge,
    *,
    module: str | None,
    time: int | None,
    day: date | None,
    note: str | None,
    amend: str | None,
    delete: str | None,
) -> None:
    """Record, correct or take back time."""
    if amend is not None and module is not None and time is None and parse_minutes(module) is not None:
        time, module = parse_minutes(module), None
    _check_usage(edge, amend, delete, [module, time, day, note])
    from planner.workspace.naming import module_named
    from planner.workspace.tracking.log import amend_log, delete_log, log_time
    from planner.workspace.tracking.timer import say_runs_on

    opened = edge.open()
    module = None if module is None else module_named(opened, module)
    if delete is not None:
        after = delete_log(opened, delete)
        confirm_recorded(edge, opened, after, msg("Taken back."))
    elif amend is not None:
        after = amend_log(opened, amend, time, day, module, note)
        confirm_recorded(edge, opened, after, msg("Corrected."))
    elif module is not None and time is not None:
        after = log_time(opened, module, time, day, note or "")
        logged = after.shown.logged(module)
        title = after.titles.get(module, module)
        text = msg(
            "{module}: {time} recorded, {sum} in all.", module=title, time=Minutes(time), sum=Minutes(logged)
        )
        running = say_runs_on(after, module)
        confirm_recorded(
            edge, opened, after, msg("{sentence} {more}", sentence=text, more=running) if running else text
        )


def _check_usage(edge: Edge, amend: str | None, delete: str | None, rest: list[object]) -> None:
    if amend is not None and delete is not None:
        raise usage(edge, msg("--amend and --delete exclude each other; give one of them"))
    if delete is not None and any(value is not None for value in rest):
        raise usage(edge, msg("--delete takes the id and nothing else"))
    if amend is not None and all(value is None for value in rest):
        raise usage(edge, msg("--amend needs what is to change: MODULE, TIME, --on or --note"))
    if amend is None and delete is None and (rest[0] is None or rest[1] is None):
        missing = "MODULE" if rest[0] is None else "TIME"
        raise usage(
            edge, msg("{argument} is missing, as in: planner log python-first-steps 1h30m", argument=missing)
        )
