"""A milestone of which only the record is missing has no slack, makes no way late, and speaks against no change."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

from planner.cli.views.offers import offer_lines
from planner.cli.views.page import make_page
from planner.schedule import make_plan
from planner.schedule.model import MilestonePlan
from planner.text.languages import LocalText
from planner.text.messages import translator
from planner.workspace.supposing.offers import Offer
from planner.workspace.views.plan import MilestoneMark
from tests.schedule.test_records_missing import learner
from tui.wording.plan import milestone_line
from tui.wording.whatif import _passages

t = translator("en")
DAY = date(2026, 12, 10)


def mark(**more):
    plan = MilestonePlan("m", "project", DAY, None, DAY, 0, 600, reached=False, **more)
    return MilestoneMark("m", LocalText.of("M"), plan, None)


def test_it_has_no_slack_in_the_plan_over_time():
    assert milestone_line(mark(), t).said.endswith("slack 10 h")
    line = milestone_line(mark(unrecorded=True), t)
    assert "slack" not in line.said + line.whole
    assert not line.said.endswith("· ")
    assert not line.whole.endswith("· ")


def test_the_table_of_ways_counts_the_days_of_work():
    for hours, said in ((6, "on time"), (20, "1 day late")):
        plan = make_plan(learner(hours))
        assert plan.verdict.max_lateness_days == 5
        diff = SimpleNamespace(moved_minutes=0)
        offer = Offer("catch-up", SimpleNamespace(after=plan, diff=diff), 0)
        assert said in offer_lines(make_page(t), [offer])[1]


def test_it_speaks_against_no_change():
    for hours, headings in ((6, 0), (20, 1)):
        plan = make_plan(learner(hours))
        found = (SimpleNamespace(message=LocalText.of("Too little time.")),)
        assert plan.verdict.status == "late"
        plan = replace(plan, verdict=replace(plan.verdict, contradictions=found, proof=None))
        assert len(_passages(plan, t)) == headings
