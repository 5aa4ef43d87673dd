#!/usr/bin/env python3
"""`make bench`: measures thidua and the programs that people would use instead, on the same files.

Medians of runs in turn; the time of thidua is that of its process from start to exit, that of a peer
leaves out the start of Python and the loading of its library. Peak memory is that of the largest
process.
"""

import argparse
import sys

from Harness import report
from Harness.growth import LARGEST_EXPONENT, Growth
from Harness.inputs import Inputs
from Harness.measure import in_turn
from Harness.scenarios import Scenarios


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--thidua", required=True, help="the program in release")
    parser.add_argument("--helper", required=True, help="the program `Benchmarking`")
    parser.add_argument("--inputs", required=True, help="the folder of the inputs")
    parser.add_argument("--page", help="the page of the documentation that gets the tables")
    parser.add_argument("--only", default="", help="scenarios: " + " ".join(Scenarios.KEYS)
                        + " growth, between spaces or commas")
    parser.add_argument("--pairs", type=int, default=5, help="runs of each program")
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the sheets and of the CSV")
    parser.add_argument("--strings", type=int, default=10_000_000, help="shared strings")
    parser.add_argument("--units", type=int, default=10_000, help="submissions of the block")
    parser.add_argument("--growth", type=int, default=10_000, help="the most submissions of the growth")
    return parser.parse_args()


def powers(first, last):
    """first, 10 × first, … up to last."""
    size = first
    while size <= last:
        yield size
        size *= 10


def growths(scenarios, inputs, settings):
    rows = list(powers(10_000, settings.rows))
    yield Growth(
        "read XLSX, rows", rows,
        lambda size: scenarios.reader(inputs.sheet("plain", size)))
    yield Growth(
        "read CSV, rows", rows, lambda size: scenarios.reader(inputs.text(size)))
    units = list(powers(100 if settings.growth < 10_000 else 1_000, settings.growth))
    yield Growth(
        "consolidate, submissions", units,
        lambda size: scenarios.block_of(size).programs[0])


def main():
    settings = options()
    only = settings.only.replace(",", " ").split() or [*Scenarios.KEYS, "growth"]
    unknown = set(only) - {*Scenarios.KEYS, "growth"}
    if unknown:
        sys.exit(f"no such scenario: {', '.join(sorted(unknown))}")
    inputs = Inputs(settings.inputs)
    scenarios = Scenarios(inputs, settings.thidua, settings.helper, settings)
    measured = []
    for key in Scenarios.KEYS:
        if key not in only:
            continue
        scenario = scenarios.scenario(key)
        in_turn(scenario.programs, settings.pairs)
        measured.append(scenario)
        print("\n".join(report.scenario_lines([scenario])), flush=True)
    grown = []
    for growth in growths(scenarios, inputs, settings) if "growth" in only else []:
        growth.run(min(settings.pairs, 3))
        grown.append(growth)
        print("\n".join(report.growth_lines([growth])), flush=True)
    if settings.page:
        command = " ".join(["make bench", *sys_arguments(settings)])
        lines = [f"`{command}` on {report.machine()}:", ""]
        if measured:
            lines += [*report.scenario_lines(measured), ""]
        if grown:
            lines += report.growth_lines(grown)
        report.insert(lines, settings.page)
    steep = [growth.title for growth in grown if growth.time_exponent > LARGEST_EXPONENT]
    if steep:
        sys.exit(f"time grows faster than size^{LARGEST_EXPONENT}: {', '.join(steep)}")


def sys_arguments(settings):
    """The variables of `make bench` that were given."""
    defaults = {"only": "", "pairs": 5, "rows": 1_000_000, "strings": 10_000_000,
                "units": 10_000, "growth": 10_000}
    for name, default in defaults.items():
        value = getattr(settings, name)
        if value != default:
            yield f'{name.upper()}="{value}"' if " " in str(value) else f"{name.upper()}={value}"


if __name__ == "__main__":
    main()
