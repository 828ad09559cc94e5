"""One letter means one thing on every screen: in the hand, not only in the table."""

from planner.keymap.table import COMMANDS

MOVES = {"h", "j", "k", "l", "H", "L"}  # with the arrows; l and L also log, where a time is logged
ONE_VERB = (
    {"done", "reach"},  # d: it is finished
    {"extra", "try_it"},  # a: add
    {"order", "tracks"},  # t: by track
    {"move", "pin", "log", "quit", "jump"},
)


def meanings(key):
    return {command.name for command in COMMANDS if key in command.keys.split(",")}


def test_a_letter_means_the_same_on_every_screen():
    letters = {
        key for command in COMMANDS for key in command.keys.split(",") if len(key) == 1 and key.isalpha()
    }
    for letter in sorted(letters - MOVES):
        found = meanings(letter)
        assert len(found) == 1 or any(found <= verb for verb in ONE_VERB), f"{letter}: {found}"


def test_a_capital_takes_back_or_repeats_what_its_small_letter_does():
    for small, capital, pair in (
        ("u", "U", "redo"),
        ("b", "B", "redo_entry"),
        ("d", "D", "reopen"),
        ("w", "W", "why_week"),
    ):
        assert meanings(small)
        assert meanings(capital) == {pair}
