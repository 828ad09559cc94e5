"""One module as a page: where it belongs, how far it is, its topics, its sessions, and what it stands between.

Invariant: topics are done in their order, as far as the minutes studied reach; a finished module has all of them done.
"""

from planner.curriculum.model import Milestone, Module, Resource
from planner.records import dataclass
from planner.schedule.topics import topic_ends
from planner.text.languages import LocalText
from planner.workspace.opening import Opened
from planner.workspace.views.history import studied_by_session
from planner.workspace.views.plan import DONE, ModuleRow, PlanView, plan_view
from planner.workspace.views.sessions import SessionView, view_session


@dataclass(frozen=True, slots=True)
class ModulePage:
    """A module with its row of the plan; `topics` are titles and whether they are done; `sessions` in order of time.

    `requires` are what it builds on, with whether that is done; `leads_to` are modules and milestones that require it.
    """

    row: ModuleRow
    phase: LocalText | None
    track: LocalText | None
    topics: tuple[tuple[LocalText, bool], ...]
    sessions: tuple[SessionView, ...]
    resources: tuple[Resource, ...]
    requires: tuple[tuple[LocalText, bool], ...]
    leads_to: tuple[LocalText, ...]


def module_page(opened: Opened, name: str) -> ModulePage | None:
    """Return the page of a module; None when the plan does not have it."""
    view = plan_view(opened)
    found = {row.id: (row, phase) for phase in view.phases for row in phase.modules}
    if name not in found:
        return None
    row, phase = found[name]
    module, curriculum = opened.modules[name], opened.curriculum
    resources = {each.id: each for each in curriculum.resources}
    waiting: tuple[Module | Milestone, ...] = (*curriculum.modules, *curriculum.milestones)
    return ModulePage(
        row=row,
        phase=phase.title,
        track=view.tracks.get(row.track),
        topics=_topics(module, row),
        sessions=_sessions(opened, name),
        resources=tuple(resources[each] for each in module.resources if each in resources),
        requires=_requires(opened, module, view),
        leads_to=tuple(each.title for each in waiting if name in each.requires),
    )


def _topics(module: Module, row: ModuleRow) -> tuple[tuple[LocalText, bool], ...]:
    if not module.topics:
        return ()
    ends = topic_ends(module, row.plan.effort)
    reached = (row.plan.effort - row.plan.remaining) * ends.scale
    return tuple(
        (topic.title, row.state == DONE or end <= reached)
        for topic, end in zip(module.topics, ends.ends, strict=True)
    )


def _sessions(opened: Opened, name: str) -> tuple[SessionView, ...]:
    sessions = [session for session in opened.timeline if session.module == name]
    given = studied_by_session(sessions, (entry for entry in opened.shown.logs if entry.module == name))
    return tuple(view_session(opened, session, given) for session in sessions)


def _requires(opened: Opened, module: Module, view: PlanView) -> tuple[tuple[LocalText, bool], ...]:
    rows = {row.id: row for phase in view.phases for row in phase.modules}
    titles = opened.titles
    return tuple(
        (
            titles.get(name, LocalText.of(name)),
            name in opened.shown.done or (name in rows and rows[name].state == DONE),
        )
        for name in module.requires
    )
