"""What is tried out and then applied leaves windows where the file has them, with their comments."""

import re

from planner.problems import DataError
from planner.workspace.settings.changing import act_settings, change_settings
from planner.workspace.settings.supposed import settings_of
from planner.workspace.supposing.whatif import Change, changed_profile
from tests.workspace.setting_samples import OWN, begun, profile

BLOCK = b"""    weekday:
        - "20:00-22:00"  # after work
        - "06:00-07:00"  # before work
"""
TEXT = OWN.replace(b'    weekday:   [ "20:00-22:00", ]   # after work\n', BLOCK)


def test_windows_that_change_by_a_what_if_keep_their_own_comments(learner):
    opened = begun(learner, TEXT)
    supposed = Change(hours_per_week=1800)
    wanted = changed_profile(opened, supposed)
    after = act_settings(change_settings(opened, settings_of(opened, supposed)))
    assert after.settings == wanted
    said = profile(learner).decode()
    assert re.search(r'- "(19|2\d):\d\d-2\d:\d\d"  # after work', said)
    assert re.search(r'- "0\d:\d\d-0\d:\d\d"  # before work', said)


def test_windows_given_in_another_order_are_left_to_the_hand(learner):
    opened = begun(learner, TEXT)
    try:
        change_settings(opened, {"availability.weekday": ["06:00-07:00", "20:00-22:00"]})
    except DataError as error:
        assert "by hand" in error.problems[0].text(opened.t)  # noqa: PT017
    else:
        raise AssertionError
