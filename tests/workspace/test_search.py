"""Search: by any word of a title in either language or by id, whatever the width, case or kind of kana."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.languages import LocalText
from planner.workspace.views.search import Found, fold, search


def found(kind, id_, **titles):
    title = LocalText.of(titles)
    return Found(kind, id_, title, (*(fold(text) for text in titles.values()), fold(id_)), module=id_)


EVERY = (
    found("module", "linear-algebra", en="Vectors and matrices", ja="ベクトルと行列"),
    found("module", "sql", en="SQL basics", ja="SQLの基礎"),
    found("milestone", "report", en="A report from SQL", ja="SQLのレポート"),
    found("session", "s1", en="SQL basics", ja="SQLの基礎"),
)


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("vec", "linear-algebra"), ("MATRICES", "linear-algebra"), ("algebra", "linear-algebra"),
        ("べくとる", "linear-algebra"), ("ﾍﾞｸﾄﾙ", "linear-algebra"), ("ＳＱＬ", "sql"), ("基礎 sql", "sql"),
        ("report sql", "report"), ("れぽーと", "report"),
    ],
)  # fmt: skip
def test_it_finds(wanted, first):
    assert search(EVERY, wanted)[0].id == first


def test_what_begins_with_it_comes_first():
    assert [each.id for each in search(EVERY, "sql")] == ["sql", "report", "s1"]


def test_every_word_must_be_there():
    assert search(EVERY, "sql vectors") == ()


def test_only_a_few_sessions_of_a_module_are_found():
    sessions = tuple(found("session", "sql", en="SQL") for _ in range(9))
    assert len(search(sessions, "sql")) == 3


def test_without_words_the_next_sessions_come_first_and_nothing_is_left_out():
    kinds = [each.kind for each in search(EVERY, " ")]
    assert kinds == ["session", "module", "module", "milestone"]


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once_and_nothing_breaks(text):
    assert fold(fold(text)) == fold(text)
    search(EVERY, text)
