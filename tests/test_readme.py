"""The README tells what is true: its commands exist, all of them are there, and its links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.ja.md")
PAGES = (*READMES, "CHANGELOG.md", "CONTRIBUTING.md")


def commands():
    """Return the commands that `planner --help` lists."""
    help_text = subprocess.run(
        [sys.executable, "-m", "planner", "--lang", "en", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return set(re.findall(r"^  ([a-z][a-z-]*)(?:  .*)?$", help_text.partition("Commands:")[2], re.MULTILINE))


def targets():
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("page", READMES)
def test_the_table_has_every_command_and_no_other(page):
    table = set(re.findall(r"`planner ([a-z-]+)`", (ROOT / page).read_text(encoding="utf-8")))
    assert table == commands()


@pytest.mark.parametrize("page", READMES)
def test_the_readme_begins_with_a_picture_and_the_two_commands(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    picture, run, test = (text.index(mark) for mark in ("![", "make run ", "make test "))
    assert picture < run < test < 1800


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_that_is_named_exists(page):
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets()


@pytest.mark.parametrize("page", PAGES)
def test_links_inside_the_repository_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / page).read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_help_lists_every_target_of_the_makefile():
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = set(re.findall(r"@echo 'make ([a-z-]+)", text))
    assert told == targets() - {"help", "set-up", "set-up-dev", "set-up-full"}
