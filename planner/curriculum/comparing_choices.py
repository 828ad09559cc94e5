"""Two versions of a curriculum's choices, in words."""

from collections.abc import Iterator, Sequence

from planner.curriculum.model import Choice, Option
from planner.text.languages import LocalText, joined
from planner.text.messages import Message, msg

Found = tuple[str, tuple[str, ...], tuple[str, ...], Message]


def compare_choices(old: Sequence[Choice], new: Sequence[Choice]) -> Iterator[Found]:
    """Tell what is different: (kind, ids before, ids after, in words)."""
    before, after = {each.id: each for each in old}, {each.id: each for each in new}
    for name, choice in before.items():
        if name not in after:
            yield "choice-gone", (name,), (), msg("goes: the choice “{title}”", title=choice.title)
    for name, choice in after.items():
        if name not in before:
            options = _titles(choice.options)
            said = msg("new: the choice “{title}” ({options})", title=choice.title, options=options)
            yield "choice-new", (), (name,), said
        elif _content(choice) != _content(before[name]):
            options = _titles(choice.options)
            said = msg("the choice “{title}” is now of {options}", title=choice.title, options=options)
            if [option.id for option in choice.options] == [option.id for option in before[name].options]:
                said = msg("the choice “{title}” holds other modules, or takes another number of options",
                           title=choice.title)  # fmt: skip
            yield "choice-options", (name,), (name,), said


def _titles(options: Sequence[Option]) -> LocalText:
    return joined([option.title for option in options])


def _content(choice: Choice) -> tuple[object, ...]:
    return choice.pick, [(option.id, option.modules) for option in choice.options]
