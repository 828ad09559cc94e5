"""What the app says where a newcomer was left alone: results without evidence, timers that run on, plans ahead."""

from dataclasses import replace
from datetime import UTC, date, datetime

from planner.journal.model import Evidence
from planner.workspace.hand.changing import act
from planner.workspace.hand.time import skip
from planner.workspace.milestones import attempt, reach
from planner.workspace.opening import open_plan
from planner.workspace.setup.drafting import default_answers
from planner.workspace.setup.init import init
from planner.workspace.tracking.log import log_time, mark_done
from planner.workspace.tracking.timing import start_timer
from planner.workspace.views.today import today_view
from tests.tui.test_milestones import go_to
from tui.app import run_to_the_end


def said(hand):
    return " ".join(hand.text().split())


async def test_a_result_that_nothing_shows_is_recorded_at_the_second_enter(empty, sit_down, plan_of):
    context = init(empty, default_answers(empty)).context
    attempt(open_plan(context), "kaggle-medal", Evidence(rank=500, teams=1000))
    async with sit_down(context, size=(120, 36)) as hand:
        await go_to(hand, "kaggle-medal")
        await hand.press("d", "enter")
        assert hand.name == "evidence"
        assert "Rank 500 of 1,000 is no medal" in said(hand)
        assert "Nothing shows it yet. Enter again records it" in said(hand)
        assert plan_of(context).progress.milestones["kaggle-medal"].reached is None
        await hand.press("enter")
    assert plan_of(context).progress.milestones["kaggle-medal"].reached == context.now.date()


async def test_an_attempt_is_answered_with_what_it_is_worth_and_an_address_is_one(empty, sit_down, journal):
    context = init(empty, default_answers(empty)).context
    count = len(journal(context))
    async with sit_down(context, size=(120, 36)) as hand:
        await go_to(hand, "kaggle-medal")
        await hand.press("a")
        await hand.type("銅0.78")
        await hand.press("enter")
        assert "is no address" in said(hand)
        assert len(journal(context)) == count
        hand.app.screen.query_one("#url").value = ""
        hand.app.screen.query_one("#rank").value = "500"
        hand.app.screen.query_one("#teams").value = "1000"
        await hand.press("enter")
        assert "is noted. Rank 500 of 1,000 is no medal. Bronze needs rank 100" in said(hand)


async def test_the_form_says_what_shows_a_milestone_already_and_its_page_shows_all(context, sit_down):
    reach(open_plan(context), "cnn-classifier", Evidence(url="https://x.org/a"))
    async with sit_down(context, size=(120, 36)) as hand:
        await go_to(hand, "cnn-classifier")
        await hand.press("d")
        assert "more is added: https://x.org/a" in said(hand)
        await hand.type("https://x.org/b")
        await hand.press("enter", "enter")
        assert "https://x.org/a" in said(hand)
        assert "also:" in said(hand)
        assert "https://x.org/b" in said(hand)


async def test_time_logged_beside_its_timer_is_answered_with_both(context, sit_down):
    module = today_view(open_plan(context)).now.session.module
    start_timer(open_plan(context), module)
    async with sit_down(context, size=(120, 36)) as hand:
        await hand.press("l", "enter")
        assert "Its timer runs on, since" in said(hand)


class Left:
    """An app that was left."""

    crash, return_code = None, 0

    def __init__(self, opened):
        self.opened, self.t = opened, opened.t

    def run(self):
        """Leave at once."""


def test_leaving_says_that_a_timer_runs_on(context, capsys):
    opened = open_plan(context)
    assert run_to_the_end(Left(opened)) == 0
    assert capsys.readouterr().err == ""
    module = today_view(opened).now.session.module
    assert run_to_the_end(Left(start_timer(opened, module)[0])) == 0
    [line] = capsys.readouterr().err.splitlines()
    assert line.endswith("runs on. To stop it: planner stop")


async def test_a_plan_that_begins_later_has_no_check_in_and_says_when_it_begins(empty, sit_down):
    answers = replace(default_answers(empty), start=date(2027, 5, 1), goal=None)
    context = init(empty, answers).context
    early = replace(context, now=datetime(2027, 2, 9, 10, tzinfo=UTC))
    async with sit_down(early, size=(120, 36)) as hand:
        await hand.press("c")
        assert hand.name == "today"
        assert "it begins on 1 May 2027, and there is nothing to check in yet" in said(hand)
        await hand.press("3")
        assert "The plan begins on 1 May 2027." in said(hand)
        await hand.press("6")
        assert "The plan begins on 1 May 2027; after its first week" in said(hand)


async def test_a_day_whose_work_is_done_says_what_was_studied(context, sit_down):
    opened = open_plan(context)
    for view in today_view(opened).today:
        if view.session.module is not None:
            opened = act(skip(opened, view.session.id))
    log_time(opened, "git-github", 90)
    async with sit_down(context, size=(120, 40)) as hand:
        assert "1 h 30 m studied today: Git and GitHub." in said(hand)
        assert "Nothing more is planned" in said(hand)
        await hand.press("3")
        assert "Git and GitHub" in said(hand)
        assert "studied" in hand.line("Git and GitHub")


async def test_a_milestone_that_lacks_only_its_record_is_said_to(empty, sit_down):
    opened = init(empty, default_answers(empty))
    first = next(each for each in opened.curriculum.milestones if each.id == "first-program")
    for module in first.requires:
        opened = mark_done(opened, module)
    later = replace(opened.context, now=datetime(2027, 1, 5, 3, tzinfo=UTC))
    async with sit_down(later, size=(120, 40)) as hand:
        assert "Done but for the record: First program online." in said(hand)
        assert "! to record" in hand.text()
        await hand.press("2")
        assert "to record" in hand.line("First program online")
        await hand.press("4")
        assert "! to record" in hand.line("First program online  ")
