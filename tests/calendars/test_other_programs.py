"""Real calendar programs take the file, twice without doubling, and follow a replan."""

import base64
import os
import re
import socket
import subprocess
import time
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPConnection

import icalendar
import pytest
import recurring_ical_events

from tests.calendars.readers import by_uid, icaljs_events
from tests.calendars.samples import EVENING, export, progress, session, small_history

FIRST, SECOND = small_history()
BEFORE, AFTER = (
    export(progress(FIRST), language="ja", alarm=10),
    export(progress(FIRST, SECOND), language="ja", alarm=10),
)
MOVED = session(2).uid


def starts(data):
    """UID and start of each timed event, as our strict reader sees them."""
    return {
        uid: datetime.strptime(event["DTSTART"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        for uid, event in by_uid(data).items()
        if "DTSTART" in event
    }


def test_icaljs_sees_the_same_times_alarms_and_status(icaljs):
    read = icaljs_events(AFTER, icaljs)
    assert read["name"] == "小さな機械学習コース"
    found = {event["uid"]: event for event in read["events"]}
    assert found.keys() == by_uid(AFTER).keys()
    timed = {uid: event for uid, event in found.items() if not event["allDay"]}
    assert {uid: event["start"] for uid, event in timed.items()} == {
        uid: start.timestamp() for uid, start in starts(AFTER).items()
    }
    assert (found[MOVED]["sequence"], found[MOVED]["alarms"]) == (1, ["-PT10M"])
    assert [uid for uid, event in found.items() if event["status"] == "CANCELLED"] == [
        session(3, module="sql-basics").uid
    ]
    [milestone] = [event for event in found.values() if event["allDay"]]
    assert milestone["end"] - milestone["start"] == 24 * 3600


def test_python_readers_find_each_event_on_its_day():
    calendar = icalendar.Calendar.from_ical(AFTER)
    found = recurring_ical_events.of(calendar).between(date(2026, 12, 1), date(2027, 2, 1))
    assert {event["UID"] for event in found} == by_uid(AFTER).keys()
    timed = {str(e["UID"]): e.start for e in found if isinstance(e.start, datetime)}
    assert timed == starts(AFTER)


@pytest.fixture
def khal(needs, tmp_path):
    """Hand out khal with one empty calendar: called with arguments, it returns the lines it printed."""
    program = needs("khal")
    calendar = tmp_path / "calendar"
    calendar.mkdir()
    config = tmp_path / "khal.conf"
    config.write_text(
        f"[calendars]\n[[plan]]\npath = {calendar}\n[sqlite]\npath = {tmp_path}/khal.db\n"
        "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
    )
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}

    def run(*arguments):
        command = [program, "-c", str(config), *arguments]
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    return run


def khal_sees(khal, tmp_path, data):
    """Import a file and return what khal lists: start and title by UID."""
    file = tmp_path / "plan.ics"
    file.write_bytes(data)
    khal("import", "--batch", str(file))
    lines = khal("list", "--day-format", "", "--format", "{uid}|{start}|{title}", "2026-12-01", "60d")
    rows = [line.split("|") for line in lines if "|" in line]
    assert len({row[0] for row in rows}) == len(rows)
    assert len(list((tmp_path / "calendar").glob("*.ics"))) == len(rows)
    return {uid: (start, title) for uid, start, title in rows}


def test_khal_imports_twice_without_doubling_and_follows_a_move(khal, tmp_path):
    once, twice = (khal_sees(khal, tmp_path, BEFORE) for _ in range(2))
    assert once.keys() == by_uid(BEFORE).keys()
    assert twice == once
    assert once[MOVED] == ("2026-12-08 11:00", "Pythonの基礎 · 関数")
    assert once[session(5, module=None).uid][0] == "2026-12-11 11:00"
    after = khal_sees(khal, tmp_path, AFTER)
    assert after.keys() == once.keys()
    assert after[MOVED][0] == "2026-12-08 11:30"


@pytest.fixture
def caldav(radicale, tmp_path):
    """Start Radicale on the loopback; the result sends a request and returns (status, headers, body)."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {
        "server-hosts": f"127.0.0.1:{port}",
        "storage-filesystem-folder": tmp_path / "dav",
        "auth-type": "none",
    }
    command = [*radicale, "--config", ""]
    command += [f"--{name}={value}" for name, value in options.items()]
    with (tmp_path / "radicale.log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log)

        def send(method, path, body=None, **headers):
            connection = HTTPConnection("127.0.0.1", port, timeout=60)
            login = base64.b64encode(b"learner:x").decode()
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, {"Authorization": f"Basic {login}", **names})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()

        try:
            wait_for(port)
            yield send
        finally:
            server.terminate()
            server.wait(60)


def wait_for(port):
    """Wait until somebody listens on a port."""
    give_up = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < give_up, "Radicale did not start"
            time.sleep(0.05)
        else:
            return


def resources(data):
    """Split a calendar into one calendar for each event, by UID."""
    head, *rest = data.split(b"BEGIN:VEVENT\r\n")
    events = [each.split(b"END:VEVENT\r\n")[0] for each in rest]
    unfolded = [event.replace(b"\r\n ", b"") for event in events]
    uids = [re.search(rb"^UID:(.*)\r$", event, re.MULTILINE)[1].decode() for event in unfolded]
    whole = [head + b"BEGIN:VEVENT\r\n" + event + b"END:VEVENT\r\nEND:VCALENDAR\r\n" for event in events]
    return dict(zip(uids, whole, strict=True))


def test_radicale_takes_the_whole_file_again_and_again(caldav):
    for data in (BEFORE, BEFORE, AFTER):
        status, _, body = caldav("PUT", "/learner/plan/", data, Content_Type="text/calendar; charset=utf-8")
        assert status in (200, 201), body
        status, _, body = caldav("GET", "/learner/plan/")
        assert status == 200
        assert starts(body) == starts(data)
        assert body.count(b"BEGIN:VEVENT") == len(by_uid(data))


def test_radicale_takes_each_event_as_a_resource_and_refuses_stale_updates(caldav):
    assert caldav("MKCALENDAR", "/learner/plan/")[0] == 201
    tags = {}
    for uid, data in resources(BEFORE).items():
        path = f"/learner/plan/{uid}.ics"
        status, headers, body = caldav("PUT", path, data, If_None_Match="*")
        assert status == 201, body
        tags[uid] = headers["ETag"]
        assert caldav("PUT", path, data, If_None_Match="*")[0] == 412
    path, moved = f"/learner/plan/{MOVED}.ics", resources(AFTER)[MOVED]
    status, headers, _ = caldav("PUT", path, moved, If_Match=tags[MOVED])
    assert status in (200, 201, 204)
    assert headers["ETag"] != tags[MOVED]
    assert caldav("PUT", path, moved, If_Match=tags[MOVED])[0] == 412
    assert caldav("DELETE", path, If_Match=tags[MOVED])[0] == 412
    read = starts(caldav("GET", path)[2])
    assert read == {MOVED: EVENING + timedelta(days=1, minutes=30)}
    assert caldav("GET", "/learner/plan/")[2].count(b"BEGIN:VEVENT") == len(tags)
