"""Every message of the code is translated, with the same places for values, and compiled as it is written."""

import re

import pytest

from tools.messages import (
    compiled,
    in_step,
    languages,
    mo_file,
    po_file,
    read_catalogue,
    said_in_code,
    written,
)

LANGUAGES = languages()


def places(text):
    return sorted(set(re.findall(r"\{\w+(?:![rsa])?\}", text)))


def entries(language):
    return [entry for entry in read_catalogue(language) if entry.id]


def ids(language):
    return {tuple(entry.id) if entry.pluralizable else entry.id for entry in entries(language)}


def strings(entry):
    return tuple(entry.string) if entry.pluralizable else (entry.string,)


def test_the_code_says_something_and_japanese_has_a_catalogue():
    assert LANGUAGES == ("ja",)
    assert len(said_in_code()) > 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_in_the_catalogue(language):
    assert sorted(map(str, said_in_code() - ids(language))) == [], "make messages, then translate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_in_the_catalogue_that_the_code_no_longer_says(language):
    assert sorted(map(str, ids(language) - said_in_code())) == [], "make messages"
    assert not read_catalogue(language).obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language):
    assert [entry.id for entry in entries(language) if entry.fuzzy or not all(strings(entry))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_same_places_for_values(language):
    wrong = []
    for entry in entries(language):
        expected = places(entry.id[1] if entry.pluralizable else entry.id)
        wrong += [(entry.id, said) for said in strings(entry) if said and places(said) != expected]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_is_written_as_the_tool_writes_it_and_compiled(language):
    catalogue = in_step(language)
    assert po_file(language).read_bytes() == written(catalogue), "make messages"
    assert mo_file(language).read_bytes() == compiled(catalogue), "make messages"
