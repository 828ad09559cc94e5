"""Milestones whose work is done and whose day is over, but whose results are not recorded: what to say of them."""

from collections.abc import Mapping, Sequence

from planner.text.languages import LocalText, joined
from planner.text.messages import KeyOf, Message, either, msg_n


def say_records(missing: Sequence[str], titles: Mapping[str, LocalText]) -> Message:
    """Say which milestones lack only their records, and how to record the first."""
    names = joined([titles[name] for name in missing])
    return either(
        msg_n(
            "The work of {count} milestone is done, and only its record is missing: {titles}."
            " To record it: planner milestone reach {id}",
            "The work of {count} milestones is done, and only their records are missing: {titles}."
            " To record the first: planner milestone reach {id}",
            len(missing),
            titles=names,
            id=missing[0],
        ),
        msg_n(
            "The work of {count} milestone is done, and only its record is missing: {titles}."
            " {reach} in Milestones records it.",
            "The work of {count} milestones is done, and only their records are missing: {titles}."
            " {reach} in Milestones records them.",
            len(missing),
            titles=names,
            reach=KeyOf("reach"),
        ),
    )
