"""What a new plan changes, in the words that the app and the commands share.

Invariant: what begins within the next 7 days is told apart from what comes after that.
"""

from planner.journal.model import Session
from planner.schedule.model import Diff, Plan
from planner.text.messages import Message, msg, msg_n
from planner.workspace.supposing.names import CATCH_UP, EXTEND, REBALANCE

SOON = 7 * 24 * 60  # minutes
IN_SOON = msg("in the next 7 days")
LATER = msg("after that")
CALM = msg("The next 7 days stay as they are.")
WAY_NAMES = {CATCH_UP: msg("catch up"), REBALANCE: msg("rebalance"), EXTEND: msg("extend")}
Pair = tuple[Session | None, Session | None]


def begin_of(pair: Pair) -> int:
    """Return when the earlier of a session before and after begins, in minutes since the epoch."""
    return min(session.start for session in pair if session)


def soon_until(after: Plan) -> int:
    """Return the minute at which the next 7 days end."""
    return int(after.now.timestamp()) // 60 + SOON


def stays_said(diff: Diff) -> Message:
    """Say how many sessions stay."""
    return msg_n("{count} session stays as it is.", "{count} sessions stay as they are.", diff.kept)


def and_more(count: int) -> Message:
    """Say how many more there are than are shown."""
    return msg("… and {count} more", count=count)
