"""An explanation in the words of the command, for the screen."""

from planner.schedule.why.model import Why
from planner.text.messages import Translator
from planner.workspace.opening import Opened
from planner.workspace.why.passages import AGAINST_A_REPLAN, LIST, NAMES, passages_of
from tui.widgets.passages import Said


def why_said(opened: Opened, why: Why, t: Translator) -> tuple[Said, ...]:
    """Say an explanation: its passages, and when the plan is out of date, with what it compares."""
    said = [
        Said(t(each.heading), tuple(t(text) for text in each.texts), each.form in {LIST, NAMES})
        for each in passages_of(opened, why)
    ]
    if why.ifs and opened.plan.stale:
        stale = (*(t(reason) for reason in opened.plan.stale), t(AGAINST_A_REPLAN))
        said.append(Said("", stale, bullets=False))
    return tuple(said)


def title_of(why: Why, t: Translator) -> str:
    """Say what is explained."""
    return t(why.head)
