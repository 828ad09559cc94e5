"""Replans against the least change, as a table, and the answers that tests keep.

    python -m tests.oracle.cpsat_change --instances 60 --seed 1 --loss evening --limit 10
    python -m tests.oracle.cpsat_change --store

Invariant: what is stored was proved, or says how far it may be from the least.
"""

import argparse
import json
from datetime import date
from pathlib import Path
from time import perf_counter

from planner.schedule import make_plan
from tests.oracle.cpsat_change import judge_fully
from tests.oracle.cpsat_measure import case_of, fingerprint
from tests.schedule.instances import big_case, evening, fortnight
from tests.schedule.paper_plan import paper_plan

LOSSES = {"evening": evening, "fortnight": fortnight, "big": lambda _, *make: big_case(*make)}
STORE = Path(__file__).parents[1] / "schedule" / "test_least_change.json"
STORED = range(1, 21)


def compared(inputs, seconds: float):
    """One row: ours, the least, milliseconds of ours, seconds of the judge."""
    begin = perf_counter()
    plan = make_plan(inputs, repairs=False)
    middle = perf_counter()
    ours, best = judge_fully(inputs, plan, seconds)
    return ours, best, 1000 * (middle - begin), perf_counter() - middle


def ratio(ours: int, best: int) -> float:
    return ours / best if best else float(ours > 0) + 1


def show(seed: int, row) -> None:
    ours, best, ms, seconds = row
    mark = "=" if ours.rank == best.rank else ("<" if ours.rank < best.rank else ">")
    print(
        f"{seed:5} {mark} ours {ours.eaten:5} {ours.near:5} {ours.moved:6}   least {best.eaten:5} {best.near:5}"
        f" {best.moved:6} (bound {best.bound:6}, {best.status}) {ms:6.1f} ms {seconds:5.1f} s",
        flush=True,
    )


def summary(rows) -> None:
    known = {seed: row for seed, row in rows.items() if row[1].status in {"optimal", "feasible"}}
    proved = {seed: row for seed, row in known.items() if row[1].status == "optimal"}
    equal = [seed for seed, (ours, best, *_) in proved.items() if ours.rank == best.rank]
    near = [seed for seed, (ours, best, *_) in known.items() if ours.near > best.near]
    ratios = {seed: ratio(ours.moved, best.moved) for seed, (ours, best, *_) in known.items()}
    worst = sorted(ratios, key=ratios.__getitem__, reverse=True)[:10]
    print(
        f"{len(rows)} instances, {len(known)} judged, {len(proved)} proved; equal to the proved least:",
        end=" ",
    )
    print(f"{len(equal)} ({len(equal) / max(1, len(proved)):.1%})")
    moved = [seed for seed, (ours, best, *_) in proved.items() if ours.moved <= best.moved]
    print(f"moved minutes equal (near aside): {len(moved)}; more near change than needed: {sorted(near)}")
    print(f"moved / least: mean {sum(ratios.values()) / max(1, len(ratios)):.3f}, worst", end=" ")
    print(", ".join(f"{ratios[seed]:.2f} (seed {seed})" for seed in worst))


def answer(inputs, seconds: float) -> dict:
    """What a test has to know of an instance."""
    best = compared(inputs, seconds)[1]
    known = {name: getattr(best, name) for name in ("status", "eaten", "near", "moved", "bound")}
    return {"fingerprint": fingerprint(case_of(inputs))} | known


def store() -> None:
    """Find the answers of the instances with plans on paper, and keep them."""
    evenings = {str(seed): answer(evening(seed, paper_plan), 60) for seed in STORED}
    big = answer(big_case(paper_plan), 600)
    found = f"{date.today()}, CP-SAT with 2 workers, 60 seconds; the big case 600"  # noqa: DTZ011
    kept = {"found": found, "evening": evenings, "fortnight": {"big": big}}
    lines = json.dumps(kept, indent=1).replace("\n   ", " ").replace("\n  }", " }")
    STORE.write_text(lines + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare replans with the least change that CP-SAT finds.")
    parser.add_argument("--instances", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--loss", choices=LOSSES, default="evening")
    parser.add_argument("--limit", type=float, default=10, help="seconds for each instance")
    parser.add_argument(
        "--paper", action="store_true", help="the accepted plan is one drawn on paper, not ours"
    )
    parser.add_argument("--store", action="store_true", help=f"renew {STORE.name} instead")
    args = parser.parse_args()
    if args.store:
        store()
        return
    rows, make = {}, [paper_plan] if args.paper else []
    for seed in range(args.seed, args.seed + args.instances):
        rows[seed] = compared(LOSSES[args.loss](seed, *make), args.limit)
        show(seed, rows[seed])
    summary(rows)
