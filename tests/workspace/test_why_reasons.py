"""The reasons that follow the cursor are those of the whole explanation."""

import pytest

from planner.problems import DataError
from planner.workspace.why.explaining import explain
from planner.workspace.why.reasons import reasons_of
from tests.workspace.conftest import START


def test_reasons_are_those_of_the_explanation(learner):
    opened = learner.begin()
    of_each_kind = {session.kind: session.id for session in opened.plan.sessions}
    first = [session.id for session in opened.plan.sessions[:5]]
    for name in (*(f"session:{each}" for each in (*first, *of_each_kind.values())), f"date:{START}"):
        assert reasons_of(opened, name).reasons == explain(opened, name).why.reasons


def test_what_there_is_not_is_refused(learner):
    with pytest.raises(DataError):
        reasons_of(learner.begin(), "session:nothing.1")
