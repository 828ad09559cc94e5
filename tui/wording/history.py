"""The history in words: each entry's line and page, and the days above them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.journal.words.recounting import WITH_PLAN
from planner.text.dates import say_clock, say_day
from planner.text.messages import KeyOf, Message, Translator, Value, msg
from planner.workspace.undoing.actions import ActionLine, say_for
from tui.wording.days import say_short

MACHINE = 6
_ID = 8


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry in the list: when, on which machine (empty where there is one only), what, and whether it is undone."""

    id: str
    day: date
    clock: str
    machine: str
    text: str
    void: bool


def entry_line(line: ActionLine, t: Translator, today: date, *, machines: bool) -> EntryLine:
    """Return an entry's line; what is undone says so in words."""
    said = _short(say_for(line), t, today)
    text = t(msg("undone: {what}", what=said) if line.void else said)
    machine = line.device[:MACHINE] if machines else ""
    return EntryLine(line.id, line.at.date(), say_clock(line.at), machine, text, line.void)


Said = Mapping[str, Value]
_SHORTER: Mapping[str, Callable[[Said], Message]] = {
    "{module}: pinned ({session})": lambda said: msg("{module}: pinned", module=said["module"]),
    "{module}: no longer pinned ({session})": lambda said: msg(
        "{module}: no longer pinned", module=said["module"]
    ),
    "{module}: skipped ({session})": lambda said: msg("{module}: skipped", module=said["module"]),
    "{module}: moved to {day} ({session})": lambda said: msg(
        "{module}: moved to {day}", module=said["module"], day=said["day"]
    ),
    "counts once, in {id}: {what}": lambda said: msg("counts in another entry: {what}", what=said["what"]),
    "{action}, and {count} more entry": lambda said: msg(
        "{action}, and {count} more", action=said["action"], count=said["count"]
    ),
}


def _short(said: Message, t: Translator, today: date) -> Message:
    """Return an action in few words: without ids, this year, and the plan that came with it; its page has them."""
    values = {name: _shorter(value, t, today) for name, value in said.values}
    if said.text == WITH_PLAN and isinstance(values["action"], Message):
        return values["action"]
    if said.text in _SHORTER:
        return _SHORTER[said.text](values)
    return replace(said, values=tuple(values.items()))


def _shorter(value: Value, t: Translator, today: date) -> Value:
    if isinstance(value, Message):
        return _short(value, t, today)
    return say_short(value, today, t) if isinstance(value, date) else value


def day_heading(day: date, t: Translator, today: date) -> str:
    """Say the day above its entries."""
    return say_short(day, today, t, weekday=True)


def entry_pairs(
    line: ActionLine, lines: Sequence[ActionLine], t: Translator, own: str = "", *, most: int | None = None
) -> tuple[tuple[str, str], ...]:
    """Return the page of an entry as labelled lines, with at most so many of its parts.

    `lines` are all entries, `own` is this machine's name.
    """
    recorded = f"{say_day(line.at.date(), t.language, weekday=True)}  {say_clock(line.at)}"
    machine = t(msg("{name} (this one)", name=line.device)) if line.device == own else line.device
    pairs = [*_parts(line, t, most), (t(msg("recorded")), recorded)]
    taker = next((each for each in lines if each.id == line.undone_by), None)
    if taker is not None:
        when = f"{say_day(taker.at.date(), t.language, weekday=True)}  {say_clock(taker.at)}"
        pairs.append((t(msg("undone")), f"{when}  {taker.id[-_ID:]}"))
    return (*pairs, (t(msg("machine")), machine), (t(msg("id")), line.id))


def entry_judgement(line: ActionLine) -> Message:
    """Say whether an entry counts, and the key that changes that."""
    if line.void:
        return msg("This entry is undone; {redo} brings it back.", redo=KeyOf("redo_entry"))
    return msg("{undo} takes this entry back; nothing is lost by it.", undo=KeyOf("undo_entry"))


def _parts(line: ActionLine, t: Translator, most: int | None) -> list[tuple[str, str]]:
    """Return what was done: the entry, and below it its parts with the days that they are for."""
    pairs = [(t(msg("what")), t(say_for(line)))]
    if len(line.parts) > 1:
        for number, part in enumerate(line.parts[:most]):
            pairs.append((t(msg("parts")) if number == 0 else "", t(_part(part.text, void=part.void))))
    left = len(line.parts) - most if most is not None else 0
    if left > 0:
        pairs.append(
            ("", t(msg("… and {count} more: {detail} shows them", count=left, detail=KeyOf("detail"))))
        )
    return pairs


def _part(text: Message, *, void: bool) -> Message:
    return msg("undone: {what}", what=text) if void else text
