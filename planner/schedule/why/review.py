"""Why a review is there, and where."""

from planner.journal.model import Session
from planner.schedule.reviews import MOST, weekly_share
from planner.schedule.why.model import Reason
from planner.schedule.why.scene import Scene
from planner.text.messages import Minutes, msg


def review_reasons(scene: Scene, session: Session) -> list[Reason]:
    """Return why a review ahead is there, why it is in its week, and how there would be none."""
    name, week = session.module or "", scene.frame.capacity.index(session.day.toordinal())
    text = msg("A review: what is finished comes back for a short time, so that it stays.")
    found = [Reason("review", text, session.minutes)]
    module = scene.modules.get(name)
    if module is not None and module.finish is not None:
        day = module.finish
        found.append(
            Reason("after", msg("The module is finished by then: it ends on {day}.", day=day), day=day)
        )
    spread = msg("A module has at most {count} of them, spread evenly from its end to the goal.", count=MOST)
    found.append(Reason("spread", spread))
    planned = sum(s.minutes for s in scene.week_of(session.day) if s.kind == "review")
    share = max(planned, weekly_share(scene.frame.capacity.week(week).capacity))
    place = msg(
        "No more than {share} of a week is for reviews, beside study and buffer, "
        "and none of them makes a milestone late.",
        share=Minutes(share),
    )
    found.append(Reason("place", place, share))
    return [
        *found,
        Reason("switch", msg("`reviews: false` under `study` in profile.yaml switches them off.")),
    ]
