"""The buffer lies where the accepted plan had it, else at the end of the week, and within the cap."""

from planner.schedule.buffers import choose_buffers


def test_the_buffer_is_the_end_of_the_week():
    assert choose_buffers([(1, 0, 120), (2, 1000, 1120)], [], 90, 500) == [(2, 1030, 1120)]
    assert choose_buffers([(1, 0, 120), (2, 1000, 1030)], [], 90, 500) == [(1, 60, 120), (2, 1000, 1030)]


def test_what_was_buffer_stays_buffer_even_when_the_share_of_the_rest_of_the_week_is_smaller():
    assert choose_buffers([(1, 0, 120), (2, 1000, 1120)], [(30, 120)], 15, 500) == [(1, 30, 120)]
    assert choose_buffers([(1, 0, 120)], [(30, 60)], 60, 500) == [(1, 30, 60), (1, 90, 120)]


def test_the_cap_bounds_all_of_it():
    assert choose_buffers([(1, 0, 120)], [(0, 120)], 120, 45) == [(1, 0, 45)]
    assert choose_buffers([(1, 0, 120)], [], 120, 0) == []
