"""An explanation in passages, each a heading with its sentences: what the command prints and the screen shows.

Invariant: a passage without a sentence does not occur.
"""

from collections.abc import Sequence

from planner.records import dataclass
from planner.schedule.why.model import Why
from planner.text.languages import LocalText
from planner.text.messages import Message, either, msg
from planner.workspace.opening import Opened
from planner.workspace.views.change_said import and_more

LIST, TEXT, NAMES = "list", "text", "names"
AGAINST_A_REPLAN = msg("What would change is therefore told against the plan that a replan gives now.")
_MOST = 6


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading and what stands below it: a list of sentences, one text, or names in a row."""

    heading: Message
    texts: tuple[Message, ...]
    form: str = LIST


def passages_of(opened: Opened, why: Why) -> tuple[Passage, ...]:
    """Return the passages below an explanation's head."""
    found = (
        Passage(msg("why"), tuple(each.message for each in why.reasons)),
        Passage(msg("slack"), (why.slack.message,) if why.slack else (), TEXT),
        _names(opened, msg("waits for"), why.waits_for),
        _names(opened, msg("wait for it"), why.waits_for_it),
        Passage(msg("what would change it, if you replan now"), tuple(each.message for each in why.ifs)),
    )
    return tuple(passage for passage in found if passage.texts)


def _names(opened: Opened, heading: Message, names: Sequence[str]) -> Passage:
    titles = opened.titles
    said = [_name(titles[name], name) for name in names[:_MOST] if name in titles]
    if len(names) > _MOST:
        said.append(and_more(len(names) - _MOST))
    return Passage(heading, tuple(said), NAMES)


def _name(title: LocalText, name: str) -> Message:
    """Name a thing; commands need its id, too."""
    with_id = Message("{title} ({id})", (("title", title), ("id", name)))
    return either(with_id, Message("{title}", (("title", title),)))
