"""Measure the planner's speed as ratios and print a table: `python -m benchmarks.run [--markdown | --write]`."""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.against_taskjuggler import measure as measure_against_taskjuggler
from benchmarks.clock import HERE
from benchmarks.exporting import measure as measure_exporting
from benchmarks.in_process import measure_growth, measure_plans
from benchmarks.screens import measure as measure_screens
from benchmarks.starting import measure as measure_starting
from benchmarks.table import Row, markdown, plain, write_into
from benchmarks.whatif import measure as measure_whatif

PAGE = HERE.parent / "docs" / "benchmarks.md"
PARTS = ("start", "screens", "whatif", "plans", "growth", "export", "taskjuggler")


def rows(home: Path, options: argparse.Namespace) -> Iterator[Row]:
    """Measure the wanted parts, one after the other."""
    rounds = options.rounds
    for part in options.only or PARTS:
        if part == "start":
            yield from measure_starting(home, rounds)
        elif part == "screens":
            yield from measure_screens(home, rounds)
        elif part == "plans":
            yield from measure_plans(rounds)
        elif part == "whatif":
            yield from measure_whatif(home / "whatif", rounds)
        elif part == "growth":
            yield from measure_growth()
        elif part == "export":
            yield from measure_exporting(rounds)
        else:
            yield from measure_against_taskjuggler(home, min(rounds, 5), full=options.full)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="measured rounds of each comparison (15)")
    parser.add_argument("--only", action="append", choices=PARTS, help="only this part; may be given again")
    parser.add_argument("--full", action="store_true", help="tj3 with 6,000 modules too (a minute)")
    parser.add_argument("--markdown", action="store_true", help="print the table in Markdown")
    parser.add_argument("--write", action="store_true", help=f"put the table into docs/{PAGE.name}")
    options = parser.parse_args()
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        measured = rows(Path(folder), options)
        for line in markdown(measured) if options.markdown or options.write else plain(measured):
            print(line, flush=True)
            lines.append(line)
    if options.write:
        write_into(PAGE, lines)


if __name__ == "__main__":
    main()
