"""Lines fit the terminal and columns line up, also where characters are wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.width import clip, pad, width, wrap

TEXTS = st.text(st.sampled_from("abc 12、。（）漢字かなカナ—é…"), max_size=60)
VIEWS = [
    ["plan"], ["today"], ["week"], ["week", "--offset", "9"], ["milestone", "list"], ["curriculum", "show"],
    ["whatif", "--hours-per-week", "9"], ["journal", "show"], ["curriculum", "list"], ["--help"],
]  # fmt: skip
NARROW = [["today"], ["week"], ["journal", "show"]]  # tables of figures need 80 columns


@pytest.mark.parametrize(
    ("columns", "words"), [*((80, words) for words in VIEWS), *((60, words) for words in NARROW)]
)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_view_fits_the_terminal(still, monkeypatch, words, columns, language):
    monkeypatch.setenv("COLUMNS", str(columns))
    wide = [line for line in still.ok("--lang", language, *words).splitlines() if width(line) > columns]
    assert wide == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_figures_of_milestones_line_up(still, language):
    lines = [line for line in still.ok("--lang", language, "plan").splitlines() if "✓" in line]
    assert len(lines) > 10
    assert len({width(line[: line.index("✓")]) for line in lines}) == 1


def test_the_hours_of_weeks_line_up_in_japanese(run_ja):
    lines = [line for line in run_ja.ok("plan").splitlines() if line.startswith("  ") and "時間" in line[:20]]
    weeks = [line for line in lines if "月" in line[:8]]
    assert len(weeks) > 30
    assert len({width(line[: line.index("時間") + 2]) for line in weeks if "分" not in line[:20]}) == 1


def test_the_sessions_of_a_day_line_up_in_japanese(run_ja):
    lines = [line for line in run_ja.ok("week", "--offset", "1").splitlines() if "–" in line]
    assert len(lines) >= 7
    assert len({width(line[: line.index("–")]) for line in lines}) == 1
    studies = [line for line in lines if "分" not in line[:45]]
    assert len({width(line[: line.index("時間")]) for line in studies}) == 1


@given(TEXTS, st.integers(2, 30))
def test_what_is_clipped_fits_and_what_fits_is_left_alone(text, columns):
    assert width(clip(text, columns)) <= columns
    if width(text) <= columns:
        assert clip(text, columns) == text


@given(TEXTS, st.integers(0, 80), st.booleans())
def test_what_is_padded_takes_the_columns(text, columns, right):
    assert width(pad(text, columns, right=right)) == max(columns, width(text))


@given(TEXTS, st.integers(4, 40))
def test_wrapping_loses_nothing_but_spaces_and_fits(text, columns):
    lines = wrap(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line) <= columns for line in lines)


@pytest.mark.parametrize(
    ("columns", "lines"),
    [
        (16, ["study until", "Tue 9 Feb 2027,", "then"]),
        (16, ["it takes", "1 h 15 m, or", "less"]),
        (19, ["there is room for", "191 h of slack"]),
        (15, ["in May you have", "12 %"]),
        (5, ["(9", "Feb", "2027)"]),
    ],
)
def test_no_date_and_no_length_is_torn_unless_the_line_is_too_short_for_it(columns, lines):
    assert wrap(" ".join(lines), columns) == lines


@given(st.text(st.sampled_from("漢字、。）かな"), min_size=1, max_size=60), st.integers(20, 40))
def test_no_line_begins_with_a_closing_mark(text, columns):
    firsts = [line[0] for line in wrap(text, columns)[1:]]
    assert (
        not any(first in "、。）" for first in firsts)
        or "、。）" * 3 in text
        or _runs(text) >= columns // 2 - 1
    )


def _runs(text):
    """Return the longest run of closing marks, which no rule can keep together with what comes before."""
    longest = run = 0
    for char in text:
        run = run + 1 if char in "、。）" else 0
        longest = max(longest, run)
    return longest
