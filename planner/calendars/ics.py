"""Calendar events as the bytes of an iCalendar file (RFC 5545, RFC 7986).

Invariant: the same events give the same bytes, and every byte is legal: CRLF, at most 75 octets a line
split between characters, UTF-8 without BOM, no control characters, UTC times, no METHOD and nobody invited.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from icalendar import Alarm, Calendar, Event
from icalendar.prop import vCategory, vDuration, vText

from planner.records import dataclass

PRODID = "-//roadmap-planner//planner//EN"
COLOUR = "teal"
REFRESH = timedelta(hours=12)

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One VEVENT: aware datetimes make it timed, dates all-day with `end` the day after its last one.

    `alarm` is minutes before the start, or None.
    """

    uid: str
    summary: str
    start: datetime | date
    end: datetime | date
    created: datetime
    modified: datetime
    sequence: int = 0
    description: str = ""
    categories: tuple[str, ...] = ()
    status: str = "CONFIRMED"
    transparent: bool = False
    alarm: int | None = None


def write_calendar(events: Iterable[CalendarEvent], *, name: str, timezone: str = "") -> bytes:
    """Write a calendar called `name`, its events in the order given; `timezone` is the zone to show it in."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODID)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", _line(name))
    calendar.add("x-wr-calname", _line(name))
    if timezone:
        calendar.add("x-wr-timezone", _line(timezone))
    calendar.add("color", COLOUR)
    calendar.add("refresh-interval", vDuration(REFRESH), {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    for event in events:
        calendar.add_component(_component(event))
    data: bytes = calendar.to_ical()
    return data


def plain(text: str) -> str:
    r"""Make a text fit for a calendar: every kind of line break is `\n`, control characters are gone."""
    text = _UNFIT.sub("", _BREAKS.sub("\n", text))
    return text.encode("utf-8", "replace").decode()


class _Text(vText):
    r"""A text that keeps a backslash before `N`, which the library's own escaping turns into a line break."""

    def to_ical(self) -> bytes:
        return self.translate(_ESCAPES).encode()


def _line(text: str) -> _Text:
    """Make one line of a text."""
    return _Text(" ".join(plain(text).replace("\t", " ").split("\n")).strip(" "))


def _component(event: CalendarEvent) -> Event:
    component = Event()
    component.add("uid", event.uid)
    component.add("summary", _line(event.summary))
    component.add("dtstart", _whole(event.start))
    component.add("dtend", _whole(event.end))
    component.add("dtstamp", _whole(event.modified))
    component.add("last-modified", _whole(event.modified))
    component.add("created", _whole(event.created))
    component.add("sequence", event.sequence)
    component.add("status", event.status)
    component.add("transp", "TRANSPARENT" if event.transparent else "OPAQUE")
    if event.description:
        component.add("description", _Text(plain(event.description)))
    names = [name for name in map(_line, event.categories) if name]
    if names:
        categories = vCategory([])
        categories.cats = [*names]
        component.add("categories", categories)
    if event.alarm is not None:
        component.add_component(_alarm(event.alarm, event.summary))
    return component


def _alarm(minutes: int, text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(minutes=-minutes))
    alarm.add("description", _line(text))
    return alarm


def _whole(moment: datetime | date) -> datetime | date:
    """Drop the fraction of a second, which iCalendar cannot write."""
    return moment.replace(microsecond=0) if isinstance(moment, datetime) else moment
