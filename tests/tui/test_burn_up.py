"""The chart is read as its axis says, and a bar is as long as its share, whatever stands beside it."""

from datetime import date, timedelta

import pytest

from tui.glyphs import ASCII, BLOCKS
from tui.widgets.burn_up import BurnUp, Towards, chart

FIRST = date(2027, 1, 4)
WEEK = timedelta(days=7)


def towards(hours, *, weeks=20, today=None, target=0, top=200):
    """Return a way on which so many hours are studied, and twice as many planned, from the first day on."""
    points = tuple((FIRST + number * WEEK, hours * 60, 2 * hours * 60) for number in range(weeks))
    return Towards(0.5, "10 h", points, today or points[-1][0], top * 60, ("Jan",) * 12, target * 60)


def labelled(lines):
    """Return the row at which each label of the axis stands."""
    texts = [line.plain[:3].strip() for line in lines[:-1]]
    return {int(text): row for row, text in enumerate(texts) if text}


def read(lines, row):
    """Return the hours that a row of the chart stands for, by the labels above and below it."""
    rows = labelled(lines)
    top = max(rows)
    return (rows[0] - row) / (rows[0] - rows[top]) * top


@pytest.mark.parametrize("height", [4, 8, 10, 14, 24])
@pytest.mark.parametrize("hours", [30, 40, 50, 75, 100])
def test_values_are_read_off_the_rows_by_the_labels(height, hours):
    lines = chart(towards(hours), 60, height, BLOCKS)
    half = read(lines, 0) / labelled(lines)[0] * 0.57
    areas = [row for row, line in enumerate(lines[:-2]) if set(line.plain[5:]) & set(BLOCKS.levels)]
    dots = [row for row, line in enumerate(lines[:-2]) if any(sign > chr(0x2800) for sign in line.plain[5:])]
    assert abs(read(lines, areas[0]) - hours) <= half
    assert [abs(read(lines, row) - 2 * hours) <= half for row in dots or areas[:1]] == [True]


def test_a_little_studied_is_seen_and_nothing_is_not():
    def drawn(hours):
        return [line.plain[5:].strip() for line in chart(towards(hours), 60, 10, BLOCKS)[:-2]]

    assert not any(drawn(0))
    assert drawn(1)[-1]
    assert not any(drawn(1)[:-1])


def test_a_line_stands_at_the_target():
    lines = chart(towards(1, target=100), 60, 8, BLOCKS)
    assert [row for row, line in enumerate(lines[:-2]) if "───" in line.plain] == [labelled(lines)[100]]


def test_the_bar_is_as_long_beside_short_figures_as_beside_long_ones():
    def length(figures):
        block = BurnUp()
        block.glyphs, way = ASCII, towards(1)
        block.towards = Towards(0.5, figures, way.points, way.today, way.total, way.months)
        [line] = block.draw(50)
        return line.plain.count("#"), line.cell_length

    assert length("1 h  0 %") == length("163 h 30 m  20 %")
