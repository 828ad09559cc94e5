"""Cycles in prerequisites are found, named as they run, and deep chains are no trouble."""

from hypothesis import given
from hypothesis import strategies as st

from planner.curriculum.cycles import find_cycles
from planner.curriculum.reading import read_curriculum

graphs = (
    st.integers(1, 7)
    .flatmap(lambda size: st.lists(st.sets(st.integers(0, size - 1)), min_size=size, max_size=size))
    .map(lambda rows: {str(name): [str(before) for before in sorted(row)] for name, row in enumerate(rows)})
)


def has_cycle(graph):
    """Take away what waits for nothing until nothing changes."""
    left = set(graph)
    while free := {name for name in left if not left.intersection(graph[name])}:
        left -= free
    return bool(left)


@given(graphs)
def test_cycles_are_real_and_none_is_overlooked(graph):
    cycles = find_cycles(graph)
    assert bool(cycles) == has_cycle(graph)
    members = [name for cycle in cycles for name in cycle]
    assert len(members) == len(set(members))
    for cycle in cycles:
        assert all(after in graph[name] for name, after in zip(cycle, [*cycle[1:], cycle[0]], strict=True))
    assert not has_cycle(
        {
            name: [before for before in befores if before not in members]
            for name, befores in graph.items()
            if name not in members
        }
    )


def test_a_chain_of_60_000_is_no_trouble():
    chain = {str(number): [str(number + 1)] for number in range(60_000)} | {"60000": []}
    assert find_cycles(chain) == []
    [cycle] = find_cycles(chain | {"60000": ["0"]})
    assert len(cycle) == 60_001


def test_a_long_chain_in_a_file():
    lines = [
        f"      - {{id: m{n}, title: M, track: t, hours: 1, requires: [m{n + 1}]}}" for n in range(2_000)
    ]
    top = "id: x\ntitle: X\nmonths: 1\nphases:\n  - id: p\n    title: P\n    months: [1, 1]\n    modules:\n"
    curriculum, problems = read_curriculum(
        top + "\n".join([*lines, "      - {id: m2000, title: M, track: t}"]), "c"
    )
    assert problems == ()
    assert len(curriculum.modules) == 2_001
