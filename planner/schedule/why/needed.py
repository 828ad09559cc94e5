"""For what a module is needed: the milestone that is due first, or else the goal."""

from datetime import date

from planner.schedule.why.model import Reason
from planner.schedule.why.scene import Scene
from planner.text.messages import msg


def needed_reasons(scene: Scene, name: str, ends: date) -> list[Reason]:
    """Say which milestone needs a module first, and when; `ends` is the day of its last session."""
    needed = scene.needed_by(name)
    if not needed:
        text = msg("No milestone waits for it; it is due by the goal, {day}.", day=scene.plan.goal)
        return [Reason("goal", text, day=scene.plan.goal)]
    first = scene.milestones[needed[0]]
    title = scene.milestone_title(first.id)
    text = msg("“{milestone}” needs it, which is due on {day}.", milestone=title, day=first.due)
    if ends > first.due:
        text = msg(
            "“{milestone}” needs it, which was due on {day}: it comes too late.",
            milestone=title,
            day=first.due,
        )
    return [Reason("due", text, day=first.due, ids=(first.id,))]
