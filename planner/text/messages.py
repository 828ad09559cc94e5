"""Messages are data: an English text with named places, and values; a `Translator` says them in one language.

Invariant: the English text is the key of the catalogue (gettext), so an untranslated message is still readable; and no
value in a message commands the terminal.
"""

import gettext
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from planner.records import dataclass
from planner.text.controls import harmless
from planner.text.dates import say_day
from planner.text.durations import say_minutes
from planner.text.languages import LocalText

LOCALE = Path(__file__).with_name("locale")


@dataclass(frozen=True, slots=True)
class Minutes:
    """A length of time in minutes, said as `1 h 30 m`."""

    count: int


@dataclass(frozen=True, slots=True)
class KeyOf:
    """The key of a command of the app, by the command's id: said as it is bound now."""

    command: str


@dataclass(frozen=True, slots=True)
class Message:
    """A text to be said later: `text` with `{names}`, the values for them, and for counted things the plural."""

    text: str
    values: tuple[tuple[str, "Value"], ...] = ()
    plural: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Either:
    """A text that commands say in one way, and the app, whose translator knows its keys, in another."""

    command: Message
    app: Message


Value = str | int | float | date | Minutes | KeyOf | LocalText | Message | Either


def msg(text: str, **values: Value) -> Message:
    """Make a message; `text` must be a literal, so that the catalogue's extractor finds it."""
    return Message(text, tuple(values.items()))


def msg_n(singular: str, plural: str, count: int, **values: Value) -> Message:
    """Make a message about `count` things; both texts may use `{count}`."""
    return Message(singular, (("count", count), *values.items()), plural, count)


def either(command: Message, app: Message) -> Message:
    """Make a message that commands say in one way, and the app in another: with its keys instead of commands."""
    return Message("{said}", (("said", Either(command, app)),))


def raw(message: Message) -> str:
    """Return a message's text as it stands in the code, for reports of faults; of two ways that of commands."""
    for name, value in message.values:
        if isinstance(value, Either) and message.text == f"{{{name}}}":
            return value.command.text
    return message.text


class Translator:
    """Says messages in one language; `keys` are those of the app's commands, by id."""

    def __init__(
        self,
        language: str,
        catalogue: gettext.NullTranslations,
        keys: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.language = language
        self._catalogue = catalogue
        self._keys = keys

    def with_keys(self, keys: Mapping[str, str]) -> "Translator":
        """Return a translator that calls the app's keys by these names."""
        return Translator(self.language, self._catalogue, keys)

    def __call__(self, message: Message | LocalText | str, **values: Value) -> str:
        """Say a message, a text in several languages, or a literal with values."""
        if isinstance(message, LocalText):
            return message.in_language(self.language)
        if isinstance(message, str):
            message = Message(message, tuple(values.items()))
        if message.plural:
            text = self._catalogue.ngettext(message.text, message.plural, message.count)
        else:
            text = self._catalogue.gettext(message.text) if message.text else ""
        return _fill(text, {name: self.say(value) for name, value in message.values})

    def say(self, value: Value) -> str:
        """Say one value: dates and lengths in words, texts in this language, the rest as it is."""
        if isinstance(value, Message | LocalText):
            return self(value)
        if isinstance(value, Either):
            return self(value.app if self._keys else value.command)
        if isinstance(value, Minutes):
            return say_minutes(value.count, self.language)
        if isinstance(value, KeyOf):
            return self._keys.get(value.command, value.command)
        if isinstance(value, date):
            return say_day(value, self.language)
        return f"{value:g}" if isinstance(value, float) else harmless(str(value))


def _fill(text: str, values: Mapping[str, str]) -> str:
    """Put values into their named places; braces in a value are left alone."""
    return text.format_map(values) if values else text


@cache
def translator(language: str) -> Translator:
    """Return the translator of a language; one without a catalogue speaks English."""
    file = LOCALE / language / "LC_MESSAGES" / "planner.mo"
    if not file.exists():
        return Translator(language, gettext.NullTranslations())
    with file.open("rb") as catalogue:
        return Translator(language, gettext.GNUTranslations(catalogue))
