"""How time and memory grow with the input: exponents by least squares on logarithms."""

import math

from .measure import in_turn

#: Time may grow with this power of the size at most.
LARGEST_EXPONENT = 1.05


class Growth:
    """One program on inputs of several sizes."""

    def __init__(self, title, sizes, program):
        self.title = title
        self.sizes = sizes
        self.programs = [program(size) for size in sizes]

    def run(self, runs):
        in_turn(self.programs, runs)

    @property
    def time_exponent(self):
        return exponent(self.sizes, [program.median for program in self.programs])

    @property
    def memory_exponent(self):
        return exponent(self.sizes, [program.memory for program in self.programs])


def exponent(sizes, values):
    """The b of values ≈ a · size^b."""
    xs = [math.log(size) for size in sizes]
    ys = [math.log(value) for value in values]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys)) / sum((a - x) ** 2 for a in xs)
