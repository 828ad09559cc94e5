"""What a calendar says about a session or a milestone, in the learner's language.

Invariant: the words depend on the curriculum and the session alone, never on the moment of exporting.
"""

from collections.abc import Mapping, Sequence

from planner.curriculum.model import Curriculum, Milestone, Module, Resource
from planner.journal.model import Session
from planner.text.languages import LocalText
from planner.text.messages import Message, Translator, msg

Words = tuple[str, str, tuple[str, ...]]


class Wording:
    """Says sessions and milestones of one curriculum: (summary, description, categories)."""

    def __init__(self, curriculum: Curriculum, t: Translator) -> None:
        self._t = t
        self._modules = curriculum.by_id()
        self._resources: Mapping[str, Resource] = {each.id: each for each in curriculum.resources}
        self._tracks: Mapping[str, LocalText] = {track.id: track.title for track in curriculum.tracks}

    def session(self, session: Session) -> Words:
        """Say a session; a module that left the curriculum is called by its id."""
        if session.module is None:
            return self._t(msg("Buffer")), self._t(msg("Time kept free for catching up.")), ()
        module = self._modules.get(session.module)
        if module is None:
            return self._title(session, session.module), "", ()
        topics = [self._t(module.topics[n].title) for n in session.topics if n < len(module.topics)]
        resources = [self._resources[each] for each in module.resources if each in self._resources]
        step = first_step(topics)
        lines = [*topics, *([self._t(step)] if step else []), *(self._resource(each) for each in resources)]
        title = self._title(session, self._t(module.title))
        return " · ".join([title, *topics]), "\n".join(lines), self._track(module)

    def milestone(self, milestone: Milestone) -> Words:
        """Say a milestone; its steps are numbered as `planner milestone step` counts them."""
        steps = [f"{number}. {self._t(step)}" for number, step in enumerate(milestone.steps, 1)]
        title = self._t(msg("Milestone: {milestone}", milestone=milestone.title))
        return title, "\n".join(steps), (self._t(msg("Milestone")),)

    def _title(self, session: Session, module: str) -> str:
        return self._t(msg("Review: {module}", module=module)) if session.kind == "review" else module

    def _track(self, module: Module) -> tuple[str, ...]:
        track = self._tracks.get(module.track)
        name = self._t(track) if track else module.track
        return (name,) if name else ()

    def _resource(self, resource: Resource) -> str:
        title = self._t(resource.title)
        return f"{title} {resource.url}" if resource.url else title


def first_step(topics: Sequence[str]) -> Message | None:
    """Name the first thing to do, for an if-then plan (Gollwitzer & Sheeran 2006); None if not known.

    No resource is named with it: which part of a book holds a topic is not known.
    """
    return msg("First step: {topic}.", topic=topics[0]) if topics else None
