"""What is measured: one scenario a method, each with our program first and the peers behind it."""

import os
import subprocess
import sys
from dataclasses import dataclass

from .inputs import HERE
from .measure import Program


@dataclass
class Scenario:
    """Programs that do the same work, and how many times faster ours is to be than each."""

    title: str
    programs: list
    targets: dict


class Scenarios:
    """The scenarios, whose inputs are made when they are asked for."""

    KEYS = [
        "sheet", "strings", "inline", "dates", "blank", "wide", "block8", "block", "csv",
        "workbook",
    ]

    def __init__(self, inputs, thidua, helper, sizes):
        self.inputs = inputs
        self.thidua = thidua
        self.helper = helper
        self.sizes = sizes

    def scenario(self, key):
        return getattr(self, key)()

    def reader(self, path, *options):
        """Ours, counting the cells of a file."""
        return Program("thidua", [self.thidua, "read", "--format", "count", *options, path])

    def peer(self, script, name, *arguments, label=None, most_runs=1_000_000):
        path = os.path.join(HERE, "Peers", script)
        return Program(
            label or name, [sys.executable, path, name, *arguments], times_itself=True,
            most_runs=most_runs)

    def floor(self, path):
        """The least that can be done with a file: inflate it, and look at each byte once."""
        return Program("floor", [self.helper, "floor", path])

    def _sheet(self, key, title, rows, *others, options=(), target=1.0):
        path = self.inputs.sheet("plain" if key == "sheet" else key, rows)
        programs = [self.reader(path, *options), self.floor(path)]
        programs += [self.peer("read.py", "fastexcel", path)]
        programs += [self.peer("read.py", name, path, most_runs=1) for name in others]
        floor = 0.4 if key == "sheet" else 0
        return Scenario(title, programs, {"fastexcel": target, "floor": floor})

    def sheet(self):
        rows = self.sizes.rows
        return self._sheet(
            "sheet", f"XLSX, {rows:,} × 10", rows, "calamine", "openpyxl", target=3.0)

    def strings(self):
        rows = self.sizes.strings // 10
        # Twice as many shared strings as are read by default.
        limit = ["--limit", f"shared-strings={self.sizes.strings}"]
        return self._sheet(
            "strings", f"XLSX, {rows * 10:,} shared strings, no two alike", rows, options=limit)

    def inline(self):
        rows = self.sizes.rows
        return self._sheet("inline", f"XLSX, inline strings, {rows:,} × 10", rows)

    def dates(self):
        rows = self.sizes.rows // 2
        return self._sheet("dates", f"XLSX, dates and times, {rows:,} × 10", rows)

    def blank(self):
        rows = self.sizes.rows // 2
        return self._sheet("blank", f"XLSX, blank cells with a style, {rows:,} × 10", rows)

    def wide(self):
        rows = self.sizes.rows // 5000
        return self._sheet("wide", f"XLSX, {rows:,} × 16,384", rows)

    def block8(self):
        return self.block_of(8)

    def block(self):
        return self.block_of(self.sizes.units, target=3.0)

    def block_of(self, units, target=0):
        folder = self.inputs.block(units)
        output = os.path.join(folder, "ket-qua")
        ours = Program("thidua", [self.thidua, "consolidate", folder, "--output", output])
        calamine = self.peer("job.py", "calamine", folder, "2", label="calamine job")
        openpyxl = self.peer("job.py", "openpyxl", folder, "2", label="openpyxl job", most_runs=1)
        return Scenario(
            f"consolidate, {units:,} submissions", [ours, calamine, openpyxl],
            {"calamine job": target, "openpyxl job": 40.0 if target else 0})

    def csv(self):
        rows = self.sizes.rows
        path = self.inputs.text(rows)
        peers = [
            self.peer("read.py", "csv", path, label="Python csv"),
            self.peer("read.py", "polars", path, label="polars, 1 thread"),
            self.peer("read.py", "duckdb", path, label="DuckDB, 2 threads"),
        ]
        return Scenario(
            f"CSV, {rows:,} × 10", [self.reader(path), self.floor(path), *peers],
            {"Python csv": 2.0, "polars, 1 thread": 1.5, "DuckDB, 2 threads": 1.0, "floor": 0})

    def workbook(self):
        """The cells of our workbook, by our writer and by XlsxWriter."""
        units = self.sizes.units
        folder = self.inputs.block(units)
        book = os.path.join(folder, "workbook.xlsx")
        ours = Program("thidua", [self.helper, "workbook", folder, book], times_itself=True)
        ours.run()
        lines = os.path.join(folder, "workbook.ndjson")
        with open(lines, "wb") as file:
            subprocess.run([self.thidua, "read", book], stdout=file, check=True)
        peer = self.peer(
            "workbook.py", lines, os.path.join(folder, "peer.xlsx"), label="XlsxWriter",
            most_runs=self.sizes.pairs)
        return Scenario(
            f"the workbook of {units:,} units × 40 criteria", [ours, peer],
            {"XlsxWriter": 2.0})
