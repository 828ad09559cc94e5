"""The catalogues of translations: brought in step with the messages in the code, and compiled.

Invariant: the same code and the same translations give the same bytes. Catalogues carry no dates and no line
numbers, are sorted by message, and drop what the code no longer says.
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "planner" / "text" / "locale"
PACKAGES = ("planner", "tui")
PAGES = (ROOT / "tools" / "keys_page.py",)
KEYWORDS = {"msg": 1, "t": 1, "N_": 1, "msg_n": 2, "N_n": 2}


class QuietCatalog(Catalog):
    """A catalogue whose header says only what gettext needs, so that it changes only with its messages."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return the language, the plural forms and the encoding."""
        return [
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]


def po_file(language: str) -> Path:
    """Return where the translations of a language are written by hand."""
    return LOCALE / language / "LC_MESSAGES" / "planner.po"


def mo_file(language: str) -> Path:
    """Return where the compiled translations of a language are, which the planner reads."""
    return po_file(language).with_suffix(".mo")


def said_in_code() -> set[str | tuple[str, str]]:
    """Return every message in the code: a text, or for counted things singular and plural.

    A text that is both gets one entry in the catalogue, the counted one.
    """
    files = [file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))] + list(PAGES)
    found = {text for file in files for text in _said_in(ast.parse(file.read_text(encoding="utf-8")))}
    counted = {text[0] for text in found if isinstance(text, tuple)}
    return {text for text in found if text and text not in counted}


def _said_in(tree: ast.AST) -> Iterator[str | tuple[str, str]]:
    """Find the calls that mark a message, also inside f-strings, which Babel's own extractor passes over."""
    for node in ast.walk(tree):
        function = node.func if isinstance(node, ast.Call) else None
        name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
        if isinstance(node, ast.Call) and name in KEYWORDS:
            count = KEYWORDS[name]
            texts = [each.value for each in node.args[:count] if isinstance(each, ast.Constant)]
            said = tuple(text for text in texts if isinstance(text, str))
            if len(said) == count:
                yield (said[0], said[1]) if count == 2 else said[0]


def read_catalogue(language: str) -> Catalog:
    """Read the translations of a language as they are written; empty when there are none yet."""
    file = po_file(language)
    if not file.exists():
        return Catalog(locale=language)
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def in_step(language: str) -> QuietCatalog:
    """Return the catalogue of a language with exactly the code's messages, translated as far as it is."""
    written = read_catalogue(language)
    catalogue = QuietCatalog(
        locale=language, header_comment="# Bring in step with the code: make messages", fuzzy=False
    )
    for text in sorted(said_in_code(), key=str):
        known: Message | None = written.get(text)
        same = known is not None and known.id == text
        entry = catalogue.add(text, known.string if known and same else None)
        entry.flags = {"fuzzy"} if known and same and known.fuzzy else set()
        entry.user_comments = list(known.user_comments) if known and same else []
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """Return the bytes of a catalogue's .po file."""
    out = BytesIO()
    write_po(out, catalogue, width=110, no_location=True, sort_output=True)
    return out.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """Return the bytes of a catalogue's .mo file."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def languages() -> tuple[str, ...]:
    """Return the languages that have a catalogue or should have one; English is the language of the code."""
    from planner.text import LANGUAGES

    return tuple(language for language in LANGUAGES if language != "en")


def main() -> int:
    """Bring every catalogue in step and compile it; say what is still to be translated."""
    for language in languages():
        catalogue = in_step(language)
        po_file(language).parent.mkdir(parents=True, exist_ok=True)
        po_file(language).write_bytes(written(catalogue))
        mo_file(language).write_bytes(compiled(catalogue))
        entries = [entry for entry in catalogue if entry.id]
        missing = [entry for entry in entries if entry.fuzzy or not all(_strings(entry))]
        print(f"{language}: {len(entries)} messages, {len(missing)} to be translated")
    return 0


def _strings(entry: Message) -> tuple[str, ...]:
    """Return the translations of an entry, one for each plural form."""
    return tuple(entry.string) if isinstance(entry.string, tuple | list) else (entry.string or "",)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
