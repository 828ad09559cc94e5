"""What a curriculum's parts name must exist, and an id names one thing."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from planner.curriculum.document import PRIORITIES
from planner.curriculum.outline import Found, Item, Name, Outline, ids
from planner.documents.wrong import nearest, short
from planner.text.messages import msg

_SECTIONS = ("tracks", "skills", "backgrounds")
_MAX_SUGGESTIONS = 50


def check_ids(outline: Outline) -> Iterator[Found]:
    """Find ids that are taken already, and modules that are called like a priority."""
    yield from _unique([*outline.modules, *outline.choices, *outline.milestones])
    yield from _unique(outline.phases)
    for key in (*_SECTIONS, "resources"):
        yield from _unique(outline.top.items(key))
    for name in ids(outline.modules):
        if name.text in PRIORITIES:
            yield name.path, msg("`{id}` is the name of a priority; write another id", id=name.text)


def _unique(items: Iterable[Item]) -> Iterator[Found]:
    seen: set[str] = set()
    for name in (item.id for item in items if item.id):
        if name.text in seen:
            yield name.path, msg("the id `{id}` is taken already; write another one", id=short(name.text))
        seen.add(name.text)


def check_references(outline: Outline) -> Iterator[Found]:
    """Find names of modules, choices, tracks, skills, backgrounds and resources that do not exist.

    Without a section for tracks, skills or backgrounds any name will do.
    """
    spelling = _Spelling(outline)
    known = {"resources": _names(outline.top, "resources")}
    known |= {key: _names(outline.top, key) for key in _SECTIONS if key in outline.top.value}
    for module in outline.modules:
        track = module.name("track")
        used = {
            "tracks": [track] if track else [],
            "skills": module.names("skills"),
            "backgrounds": module.keys("credit"),
            "resources": module.names("resources"),
        }
        for section, names in used.items():
            if section in known:
                yield from spelling.in_section(names, section, known[section])
        yield from spelling.required(module)
    for milestone in outline.milestones:
        yield from spelling.required(milestone)
    for choice in outline.choices:
        for option in choice.inner("options"):
            yield from spelling.modules_of(option)


def _names(top: Item, section: str) -> Mapping[str, None]:
    return dict.fromkeys(item.id.text for item in top.items(section) if item.id)


class _Spelling:
    """Knows the ids, and what an unknown one may have meant; it stops guessing after 50 of them."""

    def __init__(self, outline: Outline) -> None:
        self.modules = dict.fromkeys(name.text for name in ids(outline.modules))
        self.milestones = {name.text for name in ids(outline.milestones)}
        self.required_ids = {**self.modules, **dict.fromkeys(name.text for name in ids(outline.choices))}
        self.guesses = 0

    def in_section(self, names: Iterable[Name], section: str, known: Collection[str]) -> Iterator[Found]:
        for name in names:
            if name.text in known:
                continue
            shown = short(name.text)
            if near := self._nearest(name.text, known):
                text = msg(
                    "`{id}` is not in `{section}`; did you mean `{near}`?",
                    id=shown,
                    section=section,
                    near=near,
                )
            else:
                text = msg(
                    "`{id}` is not in `{section}`; add it there, or take it out here",
                    id=shown,
                    section=section,
                )
            yield name.path, text

    def required(self, item: Item) -> Iterator[Found]:
        for name in item.names("requires"):
            if name.text in self.required_ids:
                continue
            if name.text in self.milestones:
                yield name.path, msg("`{id}` is a milestone; write modules or choices here", id=name.text)
            else:
                yield self._unknown(name, self.required_ids)

    def modules_of(self, option: Item) -> Iterator[Found]:
        for name in option.names("modules"):
            if name.text not in self.modules:
                yield self._unknown(name, self.modules)

    def _unknown(self, name: Name, known: Collection[str]) -> Found:
        shown = short(name.text)
        if near := self._nearest(name.text, known):
            return name.path, msg("there is no module `{id}`; did you mean `{near}`?", id=shown, near=near)
        return name.path, msg("there is no module `{id}`; add it to a phase, or take it out here", id=shown)

    def _nearest(self, word: str, known: Collection[str]) -> str:
        self.guesses += 1
        return nearest(word, known) if self.guesses <= _MAX_SUGGESTIONS else ""
