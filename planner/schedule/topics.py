"""Which topics a session covers: a module's topics, in order, spread over its effort.

A topic with hours of its own has those; the others share what is left equally. Positions scale to the effort in the
plan, so that credit and the effort ratio shorten or lengthen all topics alike.
"""

from collections.abc import Sequence
from fractions import Fraction

from planner.curriculum.model import Module


def topic_ends(module: Module, effort: int) -> tuple[Fraction, ...]:
    """Return the minute of the module's effort at which each topic ends."""
    topics = module.topics
    stated = sum(topic.minutes for topic in topics)
    open_topics = sum(1 for topic in topics if not topic.minutes)
    rest = max(module.effort.likely - stated, 15 * open_topics)
    share = Fraction(rest, open_topics) if open_topics else Fraction(0)
    weights = [Fraction(topic.minutes) or share for topic in topics]
    total = sum(weights) or Fraction(1)
    ends, at = [], Fraction(0)
    for weight in weights:
        at += weight
        ends.append(at * effort / total)
    return tuple(ends)


def topics_between(ends: Sequence[Fraction], first: int, last: int) -> tuple[int, ...]:
    """Return the indices of the topics studied from minute `first` to minute `last` of a module's effort."""
    if not ends:
        return ()
    covered = [i for i, end in enumerate(ends) if end > first and (ends[i - 1] if i else 0) < last]
    return tuple(covered) or (len(ends) - 1,)
