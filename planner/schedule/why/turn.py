"""Whose turn it is: why, of all that could be studied at a moment, the plan has this.

Invariant: a reason is given only where the scheduler's own rule for a free choice (`choosing.py`) leads to it.
"""

from planner.curriculum.model import Curriculum
from planner.journal.model import Session
from planner.schedule.why.model import Reason
from planner.schedule.why.scene import Scene
from planner.schedule.work import Work, compile_work
from planner.text.languages import LocalText
from planner.text.messages import Minutes, msg


def whose_turn(scene: Scene, session: Session) -> Reason:
    """Say why a study session's module has its turn then."""
    name = session.module or ""
    if name in scene.inputs.progress.first:
        return Reason("first", msg("You asked for it to come first."), ids=(name,))
    work = compile_work(scene.lived(session.start), scene.plan.ratio)
    ready = _ready(work, session.day.toordinal())
    if work.index[name] not in ready:
        return _kept(scene)
    if len(ready) == 1:
        return Reason("only", msg("Nothing else can be studied then: the rest waits for something."))
    tracks = [module.track for module in work.selection.modules]
    limit = scene.inputs.profile.study.tracks
    firsts = list({tracks[i]: i for i in reversed(ready)}.values())[::-1]
    firsts = sorted(firsts, key=ready.index)[:limit]
    if work.index[name] not in firsts:
        return _kept(scene)
    first = firsts[0] == work.index[name]
    return _in_order() if len(firsts) == 1 else _by_tracks(scene, session, [tracks[i] for i in firsts], first)


def _ready(work: Work, day: int) -> list[int]:
    """Return the modules that can be studied on a day, in the order in which the plan takes them."""
    ready = [
        i
        for i, left in enumerate(work.remaining)
        if left and work.release[i] <= day and not any(work.remaining[j] for j in work.requires[i])
    ]
    return sorted(ready, key=lambda i: (not work.started[i], i))


def _by_tracks(scene: Scene, session: Session, tracks: list[str], first: bool) -> Reason:
    """Say which of the tracks side by side has its turn: the one with the least time that week."""
    of = {module.id: module.track for module in scene.inputs.curriculum.modules}
    own = of[session.module or ""]
    minutes: dict[str, int] = {}
    for each in scene.week_of(session.day):
        if each.kind == "study" and each.end <= session.start:
            track = of[each.module or ""]
            minutes[track] = minutes.get(track, 0) + each.minutes
    full = len(minutes) >= scene.inputs.profile.study.tracks
    ranks = {track: (full and track not in minutes, minutes.get(track, 0)) for track in tracks}
    other = min((track for track in tracks if track != own), key=lambda track: ranks[track])
    if ranks[own] > ranks[other] or (ranks[own] == ranks[other] and not first):
        return _kept(scene)
    if ranks[own] == ranks[other]:
        return _in_order()
    text = msg(
        "Tracks take turns: before it, the plan of that week has {minutes} of “{track}” and {others} of “{other}”.",
        track=track_title(scene.inputs.curriculum, own),
        minutes=Minutes(minutes.get(own, 0)),
        other=track_title(scene.inputs.curriculum, other),
        others=Minutes(minutes.get(other, 0)),
    )
    return Reason("track", text, minutes.get(own, 0))


def track_title(curriculum: Curriculum, track: str) -> LocalText:
    """Return what a track is called."""
    return next((each.title for each in curriculum.tracks if each.id == track), LocalText.of(track))


def _in_order() -> Reason:
    text = msg("Of all that can be studied then it comes first: what has begun, then the curriculum's order.")
    return Reason("order", text)


def _kept(scene: Scene) -> Reason:
    if scene.inputs.progress.accepted is None:
        return Reason(
            "order", msg("Its place follows from what is due first, then from the curriculum's order.")
        )
    text = msg("The plan that you accepted has it here, and a new plan moves only what it must.")
    return Reason("kept", text)
