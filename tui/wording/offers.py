"""The ways to go on after missed time in words: finish, late milestones, and how much would change."""

from datetime import date

from planner.text.durations import say_minutes
from planner.text.messages import Translator, msg
from planner.workspace.supposing.offers import Offer
from planner.workspace.supposing.ways import Way
from planner.workspace.views.change_said import WAY_NAMES
from tui.widgets.choices import Column
from tui.widgets.milestone_line import LATE
from tui.wording.days import NOTHING, say_short
from tui.wording.milestones import state_of

_LONG = 100 * 60  # minutes


def labels(t: Translator) -> tuple[str, ...]:
    """Name the figures."""
    words = (
        msg("goal"), msg("finish"), msg("late milestones"), msg("moves to another week"), msg("changes in 7 days"),
    )  # fmt: skip
    return tuple(t(word) for word in words)


def column_of(way: Way, t: Translator) -> Column:
    """Say a way."""
    offer = way.offer
    assert offer is not None  # noqa: S101 - only offers stand side by side
    name = t(WAY_NAMES[offer.how])
    if not way.can_be_taken:
        why = msg("would not help") if offer.needed else msg("not needed")
        return Column(name, (t(why), *(NOTHING,) * 4), is_open=False)
    return Column(name, _figures(offer, t, way.proposal.after.now.date()), is_open=True)


def coming(how: str, t: Translator) -> Column:
    """Say a way that is still being made."""
    return Column(t(WAY_NAMES[how]), ("…",), is_open=False)


def _figures(offer: Offer, t: Translator, now: date) -> tuple[str, ...]:
    plan, language = offer.proposal.after, t.language
    late = sum(1 for each in plan.milestones if state_of(each) == LATE)
    return (
        say_short(plan.goal, now, t),
        say_short(plan.finish, now, t),
        str(late) if late else t(msg("none")),
        _roughly(offer.proposal.diff.moved_minutes, language),
        _roughly(offer.soon, language),
    )


def _roughly(minutes: int, language: str) -> str:
    """Say a length, a long one to the hour."""
    return say_minutes(round(minutes / 60) * 60 if minutes >= _LONG else minutes, language)
