"""Items of a list that changes: which of the new ones are which of the old ones, so that comments stay at their own.

Invariant: items are matched in order, and where that would leave a comment at another value `is_tangled` says so.
"""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from planner.documents.document import Path
from planner.documents.layout import comments, find, lay_out

Range = tuple[int, int]


def between(old: Sequence[object], new: Sequence[object]) -> tuple[Range, Range]:
    """Return what lies between the items that both lists begin with and those that both end with."""
    most = min(len(old), len(new))
    first = next((n for n in range(most) if repr(old[n]) != repr(new[n])), most)
    tail = next((n for n in range(most - first) if repr(old[-1 - n]) != repr(new[-1 - n])), most - first)
    return (first, len(old) - tail), (first, len(new) - tail)


def stretches(old: Sequence[object], new: Sequence[object]) -> list[tuple[Range, Range]]:
    """Return the ranges that differ, between items that are the same."""
    matcher = SequenceMatcher(None, list(map(repr, old)), list(map(repr, new)), autojunk=False)
    return [((a, b), (c, d)) for word, a, b, c, d in matcher.get_opcodes() if word != "equal"]


def is_tangled(old: Sequence[object], new: Sequence[object]) -> bool:
    """Tell whether items change places, or as many come as go so that nobody can tell which became which."""
    pieces = stretches(old, new)
    gone = Counter(repr(old[n]) for (a, b), _ in pieces for n in range(a, b))
    come = Counter(repr(new[n]) for _, (c, d) in pieces for n in range(c, d))
    return bool(gone & come) or any(a < b and c < d and b - a != d - c for (a, b), (c, d) in pieces)


def has_own_comments(text: str, path: Path) -> bool:
    """Tell whether a comment stands at an item of a list, or between two."""
    node = find(lay_out(text), path)
    if node is None:
        return False
    end = node.end if node.flow else text.find("\n", node.end)
    return any(node.start < at < (end if end >= 0 else len(text)) for at, _ in comments(text))
