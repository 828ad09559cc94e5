"""Kaggle's table of medals, row by row, and what must hold between the rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.curriculum.kaggle import medal_for, rank_needed
from planner.curriculum.model import Medal

ORDER = [Medal.GOLD, Medal.SILVER, Medal.BRONZE, Medal.NONE]


@pytest.mark.parametrize(
    ("teams", "gold", "silver", "bronze"),
    [
        (1, 0, 0, 0), (10, 1, 2, 4), (99, 9, 19, 39), (100, 10, 20, 40), (249, 10, 49, 99), (250, 10, 50, 100),
        (500, 11, 50, 100), (999, 11, 50, 100), (1000, 12, 50, 100), (1500, 13, 75, 150), (3997, 17, 199, 399),
    ],
)  # fmt: skip
def test_the_last_rank_of_each_medal(teams, gold, silver, bronze):
    assert [rank_needed(medal, teams) for medal in ORDER] == [gold, silver, bronze, teams]


@given(st.integers(1, 50_000), st.data())
def test_a_rank_wins_the_best_medal_whose_last_rank_it_reaches(teams, data):
    rank = data.draw(st.integers(1, teams))
    medal = medal_for(rank, teams)
    assert rank <= rank_needed(medal, teams)
    assert all(rank > rank_needed(better, teams) for better in ORDER[: ORDER.index(medal)])


@given(st.integers(1, 50_000))
def test_a_better_medal_never_takes_fewer_places_at_the_top(teams):
    gold, silver, bronze, _ = (rank_needed(medal, teams) for medal in ORDER)
    assert gold <= silver <= bronze
