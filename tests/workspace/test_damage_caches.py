"""A cache that is damaged, foreign or missing never gives a wrong value: it counts as nothing."""

import pickle
import shutil
from dataclasses import replace
from random import Random

import pytest

from planner.workspace import cache
from planner.workspace.opening import open_plan
from planner.workspace.views.documents import today_document
from tests.workspace.conftest import START, Learner
from tests.workspace.damaging import damage, live


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """Live a week; returns the context, what `planner today --json` says, and the caches' bytes."""
    learner = Learner(tmp_path_factory.mktemp("lived"))
    context = live(learner, START).context
    shutil.rmtree(context.cache)
    truth = today_document(open_plan(context))
    assert today_document(open_plan(context)) == truth
    kept = {path: path.read_bytes() for path in sorted(context.cache.rglob("*")) if path.is_file()}
    assert len(kept) >= 2
    return context, truth, kept


@pytest.fixture
def caches(lived):
    """Hand out the same with whole caches, whatever the test before did to them."""
    context, truth, kept = lived
    put_back(context, kept)
    return context, truth, kept


def put_back(context, kept):
    if context.cache.is_dir():
        shutil.rmtree(context.cache)
    else:
        context.cache.unlink(missing_ok=True)
    for path, content in kept.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def is_true(context, truth):
    return today_document(open_plan(context)) == truth


def test_a_flipped_bit_anywhere_counts_as_no_cache(caches, monkeypatch):
    context, truth, kept = caches
    chance = Random(1)
    monkeypatch.setattr(cache, "replace_file", lambda *_, **__: None)  # so that the next one is damaged, too
    for number in range(500):
        path, content = chance.choice(list(kept.items()))
        place = number if number < 16 else chance.randrange(len(content))
        bit = 1 << chance.randrange(8)
        path.write_bytes(content[:place] + bytes([content[place] ^ bit]) + content[place + 1 :])
        kind = path.parent.name
        assert cache.recall(context, kind, known_key(content)) is None
        if number % 10 == 0:
            assert is_true(context, truth), (path.name, place, bit)
        path.write_bytes(content)
        assert number % 100 or cache.recall(context, kind, known_key(content)) is not None


def known_key(content):
    return pickle.loads(content[4:])[1]


def test_any_other_damage_counts_as_no_cache(caches):
    context, truth, kept = caches
    for seed in range(60):
        put_back(context, kept)
        chance = Random(seed)
        how = damage(chance.choice(list(kept)), chance)
        assert is_true(context, truth), (seed, how)
        assert is_true(context, truth), (seed, how)


def test_a_cache_that_was_forged_with_a_wrong_value_needs_the_right_key(caches):
    context, truth, kept = caches
    shown = next(path for path in kept if path.parent.name == "journals")
    made_for, key, value = pickle.loads(kept[shown][4:])
    wrong = replace(value, progress=replace(value.progress, logs=()))
    kind, home, program = made_for
    strangers = [
        ((kind, home, (*program[:-1], "0")), key),
        ((kind, f"{home}-2", program), key),
        (("settings", home, program), key),
        (made_for, key[:-1]),
        (program, key),
    ]
    for of, known in strangers:
        content = pickle.dumps((of, known, wrong))
        shown.write_bytes(cache.crc32(content).to_bytes(4) + content)
        assert is_true(context, truth)
    content = pickle.dumps((made_for, key, wrong))
    shown.write_bytes(content)  # as it was written before there was a checksum
    assert is_true(context, truth)
    shown.write_bytes(cache.crc32(content).to_bytes(4) + content)
    assert not is_true(context, truth)  # the test's own forgery would be seen


def test_a_cache_of_another_folder_or_none_or_one_that_cannot_be_written_does_not_matter(caches, tmp_path):
    context, truth, kept = caches
    for one in kept:
        for other in kept:
            put_back(context, kept)
            one.write_bytes(kept[other])
            assert is_true(context, truth)
    put_back(context, {})
    assert is_true(context, truth)
    copy = replace(context, home=tmp_path / "plan")
    shutil.copytree(context.home, copy.home)
    [journal] = [path for path in sorted((copy.home / "journal").iterdir()) if b'"done"' in path.read_bytes()]
    journal.unlink()
    theirs = today_document(open_plan(replace(copy, cache=tmp_path / "cache")))
    assert theirs != truth
    assert is_true(copy, theirs)
    put_back(context, {})
    context.cache.write_bytes(b"")
    assert is_true(context, truth)
