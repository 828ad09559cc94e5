"""A timeline's lines and head: always as wide as they should be, days in their cells, words that never touch."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tui.glyphs import ASCII, BLOCKS
from tui.widgets.ticks import Tick, draw_ticks
from tui.widgets.timeline import Line, Scale, draw_line
from tui.widgets.timeline_head import Head, TimelineHead

FIRST = date(2026, 11, 30)
days = st.integers(-30, 800).map(lambda number: FIRST + timedelta(days=number))
work = st.lists(st.tuples(days, st.integers(0, 240)), max_size=12, unique_by=lambda each: each[0]).map(sorted)
scales = st.builds(Scale, days, st.sampled_from([0.25, 0.5, 1.0, 2.7, 5.5, 14.0]), st.integers(8, 220))
lines = st.builds(
    Line, studied=work, planned=work, begun=st.booleans(), mark=st.none() | days, due=st.none() | days,
    slack=st.none() | st.tuples(days, days), said=st.sampled_from(["", "6 Dec · slack 9 h", "12月6日 · 余裕 9時間"]),
)  # fmt: skip


@given(lines, scales, days, st.sampled_from([BLOCKS, ASCII]))
def test_every_line_has_the_width_of_its_scale(line, scale, today, glyphs):
    assert draw_line(line, scale, today, glyphs).cell_length == scale.width


@given(scales, days)
def test_a_day_that_can_be_seen_is_drawn_in_its_cell(scale, day):
    drawn = draw_line(Line(studied=((day, 60),)), scale, date.min, BLOCKS).plain
    for place in scale.cells_of(day):
        assert drawn[place] == BLOCKS.studied
    assert drawn.count(BLOCKS.studied) == len(scale.cells_of(day))
    if not scale.cells_of(day):
        assert drawn.strip() == ("<" if scale.cell_of(day) < 0 else ">")


@given(st.lists(st.integers(-9, 90), unique=True).map(sorted), st.integers(4, 80))
def test_words_never_touch_and_stand_at_their_cells(places, width):
    ticks = [Tick(at, (f"word{number}", f"w{number}")) for number, at in enumerate(places)]
    line = draw_ticks(ticks, width).plain
    assert len(line) == width
    for word in line.split():
        number = int(word.removeprefix("word").removeprefix("w"))
        assert line.index(word) == max(0, places[number])


@given(scales, days, st.sampled_from(["en", "ja"]))
def test_the_head_has_two_lines_and_names_today_when_it_can_be_seen(scale, today, language):
    widget = TimelineHead()
    widget.head = Head(scale, today, "now!", language, 10)
    head = widget.draw(10 + scale.width)
    assert [line.cell_length for line in head] == [10 + scale.width] * 2
    if scale.has(scale.cell_of(today)) and scale.days > 1 / 3:
        assert "now!" in head[1].plain


def test_months_thin_out_where_cells_are_few_and_january_says_the_year():
    widget = TimelineHead()
    for width, words in ((130, "Dec Jan 2027 Feb"), (50, "2027 Mar May"), (20, "2027 Apr Jul Oct")):
        widget.head = Head(Scale(FIRST, 371 / width, width), date(2027, 2, 9), "today", "en", 4)
        assert words in " ".join(widget.draw(4 + width)[0].plain.split())


def test_done_under_way_and_to_come_differ_without_colour():
    scale, day = Scale(FIRST, 1, 10), FIRST + timedelta(days=2)
    for glyphs in (BLOCKS, ASCII):
        done = draw_line(Line(studied=((day, 60),)), scale, date.min, glyphs).plain
        begun = draw_line(Line(planned=((day, 60),), begun=True), scale, date.min, glyphs).plain
        ahead = draw_line(Line(planned=((day, 60),)), scale, date.min, glyphs).plain
        assert len({done, begun, ahead}) == 3
