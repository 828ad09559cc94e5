"""The history in words: each entry's line and page, and the days above them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.journal.words.recounting import WITH_PLAN
from planner.text.dates import say_clock, say_day
from planner.text.messages import Message, Translator, msg
from planner.workspace.undoing.actions import ActionLine, say_for

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


def entry_line(line: ActionLine, t: Translator, *, machines: bool) -> EntryLine:
    """Return an entry's line; what is undone says so in words."""
    said = _alone(say_for(line))
    text = t(msg("undone: {what}", what=said) if line.void else said)
    machine = line.device[:MACHINE] if machines else ""
    return EntryLine(line.id, line.at.date(), say_clock(line.at), machine, text, line.void)


def _alone(said: Message) -> Message:
    """Return an action without the plan that came with it: its page says that."""
    values = dict(said.values)
    if said.text == WITH_PLAN and isinstance(values["action"], Message):
        return values["action"]
    inner = ((name, _alone(value) if isinstance(value, Message) else value) for name, value in said.values)
    return replace(said, values=tuple(inner))


def day_heading(day: date, t: Translator) -> str:
    """Say the day above its entries."""
    return say_day(day, t.language, weekday=True)


def entry_pairs(
    line: ActionLine, lines: Sequence[ActionLine], t: Translator, own: str = ""
) -> tuple[tuple[str, str], ...]:
    """Return the page of an entry as labelled lines; `lines` are all entries, `own` is this machine's name."""
    recorded = f"{say_day(line.at.date(), t.language, weekday=True)}  {say_clock(line.at)}"
    machine = t(msg("{name} (this one)", name=line.device)) if line.device == own else line.device
    pairs = [*_parts(line, t), (t(msg("recorded")), recorded)]
    taker = next((each for each in lines if each.id == line.undone_by), None)
    if taker is not None:
        when = f"{say_day(taker.at.date(), t.language, weekday=True)}  {say_clock(taker.at)}"
        pairs.append((t(msg("undone")), f"{when}  {taker.id[-_ID:]}"))
    return (*pairs, (t(msg("machine")), machine), (t(msg("id")), line.id))


def _parts(line: ActionLine, t: Translator) -> list[tuple[str, str]]:
    """Return what was done: the entry, and below it its parts with the days that they are for."""
    pairs = [(t(msg("what")), t(say_for(line)))]
    if len(line.parts) > 1:
        for number, part in enumerate(line.parts):
            pairs.append((t(msg("parts")) if number == 0 else "", t(_part(part.text, void=part.void))))
    return pairs


def _part(text: Message, *, void: bool) -> Message:
    return msg("undone: {what}", what=text) if void else text
