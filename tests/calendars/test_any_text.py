"""Whatever a curriculum's texts hold, the file is legal and other readers get the same texts back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.calendars.ics import CalendarEvent, plain, write_calendar
from tests.calendars.readers import events, icaljs_events, physical_lines, unescaped, values

JAPANESE = "機械学習エンジニア、基礎。「Pythonの本」（第2版）ー〜・ｶﾅ𠮷"
EMOJI = "👩‍🔬🧠👍🏽🇯🇵❤️"
NASTY = "\\;,:\"^'\t nN\r\n\v\x00\x07\x1b\x7f\x85\u2028\u2029\ufeff\ud800%=é"
WORDS = st.text(st.sampled_from(JAPANESE + EMOJI + NASTY) | st.characters(), max_size=120)
BASE = CalendarEvent(
    uid="a.1.01kb@roadmap-planner",
    summary="",
    start=datetime(2026, 12, 7, 11, tzinfo=UTC),
    end=datetime(2026, 12, 7, 13, tzinfo=UTC),
    created=datetime(2026, 11, 1, tzinfo=UTC),
    modified=datetime(2026, 11, 1, 1, 2, 3, 456, tzinfo=UTC),
)
HARD = [
    "C:\\New\\nabla",
    "\\N",
    "\\\\n;\\,",
    "機械学習" * 40,
    "👩‍🔬🇯🇵" * 30,
    "a" * 66 + "\\\\;,",
    "é" * 100,
    " " * 90 + "x",
    "one\ntwo\n\nthree",
    "tab\tinside",
    'say "hi": ^n ^^ %41',
]


def one_line(text):
    return " ".join(plain(text).replace("\t", " ").split("\n")).strip(" ")


@settings(max_examples=300, deadline=None)
@given(WORDS, WORDS, st.lists(WORDS, max_size=3), WORDS)
def test_any_text_makes_legal_lines_and_comes_back(summary, description, categories, name):
    event = replace(BASE, summary=summary, description=description, categories=tuple(categories), alarm=5)
    data = write_calendar([event], name=name)
    assert not data.startswith(b"\xef\xbb\xbf")
    for line in physical_lines(data):
        assert len(line) <= 75
        assert not any(ord(char) < 32 and char != "\t" for char in line.decode())
    [read] = events(data)
    assert unescaped(read["SUMMARY"]) == one_line(summary)
    assert unescaped(read.get("DESCRIPTION", "")) == plain(description)
    said = [one_line(category) for category in categories if one_line(category)]
    assert (values(read["CATEGORIES"]) if said else read.get("CATEGORIES", [])) == said
    assert write_calendar([event], name=name) == data


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from(JAPANESE + EMOJI + NASTY), max_size=120))
def test_vobject_reads_the_same_texts(vobject, text):
    data = write_calendar([replace(BASE, summary=text, description=text)], name="x")
    read = vobject.readOne(data.decode()).vevent
    assert read.summary.value == one_line(text)
    assert read.dtstart.value == BASE.start


def test_icaljs_reads_the_same_texts(icaljs):
    written = [
        replace(BASE, uid=f"hard.{n}@x", summary=text, description=text) for n, text in enumerate(HARD, 1)
    ]
    read = icaljs_events(write_calendar(written, name="名前"), icaljs)
    assert read["name"] == "名前"
    assert [each["summary"] for each in read["events"]] == [one_line(text) for text in HARD]
    assert [each["description"] for each in read["events"]] == HARD


def test_control_characters_go_and_breaks_of_every_kind_become_one():
    assert plain("a\x00b\x1bc\x7fd\x85e\u2028f\r\ng\rh\vi\ufeffj\u2029k") == "abcd\ne\nf\ng\nh\nij\nk"
    assert plain("lone \ud800 surrogate") == "lone ? surrogate"


def test_all_day_events_and_moments_are_written_as_such():
    event = replace(
        BASE, start=date(2026, 12, 31), end=date(2027, 1, 1), modified=BASE.modified + timedelta(1)
    )
    [read] = events(write_calendar([event], name=""))
    assert (read["DTSTART;VALUE=DATE"], read["DTEND;VALUE=DATE"]) == ("20261231", "20270101")
    assert read["DTSTAMP"] == read["LAST-MODIFIED"] == "20261102T010203Z"
