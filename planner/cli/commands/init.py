"""`planner init`: a new plan folder."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from planner.cli.building import COMING_DAY, HOURS, LENGTH, NEAREST_DAY, PAIR, json_option, option, pass_edge
from planner.cli.building import command as make_command
from planner.cli.click_words import N_
from planner.cli.edge import Edge
from planner.cli.output import write_json, write_lines
from planner.cli.telling import ask, can_ask, usage
from planner.text.messages import msg
from planner.workspace.context import Context
from planner.workspace.opening import Opened
from planner.workspace.setup.drafting import SetupAnswers


@make_command(
    "init",
    more=N_("A folder that holds a plan is refused; a profile.yaml that is already there is used."),
)
@option("--curriculum", metavar="ID|FILE", help=N_("A curriculum of `planner curriculum list`, or a file."))
@option("--start", type=NEAREST_DAY, metavar="DATE", help=N_("The first day; today unless said."))
@option(
    "--goal",
    type=COMING_DAY,
    metavar="DATE",
    help=N_("The last day; the curriculum's months from the start."),
)
@option("--weekday", type=LENGTH, metavar="TIME", help=N_("Study on a weekday; 2h unless said."))
@option("--day-off", type=LENGTH, metavar="TIME", help=N_("Study on a day off; 4h unless said."))
@option("--hours-per-week", "hours_per_week", type=HOURS, metavar="N", help=N_("The most hours a week."))
@option("--background", multiple=True, metavar="ID", help=N_("What you know already, such as programming."))
@option("--choice", "choices", multiple=True, type=PAIR, metavar="ID=OPTION", help=N_("Choose an option."))
@option("--drop", multiple=True, metavar="ID", help=N_("Leave out a module, or a priority such as stretch."))
@option("--holidays", metavar="CODE", help=N_("The country of your public holidays, such as JP; none: ''."))
@option("--timezone", metavar="NAME", help=N_("Your time zone, such as Asia/Tokyo."))
@option("--yes", is_flag=True, help=N_("Make the plan without asking."))
@json_option
@pass_edge
def command(edge: Edge, /, *, yes: bool, **given: object) -> None:
    """Make a plan."""
    if not yes and (edge.json or not can_ask()):
        raise usage(edge, msg("There is no terminal to ask on; add --yes to make the plan"))
    from planner.workspace.setup.init import init

    context = edge.context
    answers = _answers(context, given)
    if not yes and not _agreed(edge, context, answers):
        write_lines([edge.t(msg("Nothing was made."))])
        return
    _report(edge, init(context, answers))


def _answers(context: Context, given: Mapping[str, Any]) -> SetupAnswers:
    """Put the options over the default answers."""
    from planner.workspace.setup.drafting import default_answers

    named = {name: value for name, value in given.items() if value not in {None, ()}}
    for name in ("background", "drop"):
        if name in named:
            named[name] = _parts(named[name])
    if "choices" in named:
        named["choices"] = dict(named["choices"])
    return replace(default_answers(context, timezone=named.get("timezone")), **named)


def _parts(words: tuple[str, ...]) -> tuple[str, ...]:
    """Take ids given one by one or with commas."""
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())


def _agreed(edge: Edge, context: Context, answers: SetupAnswers) -> bool:
    from planner.cli.views.page import make_page
    from planner.cli.views.verdict import verdict_lines
    from planner.workspace.opening import has_plan
    from planner.workspace.setup.drafting import preview

    if has_plan(context):
        return True
    opened = preview(context, answers)
    write_lines([*verdict_lines(make_page(opened.t), opened.plan), ""])
    return ask(edge, msg("Make this plan in {home}? (y/n)", home=str(context.home)), default=True)


def _report(edge: Edge, opened: Opened) -> None:
    from planner.workspace.proposal import judged_plan

    plan = judged_plan(opened)
    if edge.json:
        from planner.workspace.views.documents import plan_document

        write_json({"home": str(opened.context.home), **plan_document(opened, plan=plan)})
        return
    from planner.cli.views.page import join, make_page
    from planner.cli.views.verdict import verdict_lines

    page = make_page(opened.t)
    made = opened.t(msg("The plan is in {home}", home=str(opened.context.home)))
    following = opened.t(msg("What now: planner today. The whole plan: planner plan"))
    write_lines(join(verdict_lines(page, plan), [made, *page.paragraph(following)]))
