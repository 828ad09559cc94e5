"""Whatever is in a file, reading it gives a document or problems, and never a traceback or a crash."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from planner.documents import decoding, reading
from planner.documents.reading import MAX_DEPTH, read_document
from planner.text import translator
from tests.marked import marked

BOTH_PARSERS = pytest.mark.parametrize("loader", [yaml.SafeLoader, reading.LOADER])

CASES = [
    ("", "¦", "is empty"),
    ("only a comment", "¦# nothing", "is empty"),
    ("null", "¦null", "is empty"),
    ("text at the top", "¦hello", "must hold"),
    ("a list at the top", "¦- a", "must hold"),
    ("NUL", "a: ¦\0", "U+0000"),
    ("escape code of a terminal", "a: ¦\x1b[31m", "U+001B"),
    ("line separator", "a: b¦\u2028c", "U+2028"),
    ("two invisible characters", "a: ¦\x07\nb: ¦\x7f", "U+0007", "U+007F"),
    ("lone carriage return", "a: 1¦\rb: 2", "carriage return"),
    ("lone surrogate", "a: ¦\ud800", "U+D800"),
    ("surrogate by an escape", 'a: "\\u¦d800"', "backslash"),
    ("control character by an escape", 'a: ¦"\\e[31m"', "invisible character"),
    ("duplicate keys", "a: 1\nb: {c: 1, ¦c: 2}\n¦a: 3", "`c`", "`a` is here twice (first in line 1)"),
    ("anchor and alias", "a: ¦&x 1\nb: ¦*x", "anchors and aliases", "anchors and aliases"),
    ("alias as a key", "¦*x : 1", "anchors"),
    ("tag", "a: ¦!!python/object:os.system x", "tags"),
    ("tag directive", "¦%TAG ! tag:x,2000:\n---\na: 1", "tags and directives"),
    ("two documents", "a: 1\n¦---\nb: 2", "second document"),
    ("a list as a key", "¦[a]: 1", "a key must be one word"),
    ("tab", "a:\n¦\tb: 1", "use spaces"),
    ("open bracket", "a: ¦[1, 2\nb: 3", "bracket is not closed"),
    ("open quotation mark", "a: ¦'x\nb: 3", "quotation mark"),
    ("colon in a text", "a: b¦: c", "put the text in quotes"),
    ("key without a colon", "a: 1\n¦b\nc: 1", "“:” is missing"),
    ("indentation", "a:\n  - b\n ¦c: d", "indent it"),
    ("at sign", "a: ¦@b", "put the text in quotes"),
    ("backslash", 'a: "¦\\q"', "backslash"),
    ("too deep", "a: " + "[" * (MAX_DEPTH - 1) + "¦[[", "more than 40 levels"),
]


@pytest.mark.parametrize(
    ("text", "essences"), [(text, rest) for _, text, *rest in CASES], ids=[case[0] for case in CASES]
)
def test_each_problem_is_told_at_its_place(text, essences):
    text, places = marked(text)
    _, problems = read_document(text, "f.yaml")
    assert [(problem.line, problem.column) for problem in problems] == places
    for problem, essence in zip(problems, essences, strict=True):
        assert essence in problem.text(translator("en"))


@pytest.mark.parametrize(
    ("data", "essence", "place"),
    [
        ("a: 題".encode("utf-16"), "UTF-16", (1, 1)),
        ("a: 1".encode("utf-16-le"), "UTF-16", (1, 1)),
        ("a: 1\nb: 機械学習".encode("cp932"), "Shift_JIS", (2, 4)),
        ("a: 1\nb: 統計".encode("euc_jp"), "save it as UTF-8", (2, 4)),
        ("題: ".encode() + b"\xff", "0xFF", (1, 4)),
    ],
)
def test_another_encoding_is_named(data, essence, place):
    document, [problem] = read_document(data, "f.yaml")
    assert document is None
    assert essence in problem.text(translator("en"))
    assert (problem.line, problem.column) == place


def test_a_byte_order_mark_and_windows_line_ends_are_fine():
    document, problems = read_document(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "f")
    assert (document.value, problems) == ({"a": 1, "b": 2}, ())
    assert document.place(("b",)) == (2, 4)


def test_16_megabytes_are_enough():
    _, [problem] = read_document(b"#" * (decoding.MAX_BYTES + 1), "f")
    assert "16 MB" in problem.text(translator("en"))


def test_too_many_values_are_refused(monkeypatch):
    monkeypatch.setattr(reading, "MAX_NODES", 10)
    _, [problem] = read_document("a: [" + "1," * 20 + "]", "f")
    assert "too many values" in problem.text(translator("en"))


@BOTH_PARSERS
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_does_not_crash(monkeypatch, loader, opening):
    monkeypatch.setattr(reading, "LOADER", loader)
    document, problems = read_document(opening * 200_000, "f")
    assert document is None
    assert problems


def test_a_flood_of_problems_ends():
    document, problems = read_document("a: 1\n" * 20_000, "f")
    assert document is None
    assert 1_000 <= len(problems) <= 1_100


def safe(data):
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reading, "LOADER", loader)
            document, problems = read_document(data, "f")
        assert (document is None) <= bool(problems)
        assert document is None or isinstance(document.value, dict)
        for problem in problems:
            line = problem.text(translator("en"))
            assert "\n" not in line
            assert problem.line >= 1
            assert problem.column >= 1


@given(st.binary(max_size=200))
def test_arbitrary_bytes_never_raise(data):
    safe(data)


@given(st.text(max_size=100))
@example('a: "\\ud800"')
@example('a: "\\UFFFFFFFF"')
@example("%YAML 9.9\n---\na: 1")
def test_arbitrary_text_never_raises(text):
    safe(text)


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from([*"-?:,[]{}#&*!|>'\"%@` \n\t\\~1ax", "<<", "\\u", "\\x", "---", "..."]), max_size=30
    )
)
def test_arbitrary_syntax_never_raises(parts):
    safe("".join(parts))
