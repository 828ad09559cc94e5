"""Where a week's buffer lies: where the accepted plan had it, else at the end of the week."""

from collections.abc import Sequence

Buffer = tuple[int, int, int]


def choose_buffers(
    idle: Sequence[Buffer], held: Sequence[tuple[int, int]], minutes: int, limit: int
) -> list[Buffer]:
    """Take the idle (day, start, end) stretches that were buffer before, then from the end up to `minutes`.

    `limit` is what the weekly cap leaves for all of them.
    """
    chosen: list[Buffer] = []
    rest: list[Buffer] = []
    for day, start, end in idle:
        at = start
        for held_start, held_end in held:
            a = max(at, held_start)
            b = min(end, held_end, a + limit)
            if a < b:
                if at < a:
                    rest.append((day, at, a))
                chosen.append((day, a, b))
                minutes, limit = minutes - (b - a), limit - (b - a)
                at = b
        if at < end:
            rest.append((day, at, end))
    minutes = min(minutes, limit)
    for day, start, end in reversed(rest):
        if minutes <= 0:
            break
        begin = max(start, end - minutes)
        chosen.append((day, begin, end))
        minutes -= end - begin
    return merged(sorted(chosen, key=lambda part: part[1]))


def merged(parts: Sequence[Buffer]) -> list[Buffer]:
    """Join parts of one day that touch."""
    joined: list[Buffer] = []
    for day, start, end in parts:
        if joined and joined[-1][0] == day and joined[-1][2] == start:
            joined[-1] = (day, joined[-1][1], end)
        else:
            joined.append((day, start, end))
    return joined
