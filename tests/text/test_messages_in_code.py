"""Messages in the code can be extracted, and get the values that their texts name."""

import ast
import re
import string
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {"msg": 1, "msg_n": 2, "t": 1, "N_": 1}
FILES = sorted(file for package in ("planner", "tui") for file in (ROOT / package).rglob("*.py"))


def calls(tree):
    """Yield (name, call) of every call that makes a message."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            if name in TEXTS:
                yield name, node


def problems(source):
    """Return what is wrong with the messages of one file, by line."""
    found = []
    for name, call in calls(ast.parse(source)):
        texts = call.args[: TEXTS[name]]
        literal = [arg.value for arg in texts if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if name.startswith("msg") and len(literal) < TEXTS[name]:
            found.append(f"{call.lineno}: {name} needs literal texts, or the extractor does not find them")
        if len(literal) < TEXTS[name] or name == "N_":
            continue
        found += [f"{call.lineno}: {why}" for why in disagreements(name, literal, call)]
    return found


def disagreements(name, texts, call):
    """Yield where the texts' places and the call's values differ."""
    if not call.keywords and not any(re.search(r"\{\w+\}", text) for text in texts):
        return  # without values a text is said as it is, braces and all
    parts = [part for text in texts for part in string.Formatter().parse(text) if part[1] is not None]
    if any(not part[1].isidentifier() or part[2] or part[3] for part in parts):
        yield "a place is a plain {name}, without format"
    values = {keyword.arg for keyword in call.keywords}
    if None in values:
        return
    values |= {"count"} if name == "msg_n" else set()
    unused = values - {part[1] for part in parts} - ({"count"} if name == "msg_n" else set())
    if missing := {part[1] for part in parts} - values:
        yield f"no value for {sorted(missing)}"
    if unused:
        yield f"no place for {sorted(unused)}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_messages_are_literal_and_get_the_values_they_name(file):
    assert problems(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "wrong"),
    [
        ('msg("{a} left", a=1)', 0), ('msg_n("{count} day", "{count} days", 2)', 0), ('self.t("plain")', 0),
        ("t(message)", 0), ('t("{a}", **values)', 0), ("msg('each { with }')", 0), ("msg('{a} left')", 1),
        ("msg(text)", 1), ('msg("{a} left", b=1)', 2), ('msg("{a:.1f}", a=1)', 1), ('msg("{}", a=1)', 3),
        ('msg_n("{count} day in {week}", "{count} days", 2)', 1), ('msg(f"{a} left")', 1),
    ],
)  # fmt: skip
def test_the_check_itself_finds_what_is_wrong(source, wrong):
    assert len(problems(source)) == wrong
