"""Runs a program and measures it from outside."""

import os
import re
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field


@dataclass
class Program:
    """A program to measure."""

    name: str
    command: list
    #: Whether it says itself how many seconds it took, which leaves out its start.
    times_itself: bool = False
    #: How many times it is run at most; the slow ones are run once.
    most_runs: int = 1_000_000
    seconds: list = field(default_factory=list)
    #: The largest peak of resident memory in bytes, of one process.
    memory: int = 0

    def run(self):
        """Runs it once, if it has runs left; a failure ends the benchmark."""
        if len(self.seconds) >= self.most_runs:
            return
        start = time.perf_counter()
        process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        output = process.stdout.read()
        # Asked for here: what the other programs used is not to be counted.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{' '.join(self.command)}: exit {process.returncode}")
        if self.times_itself:
            wall = float(re.findall(r"([\d.]+) s$", output, re.MULTILINE)[-1])
        self.seconds.append(wall)
        self.memory = max(self.memory, usage.ru_maxrss * 1024)

    @property
    def median(self):
        """The median of its seconds."""
        return statistics.median(self.seconds)


def in_turn(programs, runs):
    """Runs all programs in turn, so that what disturbs the machine disturbs all alike."""
    for _ in range(runs):
        for program in programs:
            program.run()
