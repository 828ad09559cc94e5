"""Whatever screens and commands show is a message: no text with letters is given to what shows it, unmarked."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(file for part in ("tui", "planner/cli") for file in (ROOT / part).rglob("*.py"))
SHOWN = {  # what shows a text, and which of its places do: all of them where none is named
    "say": (0,), "echo": (0,), "secho": (0,), "notify": (0,), "print": None, "write_lines": (0,), "write_text": (0,),
    "Static": (0,), "Label": (0,), "Button": (0,), "Sentence": (0,), "update": (0,), "Option": (0,), "refuse": (0,),
    "heading": (0,), "accent": (0,), "paragraph": (0,), "sentences": None, "paint": (0,), "styled": (0,),
    "Content": (0,), "row": None, "cell": (0,), "UsageError": (0,), "fail": (0,), "_say": (1,), "_say_raw": (0,),
    "prompt": (1,), "ask": (1,), "confirm": (0,),
}  # fmt: skip
NAMED = {"placeholder", "label", "title", "sub_title", "border_title", "tooltip", "judgement", "help", "text"}
MARKS = {"msg", "msg_n", "N_", "N_n", "t", "KeyOf"}
LETTERS = re.compile(r"[^\W\d_]{2,}")
ALLOWED = {
    ("tui/app.py", "planner"), ("planner/cli/root.py", "planner "),  # the name of the program
    ("tui/screens/evidence.py", "https://…"),  # the same in every language
    ("planner/cli/words.py", "Commands"), ("planner/cli/words.py", "Show this message and exit."),  # of click's words
}  # fmt: skip


def _is_words(text):
    """Tell words from the names of options and colours."""
    return bool(LETTERS.search(text)) and not re.fullmatch(r"--[a-z-]+|#[0-9a-f]{6}", text)


def name_of(call):
    """Return what a call is a call of."""
    return getattr(call.func, "attr", None) or getattr(call.func, "id", None)


def texts(node):
    """Yield the texts with words that stand in an expression outside of what marks a message, or is only looked up."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and _is_words(node.value):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            if isinstance(part, ast.Constant):
                yield from texts(part)
    elif isinstance(node, ast.IfExp):
        yield from (*texts(node.body), *texts(node.orelse))
    elif isinstance(node, ast.BinOp):
        yield from (*texts(node.left), *texts(node.right))
    elif isinstance(node, ast.BoolOp | ast.List | ast.Tuple):
        for each in node.values if isinstance(node, ast.BoolOp) else node.elts:
            yield from texts(each)
    elif isinstance(node, ast.Starred):
        yield from texts(node.value)


def bare(source):
    """Yield (line, text) of each literal that is shown as it stands."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and name_of(node) not in MARKS:
            places = SHOWN.get(name_of(node), ())
            given = node.args if places is None else [node.args[n] for n in places if n < len(node.args)]
            given += [each.value for each in node.keywords if each.arg in NAMED]
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = {getattr(each, "attr", getattr(each, "id", "")) for each in targets}
            given = [node.value] if {each.lower() for each in names} & NAMED else []
        else:
            continue
        yield from ((node.lineno, text) for each in given for text in texts(each))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_nothing_is_shown_that_is_no_message(file):
    name = file.relative_to(ROOT).as_posix()
    found = [
        (line, text) for line, text in bare(file.read_text(encoding="utf-8")) if (name, text) not in ALLOWED
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('self.say("Saved")', 1), ('self.say(self.t(msg("Saved")))', 0), ('Static("late", id="x")', 1),
        ('Static(self.t(x), id="title")', 0), ('Field(name="when", placeholder="a day")', 1),
        ('click.echo(f"{n} days")', 1),
        ('click.echo(f"{n}: {t}")', 0), ('self.judgement = "On time"', 1), ('write_lines(["Nothing here"])', 1),
        ('row(("late", MUTED))', 1), ('row(("·", MUTED), cell(name, 3))', 0), ('say("a" if x else "late now")', 1),
        ('self.query_one(Sentence).judgement = "All is on time."', 1), ('option("--x", help="What")', 1),
    ],
)  # fmt: skip
def test_the_check_itself_finds_what_is_bare(source, count):
    assert len(list(bare(source))) == count
