"""Sessions ahead in words, study and reviews apart: the same count wherever a module is spoken of."""

from planner.text.messages import Message, msg, msg_n


def counted(sessions: int, reviews: int) -> Message:
    """Say how many sessions of study and how many reviews there are; reviews only where there are some."""
    studied = msg_n("{count} session", "{count} sessions", sessions)
    if not reviews:
        return studied
    reviewed = msg_n("{count} review", "{count} reviews", reviews)
    return msg("{sessions} + {reviews}", sessions=studied, reviews=reviewed) if sessions else reviewed
