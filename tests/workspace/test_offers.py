"""After missed time there are three ways, each a plan that was made, with what it means in figures."""

from datetime import timedelta

import pytest

from planner.schedule.frame import best_lateness, make_frame
from planner.workspace.hand.changing import act
from planner.workspace.hand.move import When, move
from planner.workspace.opening import open_plan
from planner.workspace.proposal import accept, propose_replan
from planner.workspace.supposing.offers import missed_minutes, offers, propose_way
from planner.workspace.tracking.log import log_time
from planner.workspace.views.documents import plan_document
from tests.oracle.check_json import check_document
from tests.workspace.conftest import START

DAY = timedelta(days=1)


def away(learner, days):
    """Begin, study nothing, and come back."""
    learner.begin()
    return open_plan(learner.on(START + days * DAY, 8))


def ways(opened):
    return {offer.how: offer for offer in offers(opened)}


def test_without_missed_time_there_is_no_choice(learner):
    opened = learner.begin()
    assert (missed_minutes(opened), offers(opened)) == (0, ())
    opened = log_time(open_plan(learner.on(START, 23)), opened.plan.sessions[0].module, 120)
    assert offers(opened) == ()


def test_what_was_missed_is_what_was_planned_and_not_studied(learner):
    opened = away(learner, 2)
    assert missed_minutes(opened) == 240
    opened = log_time(opened, opened.timeline[0].module, 45, START)
    assert missed_minutes(opened) == 195
    assert missed_minutes(accept(propose_replan(opened))) == 0


def test_catching_up_moves_least_and_rebalancing_places_all_anew(learner):
    found = ways(away(learner, 6))
    assert list(found) == ["catch-up", "rebalance", "extend"]
    least, anew = found["catch-up"], found["rebalance"]
    assert least.proposal.after.sessions == propose_replan(least.proposal.opened).after.sessions
    assert least.proposal.diff.moved_minutes <= anew.proposal.diff.moved_minutes
    names = [session.id for session in anew.proposal.after.sessions]
    assert len(names) == len(set(names))
    old = {session.id: session.uid for session in anew.proposal.opened.progress.accepted.sessions}
    again = [session for session in anew.proposal.after.sessions if session.id in old]
    assert again
    assert all(session.uid == old[session.id] for session in again)


def test_rebalancing_leaves_what_is_pinned_and_can_be_accepted(learner):
    learner.begin()
    opened = act(move(open_plan(learner.on(START, 9)), "project.1", When(START + 31 * DAY, 20 * 60)))
    place = next((s.start, s.end) for s in opened.plan.sessions if s.id == "project.1")
    later = open_plan(learner.on(START + 6 * DAY, 8))
    after = accept(propose_way(later, "rebalance").proposal)
    held = next(s for s in after.plan.sessions if s.id == "project.1")
    assert ((held.start, held.end), held.pinned) == (place, True)
    assert check_document(plan_document(after), learner.home) == []


def test_a_later_goal_is_the_earliest_that_makes_all_on_time(learner):
    opened = away(learner, 40)
    extend = ways(opened)["extend"]
    assert opened.plan.verdict.status != "on-time"
    assert extend.proposal.after.verdict.status == "on-time"
    assert extend.proposal.after.goal == extend.goal > opened.plan.goal

    def late(goal):
        text = f"\ngoal: {goal.isoformat()}\n"
        file = learner.home / "profile.yaml"
        lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("goal:")]
        file.write_text("\n".join(lines) + text, "utf-8")
        inputs = open_plan(learner.on(START + 40 * DAY, 8)).inputs
        return best_lateness(inputs, make_frame(inputs)) > 0

    assert late(extend.goal - DAY)
    assert not late(extend.goal)


def test_an_extension_that_is_not_needed_says_so(learner):
    extend = ways(away(learner, 3))["extend"]
    assert (extend.goal, extend.needed) == (None, False)


def test_where_a_date_is_past_help_the_goal_is_when_the_work_can_be_done(learner):
    file = learner.folder / "small.yaml"
    file.write_text(file.read_text("utf-8").replace("by: {month: 1}", "by: 2026-12-20"), "utf-8")
    extend = propose_way(away(learner, 50), "extend")
    assert extend.goal == extend.proposal.after.finish > extend.proposal.before.goal
    assert extend.proposal.after.verdict.max_lateness_days > 0


def test_where_only_a_date_is_past_no_later_goal_helps(learner):
    file = learner.folder / "small.yaml"
    file.write_text(file.read_text("utf-8").replace("by: {month: 1}", "by: 2026-12-01"), "utf-8")
    extend = propose_way(away(learner, 4), "extend")
    assert (extend.goal, extend.needed) == (None, True)


@pytest.mark.parametrize("how", ["catch-up", "rebalance"])
def test_the_minutes_that_change_soon_are_those_of_the_next_seven_days(learner, how):
    opened = away(learner, 4)
    offer = propose_way(opened, how)
    now = int(opened.now.timestamp()) // 60
    studied = []
    for plan in (offer.proposal.before, offer.proposal.after):
        minutes = {
            minute: session.module
            for session in plan.sessions
            if session.module
            for minute in range(session.start, session.end)
            if now <= minute < now + 7 * 1440
        }
        studied.append(minutes)
    before, after = studied
    changed = [m for m in before.keys() | after.keys() if before.get(m) != after.get(m)]
    assert offer.soon == len(changed) > 0
