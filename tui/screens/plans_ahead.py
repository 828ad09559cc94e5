"""What the first run has made off the UI thread: the plans to choose from, and the plan of the answers.

Invariant: nothing is written here.
"""

from planner.curriculum.model import Curriculum
from planner.schedule.model import Plan
from planner.workspace.context import Context
from planner.workspace.setup import SetupAnswers, curriculum_bytes, preview


def read_curricula() -> dict[str, Curriculum]:
    """Read the plans that come with the program."""
    from planner.curriculum.bundled import bundled_ids
    from planner.curriculum.reading import read_curriculum

    read = {name: read_curriculum(curriculum_bytes(name), name)[0] for name in bundled_ids()}
    return {name: curriculum for name, curriculum in read.items() if curriculum is not None}


def plan_of(context: Context, answers: SetupAnswers) -> Plan:
    """Make the plan of the answers, with repairs where it is late; raises `DataError`."""
    from planner.workspace.proposal import judged_plan

    return judged_plan(preview(context, answers))
