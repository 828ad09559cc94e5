"""Another order of the plan keeps the cursor on its module, even where its group would begin folded."""

from planner.workspace.opening import open_plan
from planner.workspace.tracking.log import mark_done
from tui.widgets.rows import Rows


def with_a_finished_track(context):
    """Finish the shortest track of which a module is in a phase that goes on; return that module."""
    opened = open_plan(context)
    tracks = {}
    for module in opened.curriculum.modules:
        if any(each.id == module.id for each in opened.plan.modules):
            tracks.setdefault(module.track, []).append(module)
    going_on = {each.id for each in opened.plan.modules if each.remaining}
    track = min((each for each in tracks.values() if any(m.id in going_on for m in each)), key=len)
    for module in track:
        if module.id in going_on:
            opened = mark_done(opened, module.id)
    phases = {
        module.phase for module in opened.curriculum.modules
        if module.id in {each.id for each in opened.plan.modules if each.remaining}
    }  # fmt: skip
    return next(module.id for module in track if module.phase in phases)


async def test_t_stays_on_the_module_though_its_track_would_be_folded(context, sit_down):
    module = with_a_finished_track(context)
    async with sit_down(context, size=(120, 40)) as hand:
        await hand.press("2")
        screen = hand.app.screen
        screen.put(module)
        await hand.settle()
        assert screen.cursor() == module
        await hand.press("t")
        assert screen.cursor() == module
        assert module in screen.query_one(Rows).ids()
        await hand.press("t")
        assert screen.cursor() == module
