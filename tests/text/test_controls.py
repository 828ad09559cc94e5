"""What would command a terminal is taken out of texts, and nothing else is."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.text.controls import escaped, harmless


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("x\x1b[2Jy", "x[2Jy"),
        ("Evil\x1b]0;t\x07\x1b[2J", "Evil]0;t[2J"),
        ("a\x9b31mb\x7f", "a31mb"),
        ("pay \u202e123\u202c now \u2066x\u2069", "pay 123 now x"),
        ("two\r\nlines\u2028more", "two lines more"),
        ("日本語\u3000全角 – “ok” 👩\u200d💻", "日本語\u3000全角 – “ok” 👩\u200d💻"),
    ],
)
def test_commands_go_and_letters_stay(text, left):
    assert harmless(text) == left


@given(st.text())
def test_no_control_is_left_of_any_text_and_json_keeps_its_meaning(text):
    assert not any(unicodedata.category(char) == "Cc" for char in harmless(text))
    assert harmless(harmless(text)) == harmless(text)
    written = escaped(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert not any(unicodedata.category(char) == "Cc" for char in written)
