"""The table of the benchmarks says whether each bar is kept, and goes between its marks on the page."""

from contextlib import suppress
from pathlib import Path

from benchmarks.clock import busy, unit
from benchmarks.table import BEGIN, END, Row, markdown, plain, write_into

ROWS = [
    Row("quick", "2 ms", "unit, 1 ms", 2.0, 5),
    Row("slow", "9 ms", "unit, 1 ms", 9.0, 5),
    Row("times faster", "1 ms", "peer, 3 ms", 3.0, 2.5, at_least=True),
    Row("for information", "1 ms", "", 1234.5),
]


def test_a_row_says_its_bar_and_whether_it_is_kept():
    lines = list(markdown(ROWS))
    assert lines[2] == "| quick | 2 ms | unit, 1 ms | 2 | ≤ 5 | ok |"
    assert lines[3] == "| slow | 9 ms | unit, 1 ms | 9 | ≤ 5 | over |"
    assert lines[4] == "| times faster | 1 ms | peer, 3 ms | 3 | ≥ 2.5 | ok |"
    assert lines[5] == "| for information | 1 ms |  | 1234 |  |  |"


def test_the_terminal_has_the_same_rows():
    assert [line.split("  ")[0] for line in plain(ROWS)][1:] == [row.what for row in ROWS]


def test_the_page_keeps_what_is_around_the_table(tmp_path: Path):
    page = tmp_path / "page.md"
    page.write_text(f"before\n\n{BEGIN}\nold\n{END}\n\nafter\n", encoding="utf-8")
    for _ in range(2):
        write_into(page, list(markdown(ROWS[:1])))
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"before\n\n{BEGIN}\n| what |")
    assert text.endswith(f"| ok |\n{END}\n\nafter\n")
    assert "old" not in text


def test_the_unit_of_work_does_the_same_each_time():
    assert unit() == unit() > 0
    assert busy(unit) > 0


def test_each_row_is_told_as_soon_as_it_is_measured():
    def measured():
        yield ROWS[0]
        raise KeyboardInterrupt

    for lines in (plain(measured()), markdown(measured())):
        told = []
        with suppress(KeyboardInterrupt):
            told.extend(lines)
        assert "quick" in told[-1]
