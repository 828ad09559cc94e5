"""What if in one sentence: what is turned, where it brings the finish, and which milestones it frees or makes late."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from planner.schedule.model import MilestonePlan, Plan
from planner.text.languages import LocalText, joined
from planner.text.messages import Message, Translator, msg, msg_n
from planner.workspace.supposing.levers import CREDIT, MODULE, Lever, Value
from planner.workspace.supposing.whatif import Supposed
from tui.widgets.milestone_line import LATE, TIGHT
from tui.wording.days import say_short
from tui.wording.figures import hours
from tui.wording.milestones import state_of
from tui.wording.whatif import titles_of

_NAMED = 2
Said = LocalText | Message | None


def sentence(supposed: Supposed | None, levers: tuple[Lever, ...], t: Translator) -> str:
    """Say what the levers together would change."""
    turned = [lever for lever in levers if lever.turned]
    if supposed is None or not turned:
        return t(msg("Left and right turn what the cursor is on; the plan follows. Nothing is recorded."))
    freed, late = (_names(supposed, names) for names in _turns(supposed.before, supposed.after))
    finish = _finish(subject(turned, supposed), supposed, t, freed, late)
    said = [t(finish), *([t(_late_too(late))] if freed and late else [])]
    if not supposed.after.is_work_late:
        said.append(t(supposed.after.verdict.sentence))
    return ("" if t.language == "ja" else " ").join(said)


def subject(turned: list[Lever], supposed: Supposed) -> Message:
    """Say what is turned, as the subject of a sentence."""
    if all(lever.kind == MODULE for lever in turned):
        return _without(turned)
    if len(turned) > 1:
        return msg("All of that together")
    lever = turned[0]
    old, new = lever.values[lever.usual], lever.value
    if isinstance(old, tuple) and isinstance(new, tuple):
        return _picked(lever, new, supposed)
    if isinstance(old, date) and isinstance(new, date):
        span = _span(abs((new - old).days))
        return msg("A goal {span} later", span=span) if new > old else msg("A goal {span} earlier", span=span)
    if isinstance(old, int) and isinstance(new, int):
        more = msg("{hours} h more a week", hours=hours(new - old))
        return more if new > old else msg("{hours} h less a week", hours=hours(old - new))
    return _other(old, new)


def _other(old: Value, new: Value) -> Message:
    if isinstance(old, Fraction) and isinstance(new, Fraction):
        return msg("A larger buffer") if new > old else msg("A smaller buffer")
    if new == "recommended":
        return msg("Keeping only the core modules")
    return msg("Leaving out the stretch modules")


def _picked(lever: Lever, picks: Sequence[str], supposed: Supposed) -> Message:
    what = titles_of(lever, picks, supposed.opened)
    if lever.kind == CREDIT:
        return msg("Knowing this already ({background})", background=what)
    return msg("{choice} “{options}”", choice=lever.title, options=what)


def _without(levers: list[Lever]) -> Message:
    if len(levers) > _NAMED:
        return msg_n("Leaving out {count} module", "Leaving out {count} modules", len(levers))
    titles = joined([each.title for each in levers if isinstance(each.title, LocalText)])
    return msg("Leaving out {titles}", titles=titles)


def _span(days: int) -> Message:
    if days % 7 == 0:
        return msg_n("{count} week", "{count} weeks", days // 7)
    return msg_n("{count} day", "{count} days", days)


def _finish(what: Message, supposed: Supposed, t: Translator, freed: Said, late: Said) -> Message:
    """Say where the finish goes, and with it what is freed, or else what becomes late."""
    now, before, after = supposed.after.now.date(), supposed.before.finish, supposed.after.finish
    if after is None:
        return msg("{what}: not everything finds a place.", what=what)
    day, was = say_short(after, now, t), say_short(before, now, t)
    if before is None:
        return msg("{what} finds a place for everything, done on {day}.", what=what, day=day)
    return _stays(what, day, freed, late) if before == after else _moves(what, was, day, freed, late)


def _stays(what: Message, day: str, freed: Said, late: Said) -> Message:
    if freed:
        return msg("{what} leaves the finish on {day} and frees {names}.", what=what, day=day, names=freed)
    if late:
        return msg(
            "{what} leaves the finish on {day} and makes {names} late.", what=what, day=day, names=late
        )
    return msg("{what} leaves the finish on {day}.", what=what, day=day)


def _moves(what: Message, was: str, day: str, freed: Said, late: Said) -> Message:
    if freed:
        return msg(
            "{what} brings the finish from {was} to {day} and frees {names}.",
            what=what,
            was=was,
            day=day,
            names=freed,
        )
    if late:
        return msg(
            "{what} brings the finish from {was} to {day} and makes {names} late.",
            what=what,
            was=was,
            day=day,
            names=late,
        )
    return msg("{what} brings the finish from {was} to {day}.", what=what, was=was, day=day)


def _late_too(names: Said) -> Message:
    return msg("It makes {names} late.", names=names or "")


def _turns(before: Plan, after: Plan) -> tuple[list[str], list[str]]:
    """Return the milestones that are late or tight no more, and those that become late."""
    old = {each.id: each for each in before.milestones}
    freed, late = [], []
    for each in after.milestones:
        was, then = _rank(old.get(each.id)), _rank(each)
        if was and not then:
            freed.append(each.id)
        elif then == _rank_of[LATE] and was < then:
            late.append(each.id)
    return freed, late


_rank_of = {TIGHT: 1, LATE: 2}


def _rank(plan: MilestonePlan | None) -> int:
    return _rank_of.get(state_of(plan), 0) if plan is not None else 0


def _names(supposed: Supposed, names: list[str]) -> Said:
    """Name a few milestones; count many."""
    if not names:
        return None
    if len(names) > _NAMED:
        return msg_n("{count} milestone", "{count} milestones", len(names))
    titles = supposed.opened.titles
    first, *rest = [titles.get(name, LocalText.of(name)) for name in names]
    return msg("{one} and {other}", one=first, other=rest[0]) if rest else first
