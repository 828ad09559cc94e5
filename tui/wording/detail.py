"""A session and its module in words: when, what, how far, with which resources, and what waits for it."""

from planner.curriculum.model import Module, Resource
from planner.text.dates import say_clock, say_day
from planner.text.messages import KeyOf, Message, msg
from planner.workspace.opening import Opened
from planner.workspace.views.sessions import SessionView
from planner.workspace.views.today import over
from planner.workspace.why.past import became
from tui.wording.figures import of_hours


def session_pairs(view: SessionView, opened: Opened) -> tuple[tuple[str, str], ...]:
    """Say everything about a session in labelled lines."""
    t = opened.t
    day = say_day(view.session.day, t.language, weekday=True)
    pairs: list[tuple[Message, str]] = [
        (msg("when"), f"{day}  {say_clock(view.start)}–{say_clock(view.end)}")
    ]
    pairs += column(msg("topics"), [t(topic) for topic in view.topics])
    module = opened.modules.get(view.session.module or "")
    if module is not None:
        pairs += _module_pairs(module, opened)
    return tuple((t(label) if label.text else "", text) for label, text in pairs)


def session_judgement(view: SessionView, opened: Opened) -> Message:
    """Say what became of a session; of one that is ahead, what can be done with it."""
    if view.status in {"done", "part", "missed"}:
        return became(view)
    if view.session.kind == "buffer":
        return msg("Buffer: it stays free for catching up, and goes first when something takes longer.")
    log = KeyOf("log")
    if over(opened, view.session):
        return msg("{module} is finished already; {log} logs time all the same.", module=view.title, log=log)
    if opened.shown.timers:
        return msg("{timer} stops the timer, {log} logs time.", timer=KeyOf("timer"), log=log)
    return msg(
        "{timer} starts the timer on it, {log} logs time, {why} says why it stands there.",
        timer=KeyOf("timer"),
        log=log,
        why=KeyOf("why"),
    )


def _module_pairs(module: Module, opened: Opened) -> list[tuple[Message, str]]:
    t = opened.t
    plan = next((each for each in opened.plan.modules if each.id == module.id), None)
    pairs: list[tuple[Message, str]] = []
    if plan is not None:
        pairs.append((msg("studied"), t(of_hours(plan.done, plan.effort))))
        if plan.finish is not None:
            pairs.append((msg("finish"), say_day(plan.finish, t.language, weekday=True)))
    named = {resource.id: resource for resource in opened.curriculum.resources}
    pairs += column(
        msg("with"), [said_resource(named[each], opened) for each in module.resources if each in named]
    )
    pairs += column(
        msg("builds on"), [t(opened.titles[each]) for each in module.requires if each in opened.titles]
    )
    waiting = [t(each.title) for each in opened.curriculum.modules if module.id in each.requires]
    waiting += [t(each.title) for each in opened.curriculum.milestones if module.id in each.requires]
    return pairs + column(msg("leads to"), waiting)


def column(label: Message, texts: list[str]) -> list[tuple[Message, str]]:
    """Put a label before the first of some texts."""
    return [(label if not number else Message(""), text) for number, text in enumerate(texts)]


def said_resource(resource: Resource, opened: Opened) -> str:
    """Say what to study with: its title, what it costs, and where it is."""
    t = opened.t
    costs = {"free": msg("free of charge"), "paid": msg("paid"), "mixed": msg("partly free")}
    cost = t(costs[resource.cost]) if resource.cost in costs else resource.cost
    return " · ".join(part for part in (t(resource.title), cost, resource.url) if part)
