"""Note an attempt at a milestone, or that it is reached: address, result, and for Kaggle rank and teams."""

import re
from collections.abc import Callable
from unicodedata import normalize

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from planner.curriculum.model import MilestoneKind
from planner.journal.model import Evidence
from planner.keymap.table import EVIDENCE
from planner.problems import DataError
from planner.text.messages import KeyOf, Message, msg
from planner.workspace.milestones import attempt, doubts, evidence_data, medal_problem, medal_sentence, reach
from planner.workspace.views.milestones import MilestoneRow
from tui.commands import bindings_of
from tui.screens.sheet import Sheet
from tui.widgets.fields import Field
from tui.widgets.foot import Sentence
from tui.wording.milestone_page import shown_already, still_open

Collect = Callable[[str, Evidence], None]


def read_number(text: str) -> int | None:
    """Read a whole number of at most seven digits of any width, with or without commas; None when it is none."""
    digits = normalize("NFKC", text).strip().replace(",", "")
    return int(digits) if re.fullmatch(r"[0-9]{1,7}", digits) else None


class EvidenceSheet(Sheet):
    """The form of an attempt, or of reaching; `collect` takes the evidence instead of the journal."""

    NAME = EVIDENCE
    BINDINGS = bindings_of(EVIDENCE)

    def __init__(self, row: MilestoneRow, *, reached: bool, collect: Collect | None = None) -> None:
        super().__init__()
        self.row, self.reached, self.collect = row, reached, collect
        self._asked: Evidence | None = None

    def heading(self) -> Message:
        """Say what is noted."""
        title = self.row.milestone.title
        return (
            msg("{milestone}: reached", milestone=title)
            if self.reached
            else msg("{milestone}: an attempt", milestone=title)
        )

    def fields(self) -> list[tuple[Message, Widget]]:
        """Ask for what the milestone's kind can show."""
        asked: list[tuple[Message, Widget]] = [
            (msg("address"), Field(name="url", placeholder="https://…")),
            (msg("result"), Field(name="metric", placeholder="0.78")),
        ]
        if self.row.milestone.kind is MilestoneKind.KAGGLE:
            asked.append((msg("rank"), Field(name="rank")))
            asked.append((msg("teams"), Field(name="teams")))
        return asked

    @on(Input.Changed)
    def remark(self) -> None:
        """Say which medal the rank is worth, and what of a milestone to be reached is open still."""
        if self.row.milestone.kind is MilestoneKind.KAGGLE and self.is_mounted:
            rank, teams = self._number("rank"), self._number("teams")
            said = medal_sentence(rank, teams, self.row.milestone.target)
            self.query_one(Sentence).said = ""
            self.query_one(Sentence).judgement = self.t(said) if said else ""
        missing = (*shown_already(self.row), *still_open(self.row, self.planner.plan)) if self.reached else ()
        if missing and (sentence := self._sentence()):
            kaggle = self.row.milestone.kind is MilestoneKind.KAGGLE
            words = [
                sentence.judgement if kaggle and self.is_mounted else "",
                *(self.t(each) for each in missing),
            ]
            sentence.judgement = " ".join(filter(None, words))

    def _number(self, name: str) -> int | None:
        found = self.query(f"#{name}").results(Field)
        return next((read_number(field.value) for field in found), None)

    def _unread(self) -> Field | None:
        """Return the field with something in it that is no number from 1."""
        fields = (field for name in ("rank", "teams") for field in self.query(f"#{name}").results(Field))
        return next((each for each in fields if each.value.strip() and not read_number(each.value)), None)

    def _evidence(self) -> Evidence:
        url, metric = (self.query_one(f"#{name}", Field).value for name in ("url", "metric"))
        return Evidence(url, metric, self._number("rank"), self._number("teams"))

    def _is_doubted(self, evidence: Evidence) -> bool:
        """Say once what speaks against the result; the same evidence given again is taken."""
        found = doubts(self.row.milestone, self.row.progress, evidence)
        if not found or evidence == self._asked:
            return False
        self._asked = evidence
        why = (" " if self.t.language != "ja" else "").join(self.t(each) for each in found)
        self.refuse(msg("{why} {save} again records it all the same.", why=why, save=KeyOf("save")))
        return True

    def action_save(self) -> None:
        """Note it, unless it cannot be."""
        unread = self._unread()
        if unread is not None:
            wrong = msg("“{given}” is no whole number from 1: write one such as 120", given=unread.value)
            self.refuse(wrong, unread)
            return
        evidence, milestone = self._evidence(), self.row.milestone
        try:
            evidence_data(evidence)
        except DataError as error:
            self.refuse(error.problems[0].message)
            return
        problem = medal_problem(milestone, evidence) if self.reached else None
        if problem is not None:
            self.refuse(problem)
            return
        if self.reached and self._is_doubted(evidence):
            return
        self.dismiss()
        if self.collect is not None:
            self.collect(milestone.id, evidence)
        elif self.reached:
            said = msg("{milestone} is reached", milestone=milestone.title)
            self.planner.act(lambda opened: reach(opened, milestone.id, evidence), said)
        else:
            said = msg("An attempt at {milestone} is noted", milestone=milestone.title)
            medal = medal_sentence(evidence.rank, evidence.teams, milestone.target) if evidence.rank else None
            if medal is not None:
                said = msg("{said}. {more}", said=said, more=medal)
            self.planner.act(lambda opened: attempt(opened, milestone.id, evidence), said)
