"""A day's strip: every minute in its cell, whatever the width; nothing wider than its hours."""

from hypothesis import given
from hypothesis import strategies as st

from tui.glyphs import ASCII, BLOCKS
from tui.widgets.day_strip import BUFFER, FREE, OVER, STUDY, Hours, Span, draw_strip, hours_for

minutes = st.integers(-120, 30 * 60)
spans = st.builds(
    lambda a, b, kind: Span(min(a, b), max(a, b) + 15, kind, "x"),
    minutes,
    minutes,
    st.sampled_from([FREE, STUDY, OVER, BUFFER]),
)


@given(st.lists(spans, max_size=8), st.none() | minutes, st.integers(0, 4), st.sampled_from([BLOCKS, ASCII]))
def test_a_strip_has_the_cells_of_its_hours(given_spans, now, cells, glyphs):
    hours = Hours(6, 24, cells)
    assert draw_strip(given_spans, now, hours, glyphs, "x").cell_length == 18 * cells


@given(st.integers(6 * 4, 22 * 4), st.integers(1, 8), st.sampled_from([4, 2]))
def test_a_session_fills_the_cells_of_its_time(quarter, length, cells):
    hours, each = Hours(6, 24, cells), 4 // cells
    first, last = quarter // each * each, (quarter // each + length) * each
    drawn = draw_strip([Span(first * 15, last * 15, STUDY)], None, hours, BLOCKS, "").plain
    place = (first - 24) // each
    assert drawn.count("█") == min(length, 18 * cells - place)
    assert drawn.index("█") == place


def test_what_is_studied_lies_over_what_is_free_and_now_over_both():
    hours = Hours(18, 24, 2)
    drawn = draw_strip([Span(1200, 1320, FREE), Span(1200, 1260, STUDY)], 1230, hours, BLOCKS, "").plain
    assert drawn[4:8] == "█│░░"


def test_hours_have_as_many_cells_as_there_is_room_for():
    assert [hours_for(6, 24, room).cells for room in (0, 17, 18, 36, 71, 72, 500)] == [0, 0, 1, 2, 3, 4, 4]
