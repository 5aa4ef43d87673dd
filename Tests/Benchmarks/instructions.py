#!/usr/bin/env python3
"""`make instructions`: counts the instructions of four pieces of work and holds them to the figures.

Times of a shared machine say little; the instructions of the same program on the same input are the same
to a millionth. The figures are those of the machine that `make instructions ACCEPT=1` was run on;
libraries that choose their code by processor make a small difference on others.
"""

import argparse
import json
import os
import re
import subprocess
import sys

from Harness.inputs import Inputs

#: How many times the figure a count may be.
ALLOWED = 1.05


def works(helper, inputs, fixtures):
    """What is counted: name and command."""
    block = os.path.join(fixtures, "khoi-noi-chinh-2019")
    output = os.path.join(inputs.folder, "instructions")
    os.makedirs(output, exist_ok=True)
    return {
        "read XLSX, 20,000 × 10": [helper, "read", inputs.sheet("plain", 20_000)],
        "read CSV, 20,000 × 10": [helper, "read", inputs.text(20_000)],
        "consolidate 12 files": [helper, "consolidate", block, os.path.join(output, "reports")],
        "write the workbook of 20 units": [
            helper, "workbook", inputs.block(20), os.path.join(output, "workbook.xlsx")],
    }


def instructions(command):
    """The instructions of all threads from start to exit."""
    # The same order in every set and dictionary on every run.
    environment = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    count = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or not count:
        sys.exit(f"{' '.join(command)}: exit {run.returncode}\n{run.stderr}")
    return int(count.group(1))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--helper", required=True, help="the program `Benchmarking`, without debug information")
    parser.add_argument("--inputs", required=True, help="the folder of the inputs")
    parser.add_argument("--fixtures", required=True, help="the folder of the fixtures")
    parser.add_argument("--figures", required=True, help="the file of the figures")
    parser.add_argument("--accept", action="store_true", help="write the counts down as the figures")
    settings = parser.parse_args()
    commands = works(settings.helper, Inputs(settings.inputs), settings.fixtures)
    counts = {name: instructions(command) for name, command in commands.items()}
    if settings.accept:
        with open(settings.figures, "w", encoding="utf-8") as file:
            json.dump(counts, file, indent=2, ensure_ascii=False)
            file.write("\n")
    with open(settings.figures, encoding="utf-8") as file:
        figures = json.load(file)
    failures = 0
    for name, count in counts.items():
        figure = figures.get(name)
        if figure is None:
            verdict = "no figure"
        elif count > ALLOWED * figure:
            verdict = f"{count / figure - 1:+.1%}: too many"
        else:
            verdict = f"{count / figure - 1:+.1%}"
        failures += "no figure" in verdict or "too many" in verdict
        print(f"{name:32} {count:>16,}  {verdict}")
    if failures:
        sys.exit("Where the work is worth it: make instructions ACCEPT=1")


if __name__ == "__main__":
    main()
