"""Names of earlier versions: what a module or a milestone was renamed from must be gone.

Invariant: an id means one thing. Otherwise what was studied under it would count in two places.
"""

from collections.abc import Iterator

from planner.curriculum.outline import Found, Outline, ids
from planner.documents.wrong import short
from planner.text.messages import msg


def check_old_names(outline: Outline) -> Iterator[Found]:
    """Find old ids that are still in use, by the thing itself or by another one."""
    items = (*outline.modules, *outline.milestones)
    taken = {name.text for name in ids((*items, *outline.choices))}
    for item in items:
        for name in item.one_or_more("renamed_from"):
            if item.id and name.text == item.id.text:
                yield (
                    name.path,
                    msg(
                        "`{id}` cannot be renamed from itself; write the id that it had before",
                        id=short(name.text),
                    ),
                )
            elif name.text in taken:
                yield (
                    name.path,
                    msg(
                        "`{id}` is in this file still, so nothing was renamed from it; write an id that is gone",
                        id=short(name.text),
                    ),
                )
