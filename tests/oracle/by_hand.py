"""What the learner added, dropped and brought back by hand, laid over the modules and the profile of the files."""

from planner.curriculum.model import Effort, Module
from planner.text.languages import LocalText
from tests.oracle.facts import LEVELS


def with_added(modules, progress) -> list:
    """The modules with those of the learner's own at the end: no credit, no topics, one figure of hours."""
    ids = {module.id for module in modules}
    mine = [
        Module(
            id=own.id, title=LocalText.of(own.title), track=own.track, phase="",
            effort=Effort(own.minutes, own.minutes, own.minutes), requires=own.requires,
        )
        for own in progress.added
        if own.id not in ids
    ]  # fmt: skip
    return [*modules, *mine]


def dropped(modules, profile, progress) -> tuple[str, ...]:
    """Every module that is left out: by the profile or by hand, and not brought back since."""
    low = min([LEVELS.index(name) for name in profile.drop if name in LEVELS], default=9)
    out = []
    for module in modules:
        of_profile = module.id in profile.drop or LEVELS.index(module.priority) >= low
        if module.id in progress.dropped or (of_profile and module.id not in progress.restored):
            out.append(module.id)
    return tuple(out)
