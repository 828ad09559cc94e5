"""Taking a newer version of the curriculum: what it would change, shown before anything is written.

Invariant: taking it is one action: a backup, the plan's copy replaced (only while it is what was read), and events
that hold both versions, the steps as they are ticked now, and the plan that follows. Whatever fails, nothing changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planner.curriculum.comparing import Difference, compare_curricula
from planner.curriculum.kinship import Kinship
from planner.curriculum.model import Curriculum, Module
from planner.journal.events import Draft
from planner.journal.packing import pack
from planner.problems import DataError, Problem, fail
from planner.schedule import compare
from planner.text.languages import LocalText
from planner.text.messages import msg
from planner.workspace.acting import record_with_plan
from planner.workspace.files import read_file
from planner.workspace.folding import Journal, renaming_in
from planner.workspace.opening import CURRICULUM, PROFILE, Opened
from planner.workspace.proposal import Proposal, propose
from planner.workspace.replacing import Change
from planner.workspace.settings.exchanging import changed_meanwhile
from planner.workspace.settings.reading import digest, keep_settings, parse_settings
from planner.workspace.update.mends import say_mends
from planner.workspace.update.newer import REPLACED, newer_version
from planner.workspace.update.own_lines import own_lines
from planner.workspace.update.ticks import LostTick, move_ticks


@dataclass(frozen=True)
class Update:
    """A newer version and what it would change; `proposal` is the plan that follows, with the events to record.

    `kept` are the minutes studied on modules that are gone, by their titles; `lost` the ticks that no step of the new
    version takes. `edited` says that the plan's copy was changed by hand, and `own_lines` what would go with that.
    """

    old: bytes
    new: bytes
    profile: bytes
    differences: tuple[Difference, ...]
    kept: tuple[tuple[LocalText, int], ...]
    lost: tuple[LostTick, ...]
    edited: bool
    own_lines: tuple[str, ...]
    proposal: Proposal


def propose_update(opened: Opened, text: bytes | None = None, name: str = CURRICULUM) -> Update | None:
    """Propose to take a version, by default the newer bundled one; None when there is none.

    Raises `DataError` when it cannot be read, is of another curriculum, or lacks what profile.yaml names.
    """
    new = newer_version(opened) if text is None else text
    old, profile = (_as_opened(opened, file) for file in (CURRICULUM, PROFILE))
    if new is None or new == old:
        return None
    curriculum = _read(opened, new, name)
    after = _opened_with(opened, curriculum, new, profile)
    modules = Kinship(opened.written.modules, curriculum.modules)
    ticks, lost = move_ticks(opened, after)
    replaced = Draft(REPLACED, {"file": CURRICULUM, "old": pack(old), "new": pack(new)})
    edited, own = own_lines(opened, old, new)
    return Update(
        old=old,
        new=new,
        profile=profile,
        differences=compare_curricula(opened.written, curriculum),
        kept=_kept(opened, modules),
        lost=lost,
        edited=edited,
        own_lines=own,
        proposal=_proposal(opened, after, [replaced, *ticks]),
    )


def take(update: Update) -> Opened:
    """Take the version: back up, replace the file, record; raises `DataError`, and then nothing changed."""
    from planner.workspace.backup.making import make_backup

    proposal = update.proposal
    context = proposal.opened.context
    make_backup(context, "before-update")
    files = [Change(context.home / CURRICULUM, update.old, update.new)]
    opened = record_with_plan(proposal.opened, proposal.drafts, proposal.after, files=files)
    keep_settings(context, update.profile, update.new, (opened.written, opened.settings))
    return opened


def _as_opened(opened: Opened, name: str) -> bytes:
    """Return a file's bytes, if they are still those from which the plan was opened."""
    text = read_file(opened.context.home / name, name)
    if digest(text) != opened.digests[name]:
        raise changed_meanwhile(name)
    return text


def _read(opened: Opened, text: bytes, name: str) -> Curriculum:
    from planner.curriculum.reading import read_curriculum

    curriculum, problems = read_curriculum(text, name)
    if curriculum is None:
        raise DataError(problems)
    if curriculum.id != opened.written.id:
        raise fail(
            msg(
                "this is another curriculum, `{found}`, and the plan follows `{wanted}`: give a version of that one",
                found=curriculum.id,
                wanted=opened.written.id,
            ),
            file=name,
        )
    return curriculum


def _opened_with(opened: Opened, curriculum: Curriculum, text: bytes, profile: bytes) -> Opened:
    """Return the plan as it would be opened with the version; raises `DataError` when the profile does not fit it."""
    try:
        _, settings = parse_settings(profile, text, curriculum)
    except DataError as error:
        raise DataError([*error.problems, Problem(say_mends(opened.settings, curriculum))]) from error
    journal = Journal(opened.context, opened.events, renaming_in(curriculum))
    digests = {**opened.digests, CURRICULUM: digest(text)}
    after = replace(opened, written=curriculum, settings=settings, journal=journal, digests=digests)
    titles = {**opened.titles, **after.titles}
    vars(after)["titles"] = titles  # what is gone is called by its title still, while it is told
    return after


def _proposal(opened: Opened, after: Opened, drafts: Sequence[Draft]) -> Proposal:
    """Propose the plan of the version against the one of today, told in the names that the version has."""
    proposal = propose(after, after.inputs, drafts)
    names = after.journal.renaming.milestones if after.journal.renaming else {}
    milestones = tuple(
        replace(milestone, id=name)
        for milestone in opened.plan.milestones
        for name in names.get(milestone.id, (milestone.id,))
    )
    before = replace(opened.plan, sessions=after.plan.sessions, milestones=milestones)
    return replace(proposal, before=before, diff=compare(before, proposal.after))


def _kept(opened: Opened, modules: Kinship[Module]) -> tuple[tuple[LocalText, int], ...]:
    titles: Mapping[str, LocalText] = opened.titles
    studied = ((titles[name], opened.progress.logged(name)) for name in modules.gone)
    return tuple((title, minutes) for title, minutes in studied if minutes)
