"""A table of what was studied becomes events, once; what is wrong in it is named by line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.journal.events import new_action
from planner.journal.fold import fold
from planner.journal.imports.csv_import import importing, read_csv
from tests.journal.journal_samples import MODULES, START, Pen

HEADER = "day,module,minutes,done,note\n"


def read(text):
    return read_csv(text, "log.csv", MODULES)


def saved(drafts, number=0):
    return list(new_action(drafts, at=START, day=date(2026, 12, 6), device="laptop", bits=number))


def complaints(text):
    _, problems = read(text)
    return [(problem.line, problem.message.text) for problem in problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_rows_become_logs_and_finished_modules(encoding, end):
    text = (
        HEADER
        + '2026-12-01,sql-basics,90,,"joins, 結合"\n\n2026-12-02, statistics ,30,Yes,\n2026-12-03,sql-basics,,yes,\n'
    )
    rows, problems = read(text.replace("\n", end).encode(encoding))
    assert problems == ()
    assert [row.line for row in rows] == [2, 4, 5]
    progress = fold(saved(importing(rows, [])))
    assert [(log.module, log.minutes, log.day, log.note) for log in progress.logs] == [
        ("sql-basics", 90, date(2026, 12, 1), "joins, 結合"),
        ("statistics", 30, date(2026, 12, 2), ""),
    ]
    assert progress.done == {"statistics": date(2026, 12, 2), "sql-basics": date(2026, 12, 3)}


some_rows = st.lists(
    st.tuples(
        st.sampled_from(("2026-12-01", "2026-12-02")),
        st.sampled_from(MODULES),
        st.sampled_from(("30", "60")),
        st.sampled_from(("", "yes")),
        st.sampled_from(("", "note")),
    ).map(",".join),
    max_size=8,
)


@given(some_rows, some_rows)
def test_importing_twice_adds_nothing_and_a_longer_file_adds_only_what_is_new(first, more):
    rows, _ = read(HEADER + "\n".join(first))
    events = saved(importing(rows, []))
    assert importing(rows, events) == ()
    assert len(fold(events).logs) == len(first)
    longer, _ = read(HEADER + "\n".join(first + more))
    both = events + saved(importing(longer, events), number=1000)
    assert len(fold(both).logs) == len(first) + len(more)
    assert importing(longer, both) == ()


def test_identical_rows_count_as_many_times_as_they_stand_there():
    rows, _ = read(HEADER + "2026-12-01,sql-basics,30,,\n" * 3)
    events = saved(importing(rows, []))
    assert fold(events).logged("sql-basics") == 90
    assert importing(rows, events) == ()


def test_an_import_that_was_undone_can_be_made_again_but_a_deleted_row_stays_deleted():
    rows, _ = read(HEADER + "2026-12-01,sql-basics,30,,\n")
    pen, events = Pen(), saved(importing(rows, []))
    assert importing(rows, [*events, pen("log-deleted", event=events[0].id)]) == ()
    assert len(importing(rows, [*events, pen("undo", events=[events[0].id])])) == 1


def test_columns_may_come_in_any_order_and_some_may_be_missing():
    rows, problems = read("module,day,minutes\nsql-basics,2026-12-01,９０")
    assert problems == ()
    assert [(row.module, row.minutes, row.done) for row in rows] == [("sql-basics", 90, False)]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1.12.2026,sql-basics,30,,", "is not a day"),
        ("2026-02-30,sql-basics,30,,", "is not a day"),
        ("2026-12-01,sql,30,,", "there is no module"),
        ("2026-12-01,sql-basics,1h30m,,", "is not a number of minutes"),
        ("2026-12-01,sql-basics,-5,,", "is not a number of minutes"),
        ("2026-12-01,sql-basics," + "9" * 6000 + ",,", "is not a number of minutes"),
        ("2026-12-01,sql-basics,1441,,", "more than a day holds"),
        ("2026-12-01,sql-basics,30,no,", "write yes"),
        ("2026-12-01,sql-basics,,,", "says nothing"),
        ("2026-12-01,sql-basics,0,,note", "says nothing"),
        ("2026-12-01,sql-basics,30,,a note, with comma", "too many cells"),
    ],
)
def test_each_problem_is_named_with_its_line(row, said):
    found = complaints(
        HEADER + f'2026-12-01,sql-basics,30,,"two\nlines"\n{row}\n2026-12-01,sql-basics,30,,\n'
    )
    assert [line for line, _ in found] == [4]
    assert said in found[0][1]


def test_every_problem_is_reported_at_once():
    rows, problems = read(HEADER + "x,y,z,n,\n2026-12-01,sql-basics,30,,\n,,5,,\n")
    assert [problem.line for problem in problems] == [2, 2, 2, 2, 4, 4]
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "first line"),
        ("day;module;minutes\n", "first line"),
        ("2026-12-01,sql-basics,30,,\n", "first line"),
        ("day,day,module\n", "first line"),
        ("日付,科目\n".encode("shift_jis"), "UTF-8"),
        (HEADER + '2026-12-01,"sql"x,30,,\n', "not a CSV"),
        (HEADER + "a" * 200_000, "not a CSV"),
    ],
)
def test_what_is_no_table_of_ours_is_refused(text, said):
    found = complaints(text)
    assert said in found[0][1]
    assert found[0][0] in {1, 2}


@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda text: HEADER + text))
def test_any_file_gives_rows_or_problems(content):
    rows, problems = read(content)
    assert all(problem.line >= 1 for problem in problems)
    assert not rows or fold(saved(importing(rows, []))).latest


def test_a_problem_of_a_cell_has_its_column_even_after_a_comma_between_quotes():
    _, problems = read('note,day,module,minutes\n"a, b",2026-12-01,sql-basics,9999\n')
    assert [(each.file, each.line, each.column) for each in problems] == [("log.csv", 2, 30)]
