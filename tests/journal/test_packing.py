"""Whole files inside events come back byte for byte; nothing else does, and no bomb goes off."""

import zlib
from base64 import b64encode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.journal.packing import MAX_BYTES, pack, unpack


@given(st.binary(max_size=2_000))
@example(b"")
@example("目標: 2027-10-01\r\n".encode() * 50)
def test_what_is_packed_comes_back(data: bytes) -> None:
    packed = pack(data)
    assert packed.isascii()
    assert unpack(packed) == data


@given(st.text(max_size=200))
@example("e30=")
@example("日本")
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a packed file"):
        unpack(text)


@given(st.binary(min_size=1, max_size=300), st.data())
def test_a_text_cut_short_is_refused(data: bytes, draw: st.DataObject) -> None:
    packed = pack(data)
    with pytest.raises(ValueError, match="not a packed file"):
        unpack(packed[: draw.draw(st.integers(0, len(packed) - 1))])


def test_what_stands_behind_is_refused() -> None:
    with pytest.raises(ValueError, match="not a packed file"):
        unpack(b64encode(zlib.compress(b"goal") + b"more").decode())


def test_a_bomb_does_not_go_off() -> None:
    bomb = zlib.compress(bytes(MAX_BYTES + 1), 9)
    assert len(bomb) < MAX_BYTES // 500
    with pytest.raises(ValueError, match="not a packed file"):
        unpack(b64encode(bomb).decode())


def test_the_most_comes_back_and_more_is_refused() -> None:
    most = bytes(MAX_BYTES)
    assert unpack(pack(most)) == most
    with pytest.raises(ValueError, match="not a packed file"):
        pack(most + b"0")


def test_a_text_that_is_too_long_is_refused_unread() -> None:
    with pytest.raises(ValueError, match="not a packed file"):
        unpack("A" * (MAX_BYTES * 2))
