"""Curricula as text and as documents."""

from collections.abc import Sequence
from typing import Any

from planner.cli.views.guesses import guess_document, guess_lines
from planner.cli.views.page import GAP, Page, join
from planner.curriculum.model import Curriculum, Milestone, Module, Source
from planner.text.messages import Minutes, Translator, msg

Found = Sequence[tuple[str, Curriculum]]


def list_lines(page: Page, found: Found, own: Curriculum | None) -> list[str]:
    """Return the curricula that come along, and the plan's own."""
    t = page.t
    rows = [[name, t(each.title), _size(page, each)] for name, each in found]
    mine = [[own.id, t(own.title), _size(page, own)]] if own else []
    return join(
        [page.heading(t(msg("bundled"))), *page.table(rows, "l*r")],
        [page.heading(t(msg("this plan's own"))), *page.table(mine, "l*r")] if mine else [],
        page.paragraph(
            t(msg("Look at one: planner curriculum show ID. Begin with one: planner init --curriculum ID"))
        ),
    )


def show_lines(page: Page, curriculum: Curriculum) -> list[str]:
    """Return a curriculum: phases with their modules, choices, backgrounds, milestones."""
    t = page.t
    modules = curriculum.by_id()
    head = [
        page.accent(t(curriculum.title)) + GAP + page.heading(f"{curriculum.id}  {_size(page, curriculum)}")
    ]
    summary = page.paragraph(t(curriculum.summary)) if curriculum.summary else []
    phases = [
        [
            page.heading(f"{t(phase.title)}  {phase.months[0]}–{phase.months[1]}"),
            *_modules(page, [modules[name] for name in phase.modules]),
        ]
        for phase in curriculum.phases
    ]
    return join(
        [*head, *summary],
        *phases,
        guess_lines(page, curriculum.modules),
        _choices(page, curriculum),
        _backgrounds(page, curriculum),
        _due(page, curriculum),
        _skills(page, curriculum),
    )


def _modules(page: Page, modules: Sequence[Module]) -> list[str]:
    rows = [
        [
            module.id,
            page.t(module.title),
            ("~" if module.estimated else "") + page.minutes(module.effort.likely),
            f"({module.effort.low / 60:g}–{module.effort.high / 60:g})",
            module.priority.value,
            source_text(page.t, module.source),
        ]
        for module in modules
    ]
    return page.table(rows, "lwrrll")


def source_text(t: Translator, source: Source) -> str:
    """Say where something comes from: the article and the section of the inventory, or that it is ours."""
    return f"{source.article} {source.section}".strip() if source.article else t(msg("ours"))


def _skills(page: Page, curriculum: Curriculum) -> list[str]:
    t = page.t
    notes = [
        f"{t(each.title)}: {t(each.note)} [{source_text(t, each.source)}]"
        for each in curriculum.skills
        if each.note
    ]
    return [page.heading(t(msg("skills, as the sources have them"))), *page.items(notes)] if notes else []


def _choices(page: Page, curriculum: Curriculum) -> list[str]:
    t = page.t
    rows = [
        [f"{choice.id}={option.id}", t(option.title)]
        for choice in curriculum.choices
        for option in choice.options
    ]
    return [page.heading(t(msg("choices"))), *page.table(rows, "l*")] if rows else []


def _backgrounds(page: Page, curriculum: Curriculum) -> list[str]:
    rows = [[each.id, page.t(each.title)] for each in curriculum.backgrounds]
    return [page.heading(page.t(msg("backgrounds"))), *page.table(rows, "l*")] if rows else []


def _due(page: Page, curriculum: Curriculum) -> list[str]:
    t = page.t
    rows = [[each.id, t(each.title), _by(page, each)] for each in curriculum.milestones]
    return [page.heading(t(msg("milestones"))), *page.table(rows, "l*l")] if rows else []


def _by(page: Page, milestone: Milestone) -> str:
    if milestone.by_date is not None:
        return page.day(milestone.by_date)
    return page.t(msg("month {month}", month=milestone.by_month or 0))


def _size(page: Page, curriculum: Curriculum) -> str:
    return page.t(
        msg("{months} months, {hours}", months=curriculum.months, hours=Minutes(curriculum.target_minutes))
    )


def list_document(found: Found, own: Curriculum | None, t: Translator, *, newer: bool) -> dict[str, Any]:
    """Return the list of curricula; `newer` says that a newer version of the plan's own is among them."""
    return {
        "curricula": [_document(each, t) for _, each in found],
        "own": _document(own, t) if own else None,
        "newer": newer,
    }


def _document(curriculum: Curriculum, t: Translator) -> dict[str, Any]:
    return {
        "id": curriculum.id,
        "title": t(curriculum.title),
        "months": curriculum.months,
        "target_minutes": curriculum.target_minutes,
        "modules": len(curriculum.modules),
        "milestones": len(curriculum.milestones),
    }


def show_document(curriculum: Curriculum, t: Translator) -> dict[str, Any]:
    """Return a curriculum with its modules and milestones."""
    return {
        **_document(curriculum, t),
        "modules": [
            {
                "id": module.id,
                "title": t(module.title),
                "phase": module.phase,
                "track": module.track,
                "priority": module.priority.value,
                "effort_minutes": {
                    "low": module.effort.low,
                    "likely": module.effort.likely,
                    "high": module.effort.high,
                },
                "effort_guessed_from": guess_document(module.reference, t),
                "requires": list(module.requires),
                "source": {"article": module.source.article, "section": module.source.section},
                "topics": [t(topic.title) for topic in module.topics],
            }
            for module in curriculum.modules
        ],
        "milestones": [
            {"id": each.id, "title": t(each.title), "kind": each.kind.value, "requires": list(each.requires)}
            for each in curriculum.milestones
        ],
    }
