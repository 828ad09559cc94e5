"""Opening a plan folder: both files, the journal, and what follows from them.

Invariant: opening writes nothing into the plan folder. Problems in the files are raised all at once; damaged lines
of the journal are set aside and reported in `problems`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

from planner.curriculum.model import Curriculum, Milestone, Module
from planner.journal.folder import journal_files
from planner.journal.model import Event, Progress, Session
from planner.learner.model import Profile
from planner.problems import DataError, Problem, fail
from planner.schedule.model import Inputs, Plan
from planner.schedule.showing import Outlook, outlook, show_plan
from planner.text.languages import LocalText, choose_language
from planner.text.messages import Message, Translator, msg, translator
from planner.workspace import holidays
from planner.workspace.context import Context
from planner.workspace.device import troubles
from planner.workspace.effective import effective_curriculum, effective_profile
from planner.workspace.files import exists, read_file
from planner.workspace.folding import Journal, renaming_in
from planner.workspace.settings.reading import read_settings

PROFILE, CURRICULUM = "profile.yaml", "curriculum.yaml"


@dataclass(frozen=True)
class Opened:
    """An open plan at a moment. `now` is aware, in the learner's zone; `digests` are those of both files.

    `written` and `settings` are what the files say; `curriculum` and `profile` what holds with the learner's own hand.
    """

    context: Context
    written: Curriculum
    settings: Profile
    journal: Journal
    digests: Mapping[str, str]

    @cached_property
    def curriculum(self) -> Curriculum:
        """The curriculum with the modules that were added by hand."""
        return effective_curriculum(self.written, self.shown)

    @cached_property
    def profile(self) -> Profile:
        """The profile with what was dropped and brought back by hand."""
        return effective_profile(self.settings, self.curriculum, self.shown)

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event, in the order in which they count."""
        return self.journal.events

    @property
    def progress(self) -> Progress:
        """Everything that happened, with all plans ever accepted; views that need no old plans take `shown`."""
        return self.journal.progress

    @property
    def shown(self) -> Progress:
        """Everything that happened, without the plans of the past: quicker, for views only."""
        return self.journal.shown.progress

    @property
    def timeline(self) -> tuple[Session, ...]:
        """Every session, past and ahead, as the plan in force at its time has it; of a preview, those of its plan."""
        return self.plan.sessions if self.shown.accepted is None else self.journal.shown.timeline

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Lines of the journal that are set aside, and machines of which events went missing."""
        return troubles(self.context, self.journal.shown, lambda: self.journal.now().shown)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The learner's time zone."""
        return ZoneInfo(self.settings.timezone)

    @cached_property
    def now(self) -> datetime:
        """The learner's moment: the clock's, or the beginning of the day of `--today`."""
        if self.context.today is not None:
            return datetime.combine(self.context.today, time(), tzinfo=self.zone)
        return self.context.now.astimezone(self.zone)

    @cached_property
    def language(self) -> str:
        """The language to speak: the user's wish, else the profile's, else the system's."""
        return choose_language(self.context.language, self.settings.language, self.context.locale)

    @property
    def t(self) -> Translator:
        """Says messages in the language."""
        return translator(self.language)

    @cached_property
    def inputs(self) -> Inputs:
        """What a plan at this moment depends on."""
        return Inputs(self.curriculum, self.profile, self.progress, self.now)

    def inputs_with(self, progress: Progress) -> Inputs:
        """Return what a plan would depend on if so much had happened."""
        curriculum = effective_curriculum(self.written, progress)
        return Inputs(curriculum, effective_profile(self.settings, curriculum, progress), progress, self.now)

    @cached_property
    def changed_files(self) -> tuple[str, ...]:
        """The files that are no longer those from which the accepted plan was made."""
        accepted = self.shown.accepted
        if accepted is None:
            return ()
        return tuple(n for n, digest in self.digests.items() if accepted.inputs.get(n, digest) != digest)

    @cached_property
    def plan(self) -> Plan:
        """The accepted plan with current progress; without one, a new plan."""
        reasons: list[Message] = [
            msg("{file} has changed since the plan was accepted.", file=name) for name in self.changed_files
        ]
        if self.shown.overtaken:
            reasons.append(msg("Something that the plan was made from was undone or brought back."))
        code = self.settings.availability.holidays
        before = holidays.count(code)
        progress = self.progress if self.shown.accepted is None else self.shown
        plan = show_plan(Inputs(self.curriculum, self.profile, progress, self.now), reasons, self._outlook)
        if progress.accepted is None and has_plan(self.context):
            plan = replace(plan, stale=(msg("No plan has been accepted yet."),))
        holidays.remember(self.context, code, before)
        return plan

    def _outlook(self, inputs: Inputs) -> Outlook:
        """Return what a replan would bring, remembered for a journal that is on disk."""
        from planner.workspace.outlooks import known_outlook

        key = self.journal.key
        return outlook(inputs) if key is None else known_outlook(self.context, key, self.digests, inputs)

    @cached_property
    def titles(self) -> Mapping[str, LocalText]:
        """The titles of modules and milestones by id, by the ids that they had before, too."""
        items: tuple[Module | Milestone, ...] = (*self.curriculum.modules, *self.curriculum.milestones)
        before = {old: item.title for item in reversed(items) for old in item.renamed_from}
        return {**before, **{item.id: item.title for item in items}}

    @cached_property
    def modules(self) -> Mapping[str, Module]:
        """The curriculum's modules by id."""
        return self.curriculum.by_id()

    def at(self, now: datetime) -> "Opened":
        """Return the same plan at another moment of the clock; what was computed is computed anew."""
        return replace(self, context=replace(self.context, now=now))

    def reread(self) -> "Opened":
        """Return the plan with the journal as it is on disk now, without looking at the files again."""
        return replace(self, journal=self.journal.anew())


def has_plan(context: Context) -> bool:
    """Tell whether the folder holds a plan: its curriculum, or a journal."""
    return exists(context.home / CURRICULUM) or bool(journal_files(context.home))


def open_plan(context: Context) -> Opened:
    """Open the plan folder; raises `DataError` with every problem of both files, or when there is no plan."""
    if not has_plan(context):
        raise fail(msg("No plan in {home}. Make one with: planner init", home=str(context.home)))
    texts = _read_files(context)
    try:
        (curriculum, profile), found = read_settings(context, texts[PROFILE], texts[CURRICULUM])
    except DataError as error:
        from planner.workspace.mending.cut_files import with_whole_ones

        raise with_whole_ones(context, texts, error) from error
    digests = dict(zip((PROFILE, CURRICULUM), found, strict=True))
    journal = Journal(context, renaming=renaming_in(curriculum))
    opened = Opened(context, curriculum, profile, journal, digests)
    holidays.recall(context, profile.availability.holidays)
    _ = opened.shown  # a journal that cannot be read is found here, not on some screen
    return opened


def _read_files(context: Context) -> dict[str, bytes]:
    texts, problems = {}, []
    for name in (PROFILE, CURRICULUM):
        if not exists(context.home / name):
            missing = msg(
                "{file} is missing in {home}: bring it back with planner restore, or from the folder's history",
                file=name,
                home=str(context.home),
            )
            problems.append(Problem(missing))
            continue
        try:
            texts[name] = read_file(context.home / name, name)
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(problems)
    return texts
