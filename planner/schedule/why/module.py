"""Why a module is when it is: its effort, why it begins and ends then, and for what it is needed."""

from planner.schedule.model import ModulePlan
from planner.schedule.why.counted import counted
from planner.schedule.why.model import Reason
from planner.schedule.why.needed import needed_reasons
from planner.schedule.why.scene import Scene
from planner.schedule.why.session import beginning, forced
from planner.schedule.why.turn import whose_turn
from planner.text.messages import KeyOf, Message, Minutes, either, msg, msg_n


def module_reasons(scene: Scene, name: str) -> list[Reason]:
    """Return why a module of the plan is when it is."""
    module = scene.modules[name]
    done = scene.inputs.progress.done.get(name)
    if done is not None:
        text = msg(
            "It was finished on {day}, after {minutes} of study.", day=done, minutes=Minutes(module.done)
        )
        return [Reason("done", text, module.done, done)]
    if not module.remaining:
        return [Reason("studied", _studied(name, Minutes(module.effort)), module.done)]
    sessions = scene.study(name)
    if not sessions:
        text = msg("Its {minutes} have no place in the plan.", minutes=Minutes(module.remaining))
        return [_effort(scene, module), Reason("no-place", text, module.remaining)]
    first, last = sessions[0], sessions[-1]
    begins = beginning(scene, first)
    must = forced(scene, first)
    when = msg_n(
        "Its {count} session ahead is on {first}.",
        "Its {count} sessions ahead are from {first} to {last}.",
        len(sessions),
        first=first.day,
        last=last.day,
    )
    reviews = [
        s for s in scene.plan.sessions if s.kind == "review" and s.module == name and s.end > scene.now
    ]
    if reviews:
        when = msg(
            "Ahead are {sessions}; the study is from {first} to {last}.",
            sessions=counted(len(sessions), len(reviews)),
            first=first.day,
            last=last.day,
        )
    found = [_effort(scene, module), Reason("when", when, day=last.day), *begins, *must]
    if not must:
        found.append(whose_turn(scene, first))
    return [*found, *needed_reasons(scene, name, last.day)]


def _studied(name: str, minutes: Minutes) -> Message:
    return either(
        msg(
            "Its {minutes} are studied. To say that it is finished: planner done {id}",
            minutes=minutes,
            id=name,
        ),
        msg(
            "Its {minutes} are studied. {done} on Today or in Week says that it is finished.",
            minutes=minutes,
            done=KeyOf("done"),
        ),
    )


def _effort(scene: Scene, module: ModulePlan) -> Reason:
    """Say how much work it is, and where the figure comes from."""
    effort = Minutes(module.effort)
    text = msg("It takes {effort}, as the curriculum estimates.", effort=effort)
    if module.id in scene.inputs.progress.efforts:
        text = msg("It takes {effort}, by your own estimate.", effort=effort)
    elif module.effort != -(-_likely(scene, module.id) // 15) * 15:
        likely = Minutes(_likely(scene, module.id))
        text = msg(
            "It takes {effort} with what you bring and at your pace; the curriculum says {likely}.",
            effort=effort,
            likely=likely,
        )
    if module.done:
        text = msg("{sentence} {done} are done.", sentence=text, done=Minutes(module.done))
    return Reason("effort", text, module.effort)


def _likely(scene: Scene, name: str) -> int:
    return next(m.effort.likely for m in scene.frame.work.selection.modules if m.id == name)


def absence_reasons(scene: Scene, name: str) -> list[Reason]:
    """Return why a module of the curriculum is not in the plan."""
    drop = scene.inputs.profile.drop
    module = scene.inputs.curriculum.by_id()[name]
    if name in drop or name in scene.inputs.progress.dropped:
        return [Reason("dropped", msg("It is not in the plan: you left it out."))]
    for choice in scene.inputs.curriculum.choices:
        if any(name in option.modules for option in choice.options):
            text = msg("It is not in the plan: another option of “{choice}” was taken.", choice=choice.title)
            return [Reason("not-chosen", text, ids=(choice.id,))]
    text = msg(
        "It is not in the plan: its priority, {priority}, is left out.", priority=module.priority.value
    )
    return [Reason("dropped", text)]
