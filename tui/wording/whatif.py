"""What if in words: levers, the finish, what speaks against it, and milestones before and after."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from planner.curriculum.model import Priority
from planner.schedule.model import MilestonePlan, Plan
from planner.text.languages import LocalText, joined
from planner.text.messages import Message, Minutes, Translator, msg, msg_n
from planner.workspace.opening import Opened
from planner.workspace.supposing.levers import CREDIT, DROP, MODULE, Lever, Value
from planner.workspace.supposing.whatif import Supposed
from tui.widgets.milestone_line import LATE
from tui.widgets.outcome import Fate, Outcome
from tui.widgets.sliders import Slider
from tui.wording.days import say_short
from tui.wording.figures import hours
from tui.wording.milestones import state_of

LEVELS = {"": msg("all of them"), "stretch": msg("without stretch"), "recommended": msg("core only")}
_OUT, _LATE = msg("falls out"), msg("late")
_HEAVY = 100_000


def slider_of(lever: Lever, opened: Opened, level: Value = "") -> Slider:
    """Say a lever; a module that the `level` leaves out has no tick either."""
    last = max(1, len(lever.values) - 1)
    box = lever.kind == MODULE
    value = opened.t(msg("{hours} h", hours=hours(lever.minutes)))
    return Slider(
        id=lever.id,
        title=opened.t(lever.title),
        value=value if box else say_value(lever, lever.value, opened),
        usual_value=value if box else say_value(lever, lever.values[lever.usual], opened),
        at=1 if box and _is_out(lever, opened, level) else lever.at / last,
        usual=lever.usual / last,
        turned=lever.turned,
        box=box,
    )


def _is_out(lever: Lever, opened: Opened, level: Value) -> bool:
    gone = {"stretch": {Priority.STRETCH}, "recommended": {Priority.STRETCH, Priority.RECOMMENDED}}
    levels = gone.get(str(level), set())
    return any(each.id == lever.name and each.priority in levels for each in opened.curriculum.modules)


def say_value(lever: Lever, value: Value, opened: Opened) -> str:
    """Say where a lever can stand."""
    t = opened.t
    if isinstance(value, date):
        return say_short(value, opened.now.date(), t)
    if isinstance(value, Fraction):
        return t(msg("{percent} %", percent=round(float(value) * 100, 1)))
    if isinstance(value, int):
        return t(msg("{hours} h", hours=hours(value)))
    if isinstance(value, str):
        return t(LEVELS[value])
    if lever.kind == CREDIT and not value:
        return t(msg("nothing more"))
    return t(titles_of(lever, value, opened))


def titles_of(lever: Lever, value: Sequence[str], opened: Opened) -> LocalText:
    """Return the titles of the options or backgrounds of a lever."""
    curriculum = opened.curriculum
    if lever.kind == CREDIT:
        titles = {each.id: each.title for each in curriculum.backgrounds}
    elif lever.kind in {MODULE, DROP}:
        titles = {each.id: each.title for each in curriculum.modules}
    else:
        choice = next(each for each in curriculum.choices if each.id == lever.name)
        titles = {option.id: option.title for option in choice.options}
    return joined([titles[name] for name in value])


def outcome_of(supposed: Supposed, t: Translator, *, every: bool = False) -> Outcome:
    """Say what a change gives; with `every` the milestones that stay are listed, too."""
    now, before, after = supposed.after.now.date(), supposed.before.finish, supposed.after.finish
    changed = before != after
    fates = _fates(supposed, t)
    touched = fates if every or not any(fate.weight for fate in fates) else [f for f in fates if f.weight]
    kept = len(fates) - len(touched)
    done = msg("everything done on {day}", day=say_short(after, now, t))
    was = msg("before: {day}", day=say_short(before, now, t))
    return Outcome(
        finish=after.isoformat() if after else "",
        said=t(done if after else msg("not everything finds a place")),
        note=figures_of(supposed.after, t),
        before=t(was) if changed and before else "",
        passages=_passages(supposed.after, t),
        heading=t(msg("milestones")),
        milestones=tuple(touched),
        rest=t(msg_n("{count} milestone stays.", "{count} milestones stay.", kept)) if kept else "",
        more=lambda count: t(_more(count, kept)),
        words=tuple(map(t, (_OUT, _LATE))),
        changed=changed,
    )


def _more(count: int, kept: int) -> Message:
    if not kept:
        return msg("… and {count} more.", count=count)
    return msg("… and {count} more change; {kept} stay as they are.", count=count, kept=kept)


def _passages(plan: Plan, t: Translator) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Say what does not agree, and why no plan can be on time, in the words that `planner plan` has."""
    verdict = plan.verdict
    if not plan.is_work_late:
        return ()
    proof = (t(verdict.proof.message),) if verdict.proof else ()
    found = () if proof else tuple(t(each.message) for each in verdict.contradictions)
    parts = ((msg("what does not agree"), found), (msg("why no plan can be on time"), proof))
    return tuple((t(heading), texts) for heading, texts in parts if texts)


def _fates(supposed: Supposed, t: Translator) -> list[Fate]:
    """Say the milestones that are not reached."""
    after = {each.id: each for each in supposed.after.milestones}
    before = {each.id: each for each in supposed.before.milestones}
    titles, now = supposed.opened.titles, supposed.after.now.date()
    pairs = {name: (before.get(name), after.get(name)) for name in dict.fromkeys((*before, *after))}
    return [
        _fate(t(titles.get(name, LocalText.of(name))), *pair, now, t)
        for name, pair in pairs.items()
        if not any(each and each.reached for each in pair)
    ]


def _fate(title: str, old: MilestonePlan | None, new: MilestonePlan | None, now: date, t: Translator) -> Fate:
    was, then = (each.expected if each else None for each in (old, new))
    late = new is not None and state_of(new) == LATE
    word = t(_OUT) if new is None else t(_LATE) if late else ""
    moved = abs((then - was).days) if was and then else int(was != then)
    return Fate(
        what=title,
        before=say_short(was, now, t),
        after=say_short(then, now, t) if then != was and new is not None else "",
        word=word,
        weight=moved + (_HEAVY if word else 0),
    )


def figures_of(plan: Plan, t: Translator) -> str:
    """Say the work that is left, and what the goal needs a week."""
    needed = plan.verdict.needed_hours_per_week
    left = Minutes(max(0, plan.effort - plan.done) // 60 * 60)
    if needed is None:
        return t(msg("{left} to go", left=left))
    return t(msg("{left} to go; the goal needs {hours} h a week", left=left, hours=round(needed, 1)))
