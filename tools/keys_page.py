"""docs/keys.md and docs/keys.ja.md: the keys of the app, screen by screen, written from the table of commands.

Invariant: the same table and the same translations give the same bytes; nothing in the pages is written by hand.
"""

from pathlib import Path

from planner.keymap.names import shown_key
from planner.keymap.rebinding import keys_of
from planner.keymap.table import COMMANDS, SCREENS, Command
from planner.text.languages import LANGUAGES
from planner.text.messages import Translator, msg, translator

DOCS = Path(__file__).resolve().parent.parent / "docs"
EXAMPLE = """```yaml
theme: terminal      # dark, light, terminal
signs: ascii         # blocks, ascii
keys:
  log: L
  undo: [ctrl+u, U]
  redo: ctrl+r
```"""


def page_file(language: str) -> Path:
    """Return where a language's page is."""
    return DOCS / ("keys.md" if language == "en" else f"keys.{language}.md")


def page(language: str) -> str:
    """Return the page in a language."""
    t = translator(language)
    about = msg(
        "Every key of the app, from the same table as the app itself. The name in the second column is the one by "
        "which a key is rebound, in the file that `planner keys --file` names; a clash is refused, with its line."
    )
    blocks = [f"# {t(msg('Keys'))}", t(about), EXAMPLE]
    for screen, title in SCREENS.items():
        here = [command for command in COMMANDS if screen in command.screens]
        blocks += [f"## {t(title)}", _table(here, t)]
    return "\n\n".join(blocks) + "\n"


def _table(commands: list[Command], t: Translator) -> str:
    head = [t(msg("key")), t(msg("name")), t(msg("what it does"))]
    rows = [[_keys(command), f"`{command.id}`", t(command.help)] for command in commands]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * 3, *rows])


def _keys(command: Command) -> str:
    """Return the keys, each in a box of its own, and none that ends the table's cell."""
    return " ".join(f"<kbd>{shown_key(key).replace('|', '&#124;')}</kbd>" for key in keys_of(command))


def main() -> None:
    """Write the pages."""
    for language in LANGUAGES:
        page_file(language).write_text(page(language), encoding="utf-8")


if __name__ == "__main__":
    main()
