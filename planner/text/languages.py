"""Which languages there are, text that exists in several, and which language a person gets."""

import re
from collections.abc import Mapping, Sequence

from planner.records import dataclass

LANGUAGES = ("en", "ja")


@dataclass(frozen=True, slots=True)
class LocalText:
    """A text in one or more languages, in the order written; `""` is a text that serves every language."""

    texts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, value: str | Mapping[str, str]) -> "LocalText":
        """Make a text from one string for every language, or from language codes and strings."""
        if isinstance(value, str):
            return cls((("", value),))
        return cls(tuple(value.items()))

    def in_language(self, language: str) -> str:
        """Return the text in `language`, else in English, else the first one written."""
        known = dict(self.texts)
        for code in (language, "", "en"):
            if code in known:
                return known[code]
        return self.texts[0][1] if self.texts else ""


def choose_language(*wishes: str | None) -> str:
    """Return the first wish that names a language we speak (`ja`, `ja_JP.UTF-8`, `ja:en`, `en-GB`), else English."""
    for wish in wishes:
        code = re.split(r"[-_.:@]", wish or "", maxsplit=1)[0].lower()
        if code in LANGUAGES:
            return code
    return "en"


def joined(texts: Sequence[LocalText]) -> LocalText:
    """Join texts into a list, in each language that one of them has."""
    codes = dict.fromkeys(code for text in texts for code, _ in text.texts) or {"": None}
    return LocalText(
        tuple((code, _BETWEEN.get(code, ", ").join(t.in_language(code) for t in texts)) for code in codes)
    )


_BETWEEN = {"ja": "、"}
