"""What is said, everywhere in the same words, of a day or a length of time that cannot be read."""

from planner.text.messages import Message, msg


def no_day(given: str) -> Message:
    """Say that something is not a day, and how one is written."""
    return msg("“{value}” is not a day; write it as 2026-12-01", value=given)


def no_length(given: str) -> Message:
    """Say that something is no length of time, and how one is written."""
    return msg("“{given}” is no length of time: write 45m, 2h or 1h30m", given=given)
