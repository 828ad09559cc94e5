"""Events to test with: made by hand in one line, or drawn at random with references to one another."""

import random
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from planner.journal.events import new_id
from planner.journal.model import Event, Session

START = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
MONDAYS = ("2026-11-30", "2026-12-07")
MODULES = ("python-basics", "sql-basics", "statistics")
MILESTONES = ("titanic", "portfolio")


class Pen:
    """Writes events one minute apart, as one machine would."""

    def __init__(self, device="laptop", seed=1):
        self.device, self.minute, self.random = device, 0, random.Random(seed)

    def __call__(self, kind, day="2026-12-01", **data):
        self.minute += 1
        at = START + timedelta(minutes=self.minute)
        id_ = new_id(at, self.random.getrandbits(80))
        if kind in {"move", "extra"}:  # these name a day of their own
            day, data = "2026-12-01", {**data, "day": day}
        return Event(id_, at, date.fromisoformat(day), self.device, kind, data)


def session(id_, module, start, *, minutes=120, uid="", pinned=False, topics=(0,), kind="study"):
    day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=start)).date()
    return Session(id_, module, kind, day, start, start + minutes, topics, pinned, uid)


def plan_content(*ids, previous=""):
    rows = [[id_, "python-basics", "study", "2026-12-01", 29_934_000, 60, [0], 0, 0] for id_ in ids]
    return {
        "now": 29_930_000,
        "previous": previous,
        "ratio": [1, 1],
        "inputs": {},
        "uids": ["b"],
        "sessions": rows,
    }


_modules, _milestones = st.sampled_from(MODULES), st.sampled_from(MILESTONES)
_minutes = st.integers(0, 300)
_days = st.dates(date(2026, 11, 1), date(2027, 1, 31)).map(date.isoformat)
_evidence = st.fixed_dictionaries({}, optional={"url": st.text(max_size=5), "rank": st.integers(1, 9)})


_session = st.fixed_dictionaries({"session": st.integers(1, 9).map("python-basics.{}".format)})
_module = st.fixed_dictionaries({"module": _modules})
_BY_HAND = {
    "pin": _session,
    "unpin": _session,
    "skip": st.builds(
        lambda session, at: {**session, "start": at, "end": at + 60},
        _session,
        st.integers(29_930_000, 29_940_000),
    ),
    "time-off": st.fixed_dictionaries({"days": st.lists(_days, max_size=2)}),
    "extra": st.builds(
        lambda day, at: {"day": day, "start": at, "end": at + 60}, _days, st.integers(0, 1380)
    ),
    "module-added": st.builds(
        lambda n, title: {"module": f"added-{n}", "title": title, "minutes": 60},
        st.integers(1, 2),
        st.sampled_from(("Papers", "論文")),
    ),
    "module-dropped": _module,
    "module-restored": _module,
    "first": _module,
}


def _contents(earlier):
    """Draw a kind and its data; `earlier` are the ids it may refer to."""
    some = st.sampled_from(earlier or ["nobody"])
    targets = st.fixed_dictionaries({"events": st.lists(some, min_size=1, max_size=3)})
    named = {"milestone": _milestones}
    checkin = {
        "hours": st.dictionaries(_modules, _minutes),
        "remaining": st.dictionaries(_modules, _minutes),
        "done": st.lists(_modules, max_size=2),
        "milestones": st.dictionaries(_milestones, _evidence, max_size=1),
        "time_off": st.lists(_days, max_size=2),
    }
    made = {
        "log": st.fixed_dictionaries({"module": _modules, "minutes": _minutes}),
        "log-amended": st.fixed_dictionaries(
            {"event": some}, optional={"minutes": _minutes, "day": _days, "module": _modules}
        ),
        "log-deleted": st.fixed_dictionaries({"event": some}),
        "done": st.fixed_dictionaries({"module": _modules}),
        "estimate": st.fixed_dictionaries({"module": _modules, "remaining": _minutes}),
        "step": st.fixed_dictionaries({**named, "step": st.integers(1, 4), "ticked": st.booleans()}),
        "attempt": st.fixed_dictionaries(named, optional={"metric": st.text(max_size=5)}),
        "reached": st.fixed_dictionaries(named, optional={"url": st.text(max_size=5)}),
        "reopened": st.fixed_dictionaries(named),
        "checkin": st.fixed_dictionaries({"week": st.sampled_from(MONDAYS)}, optional=checkin),
        "plan": st.builds(
            lambda n, pins: {**plan_content(f"python-basics.{n}"), "pins": pins},
            st.integers(1, 9),
            st.lists(some, max_size=2),
        ),
        **_BY_HAND,
        "undo": targets,
        "redo": targets,
        "from-the-future": st.just({"module": 3}),
    }
    return st.sampled_from(sorted(made)).flatmap(lambda kind: st.tuples(st.just(kind), made[kind]))


@st.composite
def journals(draw, most=14):
    """Draw the events of three machines, in order; some share a moment, some are parts of earlier ones."""
    events, at = [], START
    for number in range(draw(st.integers(0, most))):
        ids = [event.id for event in events]
        kind, data = draw(_contents(ids))
        if ids and draw(st.integers(0, 4)) == 0:
            data = {**data, "part_of": draw(st.sampled_from(ids))}
        at += timedelta(minutes=draw(st.integers(0, 1)))
        device = draw(st.sampled_from(("laptop", "desk", "phone")))
        events.append(Event(new_id(at, number), at, date(2026, 12, 1), device, kind, data))
    return events
