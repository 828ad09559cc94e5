"""Which module an entry is for: by the learner's own mapping, else by a module's id or title in any language.

Invariant: names are compared without regard to case, width and spaces, and a name never stands for two modules in
silence.
"""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from planner.text.languages import LocalText

_ALIKE = 0.8
_LONGEST = 100


class Matcher:
    """Knows modules by their names; `own` is the learner's mapping from names to ids, which counts before them.

    `before` are the ids that modules had, which count where nothing else has such a name.

    Of several names that the learner mapped, the one mapped first decides.
    """

    def __init__(
        self,
        titles: Mapping[str, LocalText],
        own: Mapping[str, str],
        before: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        self._known: dict[str, set[str]] = {}
        for module, title in titles.items():
            for name in (module, *(text for _, text in title.texts)):
                self._known.setdefault(plain(name), set()).add(module)
        old = {plain(name): {*ids} & titles.keys() for name, ids in before.items()}
        self._known = {name: ids for name, ids in old.items() if ids} | self._known
        self._own = {plain(name): module for name, module in own.items()}

    def modules(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the modules that names stand for, in the order of their ids; more than one cannot be told apart."""
        wanted = {plain(name) for name in names}
        for name, module in self._own.items():
            if name in wanted:
                return (module,)
        found: set[str] = set()
        for name in wanted - {""}:
            found |= self._known.get(name, set())
        return tuple(sorted(found))

    def near(self, name: str) -> str:
        """Return the id of the module whose id or title is near a name, or an empty text."""
        wanted, known = plain(name), tuple(self._known)
        close = _beginning(wanted, known) or _like(wanted, known)
        return min(self._known[close]) if close else ""


def plain(name: str) -> str:
    """Return a name as it is compared."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _like(name: str, known: Sequence[str]) -> str:
    """Return the known name that differs by a slip of the pen."""
    found = difflib.get_close_matches(name[:_LONGEST], known, 1, _ALIKE)
    return found[0] if found else ""


def _beginning(name: str, known: Sequence[str]) -> str:
    """Return the shortest known name that goes on where a name ends: “deep learning” for “deep learning basics”."""
    for start in (name, name.replace(" ", "-")):
        found = [each for each in known if start and each.startswith(start)]
        if found:
            return min(found, key=lambda each: (len(each), each))
    return ""
