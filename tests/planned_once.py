"""Plans remembered from test to test, for rooms that show plans; those that test how plans are made do without.

Invariant: a plan comes back only for the very same inputs, in the very same bytes.
"""

import pickle

import pytest

from planner.schedule.planning import make_plan

CALLERS = [
    "planner.schedule.planning", "planner.schedule.supposing", "planner.workspace.proposal",
    "planner.workspace.supposing.offers", "planner.workspace.supposing.whatif", "planner.workspace.why.explaining",
]  # fmt: skip
_known = {}


def _once(inputs, **how):
    """Return the plan that was made of the same: the search takes longer than all that a test does with it."""
    key = pickle.dumps((inputs, how))
    if key not in _known:
        _known[key] = make_plan(inputs, **how)
    return _known[key]


def plan_once():
    """Remember plans while this generator is in use."""
    with pytest.MonkeyPatch.context() as patch:
        for module in CALLERS:
            patch.setattr(f"{module}.make_plan", _once)
        yield
