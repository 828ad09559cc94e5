"""Plain scalars have the meanings of YAML 1.2, and quoted ones are text."""

import math

import pytest
import yaml

from planner.curriculum.bundled import bundled_ids, bundled_text
from planner.documents import reading
from planner.documents.reading import read_document
from planner.documents.scalars import resolve


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("NO", "NO"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("y", "y"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("-3", -3),
        ("+3", 3),
        ("1.", 1.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("3.3", 3.3),
        ("2027-01-31", "2027-01-31"),
        ("2027-01-31 12:00:00", "2027-01-31 12:00:00"),
        ("true", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("~", None),
        ("Null", None),
        ("-", "-"),
        ("1.2.3", "1.2.3"),
        ("10%", "10%"),
        ("<<", "<<"),
        ("=", "="),
        ("٣", "٣"),
        ("9" * 41, "9" * 41),
    ],
)
def test_a_plain_scalar_means_what_yaml_1_2_says(written, meant):
    found = resolve(written)
    assert found == meant
    assert type(found) is type(meant)


@pytest.mark.parametrize("written", [".inf", "-.INF", "+.Inf", ".nan", ".NaN"])
def test_infinity_and_nan_are_numbers_that_the_models_refuse(written):
    assert not math.isfinite(resolve(written))


@pytest.mark.parametrize("loader", [yaml.SafeLoader, reading.LOADER])
def test_quoted_scalars_keys_and_both_parsers_agree(monkeypatch, loader):
    monkeypatch.setattr(reading, "LOADER", loader)
    text = "\ufeff%YAML 1.2\n---\nno: \"NO\"\n12: '12'\ntext: |\n  two\n  lines\nlist: [1, on, {on: 12:30}]\n"
    document, problems = read_document(text.encode(), "f")
    assert problems == ()
    assert document.value == {
        "no": "NO",
        "12": "12",
        "text": "two\nlines\n",
        "list": [1, "on", {"on": "12:30"}],
    }
    assert document.place(("list", 2, "on")) == (8, 20)
    assert document.place(("list", 2, "on"), key=True) == (8, 16)


@pytest.mark.parametrize("name", bundled_ids())
def test_both_parsers_read_the_bundled_curricula_alike(monkeypatch, name):
    found = []
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        monkeypatch.setattr(reading, "LOADER", loader)
        document, problems = read_document(bundled_text(name), name)
        assert problems == ()
        found.append((document.value, document.places))
    assert found[0] == found[1]


def test_columns_count_characters():
    document, _ = read_document("題🎓: {📚: a, b: c}\n", "f")
    assert document.place(("題🎓", "b")) == (1, 15)
