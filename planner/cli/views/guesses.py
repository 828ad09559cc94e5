"""Which efforts are guesses, and from what: said wherever the modules are shown."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from planner.cli.views.page import Page
from planner.curriculum.model import Module, ReferenceClass
from planner.schedule.model import Plan
from planner.text.messages import Minutes, Translator, msg, msg_n
from planner.workspace.opening import Opened


def guess_lines(page: Page, modules: Sequence[Module], known: Collection[str] = ()) -> list[str]:
    """Return how many modules have a guessed effort, and from what; of those `known`, the learner told the effort."""
    classes = [module.reference for module in modules if module.reference and module.id not in known]
    if not classes:
        return []
    text = msg_n(
        "{count} of {all} modules has no hours; its effort is a guess:",
        "{count} of {all} modules have no hours; their effort is a guess:",
        len(classes),
        all=len(modules),
    )
    found = dict.fromkeys(classes)
    return [
        *page.paragraph(page.t(text)),
        *page.items(_said(page.t, each, classes.count(each)) for each in found),
    ]


def plan_guesses(page: Page, opened: Opened, plan: Plan) -> list[str]:
    """Return the same of a plan: without what is done, or has an estimate of the learner's own."""
    modules = [opened.modules[each.id] for each in plan.modules if each.id in opened.modules]
    return guess_lines(page, modules, {*opened.shown.done, *opened.shown.efforts})


def _said(t: Translator, reference: ReferenceClass, count: int) -> str:
    effort = reference.effort
    base = msg("base: {base} modules", base=reference.base) if reference.base else msg("base unknown")
    return t(
        msg(
            "{count} like {name}: {low} to {high}, likely {likely} ({base})",
            name=reference.title,
            count=count,
            low=Minutes(effort.low),
            high=Minutes(effort.high),
            likely=Minutes(effort.likely),
            base=base,
        )
    )


def guess_document(reference: ReferenceClass | None, t: Translator) -> dict[str, Any] | None:
    """Return the class that an effort is guessed from; None when its hours are written."""
    if reference is None:
        return None
    return {
        "id": reference.id,
        "title": t(reference.title),
        "base": reference.base or None,
        "source": {"article": reference.source.article, "section": reference.source.section},
        "note": t(reference.note) if reference.note else "",
    }


def guessed_ids(modules: Iterable[Module]) -> dict[str, str]:
    """Return the class's id for each module whose effort is a guess."""
    return {module.id: module.reference.id for module in modules if module.reference}
