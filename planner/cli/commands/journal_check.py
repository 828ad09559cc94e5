"""`planner journal check`: what is damaged, what can be saved, and mending it."""

from typing import TYPE_CHECKING

from planner.cli.building import command as make_command
from planner.cli.building import json_option, option, pass_edge
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.telling import ask, can_ask, usage
from planner.problems import DataError, Problem
from planner.text.messages import Message, Translator, msg, msg_n

if TYPE_CHECKING:
    from collections.abc import Iterable

    from planner.workspace.mending.checking import Checked
    from planner.workspace.mending.rescue import Rescue


@make_command(
    "check",
    of="journal",
    more=N_(
        "--mend makes a backup, brings back what can be saved, and gives up the rest, so that it is not told again; "
        "the journal's own lines are never changed."
    ),
)
@option("--mend", "mending", is_flag=True, help=N_("Bring back what can be saved, and give up the rest."))
@option("--yes", is_flag=True, help=N_("Do it without asking."))
@json_option
@pass_edge
def check(edge: Edge, *, mending: bool, yes: bool) -> None:
    """Check the journal, and mend it when asked to."""
    if yes and not mending:
        raise usage(edge, msg("--yes goes with --mend"))
    if mending and not (yes or edge.json or can_ask()):
        raise usage(
            edge, msg("There is no terminal to ask on; add --yes to mend, or leave --mend out to look")
        )
    from planner.workspace.mending.checking import check_journal

    checked = check_journal(edge.context)
    if mending:
        _mend(edge, checked, yes=yes)
    else:
        _show(edge, checked)


def _show(edge: Edge, checked: "Checked") -> None:
    """Say that all is well, with notices; raises `DataError` with every problem and notice, and how to mend."""
    t = _translator(edge, checked)
    if checked.problems:
        mendable = checked.opened is not None and not checked.rescue.is_empty
        hint = [
            Problem(msg("To bring back what can be saved and give up the rest: planner journal check --mend"))
        ]
        raise DataError([*checked.problems, *checked.notices, *(hint if mendable else [])])
    events = len(checked.report.events)
    if edge.json:
        write_json(
            {
                "lines": sum(checked.report.lines.values()),
                "events": events,
                "problems": [],
                "notices": _documents(checked.notices, t),
                "given_up": _documents(checked.given_up, t),
            }
        )
        return
    text = msg_n("{count} event, and no problem.", "{count} events, and no problem.", events)
    write_lines([t(text), *(notice.text(t) for notice in checked.notices)])


def _mend(edge: Edge, checked: "Checked", *, yes: bool) -> None:
    from planner.workspace.mending.mending import can_mend, mend

    t = _translator(edge, checked)
    if not can_mend(checked):
        if edge.json:
            write_json({"mended": False, "backup": None, **_plan_document(checked, t)})
        else:
            write_lines([t(msg("There is nothing to mend."))])
        return
    if not edge.json:
        write_lines([*(each.text(t) for each in checked.problems), *_what_it_does(checked.rescue, t), ""])
    agreed = yes or (not edge.json and ask(edge, msg("Mend the journal so? (y/n)")))
    done = mend(edge.context, checked) if agreed else None
    if edge.json:
        name = done.backup.name if done else None
        write_json({"mended": agreed, "backup": name, **_plan_document(checked, t)})
    elif done is None:
        write_lines([t(msg("Nothing was changed."))])
    else:
        write_lines([t(each) for each in _said_after(checked.rescue, done.backup.name)])


def _what_it_does(rescue: "Rescue", t: Translator) -> list[str]:
    """Say beforehand what mending does, a line for each thing."""
    from planner.workspace.mending.rescue import sources

    said: list[Message] = [msg("This is what mending does:")]
    for name, count in sorted(sources(rescue.back.values()).items()):
        said.append(_brought_back(name, count))
    if rescue.lines:
        said.append(
            msg_n(
                "· {count} line will not be reported again; it stays in its file",
                "· {count} lines will not be reported again; they stay in their files",
                len(rescue.lines),
            )
        )
    if rescue.lost:
        said.append(
            msg_n("· {count} missing event is given up", "· {count} missing events are given up", rescue.lost)
        )
    return [t(each) for each in (*said, msg("A backup of everything is made first."))]


def _brought_back(backup: str, count: int) -> Message:
    if backup:
        return msg_n(
            "· {count} event is brought back from the backup {name}",
            "· {count} events are brought back from the backup {name}",
            count,
            name=backup,
        )
    return msg_n(
        "· {count} event is brought back out of the damaged lines",
        "· {count} events are brought back out of the damaged lines",
        count,
    )


def _said_after(rescue: "Rescue", backup: str) -> list[Message]:
    count = len(rescue.back)
    back = msg_n("Mended: {count} event is back.", "Mended: {count} events are back.", count)
    said = [back if count else msg("Mended: there was nothing to bring back, and the rest is given up.")]
    said.append(msg("As it was before: backup {name}", name=backup))
    if rescue.gives_up:
        said.append(msg("To be told again of what was given up: planner undo"))
    return said


def _plan_document(checked: "Checked", t: Translator) -> dict[str, object]:
    rescue = checked.rescue
    return {
        "brought_back": [
            {
                "id": id_,
                "backup": saved.backup or None,
                "day": saved.event.day.isoformat(),
                "kind": saved.event.kind,
            }
            for id_, saved in rescue.back.items()
        ],
        "given_up_lines": list(rescue.lines),
        "given_up_events": rescue.lost,
        "problems": _documents(checked.problems, t),
        "notices": _documents(checked.notices, t),
    }


def _documents(problems: "Iterable[Problem]", t: Translator) -> list[dict[str, object]]:
    return [
        {"kind": each.key, "file": each.file, "line": each.line, "text": " ".join(t(each.message).split())}
        for each in problems
    ]


def _translator(edge: Edge, checked: "Checked") -> Translator:
    return checked.opened.t if checked.opened is not None else edge.t
