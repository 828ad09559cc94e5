"""The house is kept: small files, rooms that say what they are for, nothing of one machine in what is committed."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 45

# The brackets keep this file from finding itself.
INDEX = re.compile(
    r"index[-]url|[p]ypi\.org|python[h]osted|registry\.[n]pmjs|/simp[l]e\b|\"resolve[d]\": *\"http"
)


def kept_files():
    """Return the files that are, or are about to be, committed."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def python_files():
    files = [file for file in kept_files() if file.suffix == ".py"]
    assert len(files) > 10
    return files


def texts():
    """Yield (name, text) of the kept files that are text."""
    for file in kept_files():
        data = file.read_bytes()
        if b"\0" not in data[:4096]:
            yield str(file.relative_to(ROOT)), data.decode("utf-8")


def test_no_python_file_is_longer_than_300_lines():
    lengths = {
        str(file.relative_to(ROOT)): file.read_text(encoding="utf-8").count("\n") for file in python_files()
    }
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_function_of_ours_is_longer_than_45_lines():
    long = []
    for file in python_files():
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                if lines > MOST_LINES_OF_A_FUNCTION:
                    long.append(f"{file.relative_to(ROOT)}:{node.lineno} {node.name} {lines}")
    assert long == []


def test_every_package_says_what_it_is_for():
    rooms = [file for file in python_files() if file.name == "__init__.py" and "tests" not in file.parts]
    silent = [file for file in rooms if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))]
    assert rooms
    assert silent == []


def test_every_folder_of_modules_is_a_package():
    folders = {
        file.parent for file in python_files() if file.relative_to(ROOT).parts[0] in {"planner", "tui"}
    }
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_no_file_names_a_package_index():
    assert [name for name, text in texts() if INDEX.search(text)] == []


def test_no_file_names_a_folder_of_this_machine():
    here = [f"{folder}/" for folder in (ROOT, ROOT.parent) if len(folder.parts) > 1]
    assert [name for name, text in texts() for folder in here if folder in text] == []


def test_text_files_have_unix_line_ends_and_close_their_last_line():
    wrong = [name for name, text in texts() if "\r\n" in text or (text and not text.endswith("\n"))]
    assert [name for name in wrong if not name.endswith((".ics", ".svg", ".csv"))] == []


@pytest.mark.parametrize(
    "pieces",
    [("index", "-url = x"), ('"resol', 'ved": "https://x"'), ("https://py", "pi.org/x"), ("x/sim", "ple/")],
)
def test_an_address_of_an_index_would_be_seen(pieces):
    assert INDEX.search("".join(pieces))
