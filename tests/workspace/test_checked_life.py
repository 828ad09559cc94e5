"""A plan lived for weeks through the use cases: what `plan --json` says is held against the raw files each time."""

from datetime import date, timedelta

import pytest

from planner.journal.model import Evidence
from planner.workspace.checkin.proposing import CheckInAnswers, propose_checkin
from planner.workspace.milestones import reach, reopen
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.tracking.log import amend_log, delete_log, log_time, mark_done
from planner.workspace.undoing.undo import redo, undo
from planner.workspace.views.documents import plan_document
from tests.oracle.check_json import check_document

DAY = timedelta(days=1)
START = date(2026, 11, 30)
SUNDAYS = [START + timedelta(days=7 * n + 6) for n in range(12)]
TOOL = "https://example.org/tool"
HABITS = {
    "plain": "",
    "shifts": """
  weekday: ["19:00-21:30"]
  days: {wednesday: [], friday: ["22:00-01:00"]}
  rotation:
    from: 2026-12-07
    weeks: [{day_off: ["08:00-11:00"]}, {weekday: ["06:00-07:30"], days: {friday: []}}, {days: {monday: []}}]
""",
    "cap": """
  weekday: ["20:00-22:00"]
  day_off: ["10:00-14:00"]
  hours_per_week: 8.5
  exceptions: [{from: 2026-12-12, to: 2026-12-13}]
""",
}
PROFILE = """\
curriculum: small
start: 2026-11-30
timezone: Asia/Tokyo
background: []
study: {session: {min: 45m}, buffer: 12.5%, tracks: 1}
"""


def checked(opened, *, shown=False):
    """The plan, once its document is found true."""
    assert check_document(plan_document(opened), opened.context.home, shown=shown) == []
    return opened


def settle(learner, habits):
    """Begin, then take other habits into use."""
    opened = checked(learner.begin())
    if HABITS[habits]:
        text = f"{PROFILE}availability:{HABITS[habits]}"
        (learner.home / "profile.yaml").write_text(text, "utf-8")
        opened = checked(accept(propose_replan(open_plan(learner.on(START, 8)))))
    return opened


def checkin(learner, today, **answers):
    opened = checked(open_plan(learner.on(today)), shown=True)
    return checked(accept(propose_checkin(opened, CheckInAnswers(**answers))))


@pytest.mark.parametrize("habits", HABITS)
def test_weeks_of_all_sorts_are_told_truly(learner, habits):
    settle(learner, habits)
    opened = log_time(open_plan(learner.on(START + DAY)), "python-basics", 50)
    opened = checked(log_time(opened, "sql-basics", 20), shown=True)
    checkin(
        learner, SUNDAYS[0], hours={"python-basics": 200}, remaining={"sql-basics": 615}, time_off=(START + 9 * DAY,)
    )  # fmt: skip
    # time logged after the estimate is not part of it
    opened = log_time(open_plan(learner.on(SUNDAYS[1] - 3 * DAY)), "sql-basics", 95)
    checked(opened, shown=True)
    checked(accept(propose_replan(opened)))
    milestones = {"first-tool": Evidence(url=TOOL)}
    opened = checkin(
        learner, SUNDAYS[1], hours={"sql-basics": 60}, done=("python-basics",), milestones=milestones
    )
    opened, _ = undo(opened)
    checked(opened, shown=True)
    opened, _ = redo(opened)
    checked(opened)
    # the same week again, with other hours; then a week that was missed
    checkin(learner, SUNDAYS[1] + DAY, day=SUNDAYS[1], hours={"sql-basics": 240}, milestones=milestones)
    checkin(learner, SUNDAYS[2] + 2 * DAY)
    opened = checkin(
        learner, SUNDAYS[3], remaining={"project": 900, "extra": 0}, done=("sql-basics", "extra")
    )
    assert [event.kind for event in opened.events].count("checkin") == 5


def test_a_replan_and_its_undo_are_told_truly(learner):
    opened = checked(learner.begin())
    opened = log_time(open_plan(learner.on(START + 10 * DAY)), "extra", 45)
    opened = checked(accept(propose_replan(opened)))
    opened, _ = undo(opened)
    checked(opened, shown=True)
    opened, _ = undo(opened)
    assert opened.progress.logs == ()
    checked(opened, shown=True)
    checked(accept(propose_replan(opened)))


def test_modules_begun_keep_their_ratio_when_it_changes(learner):
    learner.begin()
    opened = open_plan(learner.on(SUNDAYS[0]))
    for day in range(6):
        opened = log_time(opened, "python-basics", 300, START + day * DAY)
    opened = mark_done(log_time(opened, "sql-basics", 40), "python-basics")
    checked(accept(propose_replan(opened)))
    opened = checkin(learner, SUNDAYS[0])
    assert opened.progress.accepted.ratio == (4200, 3000)
    opened = log_time(open_plan(learner.on(SUNDAYS[1])), "project", 30)
    checked(opened, shown=True)
    opened = checkin(learner, SUNDAYS[1], hours={"sql-basics": 1400}, done=("sql-basics",))
    assert opened.progress.accepted.ratio == (5640, 3600)
    assert opened.progress.begun["project"] == (4200, 3000)
    opened, _ = undo(opened)
    checked(opened, shown=True)


def test_corrected_time_and_results_are_told_truly(learner):
    opened = learner.begin()
    opened = log_time(open_plan(learner.on(START + DAY)), "python-basics", 60)
    first = opened.progress.logs[0].event
    opened = log_time(opened, "sql-basics", 75, START)
    opened = delete_log(opened, opened.progress.logs[-1].event)
    checkin(learner, SUNDAYS[0], remaining={"python-basics": 300}, hours={"extra": 30})
    opened = amend_log(open_plan(learner.on(SUNDAYS[0])), first, minutes=100, day=START)
    opened = reach(opened, "first-tool", Evidence(url=TOOL), START + 3 * DAY)
    opened = reach(opened, "first-tool", Evidence(metric="0.9"), SUNDAYS[0])
    assert opened.progress.milestones["first-tool"].reached == START + 3 * DAY
    opened = checked(accept(propose_replan(checked(opened, shown=True))))
    opened = checked(reopen(opened, "first-tool"), shown=True)
    checked(accept(propose_replan(opened)))
    opened = checkin(learner, SUNDAYS[1], milestones={"first-tool": Evidence(url=TOOL)})
    assert opened.progress.milestones["first-tool"].reached == SUNDAYS[1]


def test_a_late_plan_and_its_repairs_are_told_truly(learner):
    settle(learner, "cap")
    opened = checkin(learner, SUNDAYS[4], remaining={"project": 2400})
    repairs = {repair["kind"]: repair["value"] for repair in plan_document(opened)["verdict"]["repairs"]}
    assert "goal" in repairs


@pytest.mark.parametrize(
    "days",
    [{"start": date(1970, 1, 5)}, pytest.param({"goal": date(2199, 12, 31)}, marks=pytest.mark.ci)],
)
def test_days_far_away_are_told_truly(learner, days):
    checked(learner.begin(**days))
