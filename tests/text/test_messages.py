"""Messages are data until they are said, in a language, with every value in its words."""

import gettext
from datetime import date
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from planner.text import LocalText, Minutes, Translator, choose_language, msg, msg_n, translator
from planner.text.controls import harmless
from planner.text.messages import KeyOf, either


def translate(**entries):
    """Return a Japanese translator with these translations."""
    catalogue = Catalog(locale="ja")
    for english, japanese in entries.get("plain", {}).items():
        catalogue.add(english, japanese)
    for both, japanese in entries.get("counted", {}).items():
        catalogue.add(both, (japanese,))
    out = BytesIO()
    write_mo(out, catalogue)
    return Translator("ja", gettext.GNUTranslations(BytesIO(out.getvalue())))


def test_an_untranslated_message_is_said_in_english():
    said = Translator("ja", gettext.NullTranslations())(msg("never heard {name}", name="x"))
    assert said == "never heard x"


def test_a_translation_may_change_the_order_of_the_values():
    t = translate(plain={"{work} by {day}": "{day}までに{work}"})
    assert t(msg("{work} by {day}", work="SQL", day=date(2027, 2, 9))) == "2027年2月9日までにSQL"


def test_counted_things_have_a_singular_and_a_plural():
    en, ja = translator("en"), translate(counted={("{count} day", "{count} days"): "{count}日"})
    said = [en(msg_n("{count} day", "{count} days", count, extra="")) for count in (0, 1, 2)]
    assert said == ["0 days", "1 day", "2 days"]
    assert ja(msg_n("{count} day", "{count} days", 1)) == "1日"


def test_each_kind_of_value_is_said_in_its_words():
    title = LocalText.of({"en": "Linear algebra", "ja": "線形代数"})
    message = msg(
        "{a} {b} {c} {d} {e}", a=title, b=Minutes(90), c=date(2027, 2, 9), d=1.5, e=msg("inner {x}", x=3)
    )
    assert translator("en")(message) == "Linear algebra 1 h 30 m 9 Feb 2027 1.5 inner 3"
    assert (
        Translator("ja", gettext.NullTranslations())(message) == "線形代数 1時間30分 2027年2月9日 1.5 inner 3"
    )


@given(st.text())
def test_a_value_is_never_taken_for_a_template_nor_obeyed_by_a_terminal(value):
    assert translator("en")(msg("<{value}>", value=value)) == f"<{harmless(value)}>"


def test_a_literal_can_be_said_at_once():
    assert translator("en")("at {place}", place="home") == "at home"


@pytest.mark.parametrize(
    ("texts", "language", "said"),
    [
        ("every language", "ja", "every language"),
        ({"en": "maths", "ja": "数学"}, "ja", "数学"),
        ({"ja": "数学", "en": "maths"}, "fr", "maths"),
        ({"ja": "数学"}, "en", "数学"),
        ({}, "en", ""),
    ],
)
def test_a_text_is_given_in_the_nearest_language(texts, language, said):
    assert LocalText.of(texts).in_language(language) == said


@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        (("ja",), "ja"), (("ja_JP.UTF-8",), "ja"), (("en-GB",), "en"), (("JA",), "ja"),
        (("ja:en",), "ja"), (("ja@calendar",), "ja"),
        ((None, "", "ja_JP"), "ja"), (("C.UTF-8", "ja"), "ja"), (("de_DE", "ja"), "ja"),
        (("de",), "en"), ((), "en"), (("jam",), "en"),
    ],
)  # fmt: skip
def test_a_person_gets_the_first_language_wished_for_that_there_is(wishes, language):
    assert choose_language(*wishes) == language


def test_commands_and_the_app_say_the_same_in_their_own_ways():
    said = either(msg("run planner undo"), msg("press {undo}", undo=KeyOf("undo")))
    outer = msg("Wrong: {what}", what=said)
    assert translator("en")(outer) == "Wrong: run planner undo"
    assert translator("en").with_keys({"undo": "u"})(outer) == "Wrong: press u"
    assert translator("en")(said) == "run planner undo"
