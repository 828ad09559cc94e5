"""Which topics a session covers: a module's topics, in order, spread over its effort.

A topic with hours of its own has those; the others share what is left equally. Positions scale to the effort in the
plan, so that credit and the effort ratio shorten or lengthen all topics alike.
"""

from bisect import bisect_left, bisect_right

from planner.curriculum.model import Module
from planner.records import dataclass
from planner.schedule.identity import Placed
from planner.schedule.work import Work


@dataclass(frozen=True, slots=True)
class TopicEnds:
    """Where each topic of a module ends, in minutes of its effort times `scale`, so that all numbers are whole."""

    scale: int
    ends: tuple[int, ...]

    def between(self, first: int, last: int) -> tuple[int, ...]:
        """Return the indices of the topics studied from minute `first` to minute `last` of the effort."""
        if not self.ends:
            return ()
        begin = min(bisect_right(self.ends, first * self.scale), len(self.ends) - 1)
        if last * self.scale <= self.ends[begin]:
            return (begin,)
        end = min(bisect_left(self.ends, last * self.scale), len(self.ends) - 1)
        return tuple(range(begin, max(begin, end) + 1))


def topic_ends(module: Module, effort: int) -> TopicEnds:
    """Return where each topic of a module ends when its effort in the plan is `effort` minutes."""
    topics = module.topics
    stated = sum(topic.minutes for topic in topics)
    open_topics = sum(1 for topic in topics if not topic.minutes) or 1
    rest = max(module.effort.likely - stated, 15 * open_topics)
    weights = [topic.minutes * open_topics or rest for topic in topics]
    ends, at = [], 0
    for weight in weights:
        at += weight
        ends.append(at * effort)
    return TopicEnds(at or 1, tuple(ends))


class Topics:
    """Hands out the topics of sessions, asked for in the order of time."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._ends: dict[int, TopicEnds] = {}
        self._at: dict[int, int] = {}

    def of(self, session: Placed) -> tuple[int, ...]:
        """Return the topics of the next session of its module."""
        work = self._work
        if session.module is None or session.kind != "study":
            return ()
        i = work.index[session.module]
        ends = self._ends.get(i)
        if ends is None:
            ends = self._ends[i] = topic_ends(work.selection.modules[i], work.effort[i])
            self._at[i] = min(work.logged[i], max(0, work.effort[i] - work.remaining[i]))
        first = self._at[i]
        self._at[i] = last = first + session.end - session.start
        return ends.between(first, last)
