"""The choices of a curriculum in words, and what marking one of their options does to the answers.

Invariant: of every choice as many options are taken as it asks for, and what was marked last is among them.
"""

from collections.abc import Mapping
from dataclasses import replace

from planner.curriculum.model import Curriculum
from planner.curriculum.model import Option as Choosable
from planner.curriculum.selection import picked_options
from planner.text.messages import Translator, msg
from planner.workspace.setup.drafting import SetupAnswers
from tui.wording.first_run import Option


def is_plain(curriculum: Curriculum) -> bool:
    """Tell whether there is one choice of one option: then the cursor alone chooses."""
    return len(curriculum.choices) == 1 and curriculum.choices[0].pick == 1


def choice_asked(curriculum: Curriculum, t: Translator) -> str:
    """Ask for the only choice by its name, or for all of them."""
    if is_plain(curriculum):
        return t(msg("{choice}: which one?", choice=curriculum.choices[0].title))
    return t(msg("What do you choose?"))


def plain_options(curriculum: Curriculum, t: Translator) -> tuple[Option, ...]:
    """Say the options of the first choice, with what they study."""
    return tuple(_said(curriculum, each, t) for each in curriculum.choices[0].options)


def option_rows(curriculum: Curriculum, t: Translator) -> tuple[Option, ...]:
    """Say all choices, each under its name with how many are taken; an option's id is `choice=option`."""
    rows: list[Option] = []
    for choice in curriculum.choices:
        said = msg("{choice}: take {count}", choice=choice.title, count=choice.pick)
        options = (_said(curriculum, option, t) for option in choice.options)
        rows += [Option("", t(said)), *(replace(each, id=f"{choice.id}={each.id}") for each in options)]
    return tuple(rows)


def taken_rows(curriculum: Curriculum, answers: SetupAnswers) -> tuple[str, ...]:
    """Return the ids of the options that are taken now."""
    picks = all_picks(curriculum, answers)
    return tuple(f"{choice}={option}" for choice, options in picks.items() for option in options)


def all_picks(curriculum: Curriculum, answers: SetupAnswers) -> Mapping[str, tuple[str, ...]]:
    """Return what is taken of every choice, by default its first options."""
    return {each.id: picked_options(each, answers.choices.get(each.id, ())) for each in curriculum.choices}


def with_pick(curriculum: Curriculum, answers: SetupAnswers, row: str) -> SetupAnswers:
    """Return the answers with one more option taken, `choice=option`; what was taken longest ago gives way."""
    name, _, option = row.partition("=")
    picks = all_picks(curriculum, answers)
    pick = next(each.pick for each in curriculum.choices if each.id == name)
    kept = [each for each in picks[name] if each != option]
    return replace(answers, choices={**picks, name: (*kept, option)[-pick:]})


def _said(curriculum: Curriculum, option: Choosable, t: Translator) -> Option:
    titles = curriculum.by_id()
    return Option(option.id, t(option.title), " · ".join(t(titles[name].title) for name in option.modules))
