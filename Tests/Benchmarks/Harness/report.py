"""The results as Markdown."""

import os
import platform
import re

BEGIN, END = "<!-- make bench -->", "<!-- end of make bench -->"


def seconds(value):
    return f"{value * 1000:.0f} ms" if value < 0.1 else f"{value:.2f} s"


def memory(size):
    return f"{size / 2**20:,.0f} MiB"


def scenario_lines(scenarios):
    """A row a program: medians, ratios to ours, and what ratio is aimed at."""
    yield "| scenario | program | median | times ours | aim | peak memory | runs |"
    yield "|---|---|--:|--:|--:|--:|--:|"
    for scenario in scenarios:
        ours = scenario.programs[0].median
        for index, program in enumerate(scenario.programs):
            ratio = program.median / ours
            aim = scenario.targets.get(program.name, 0)
            mark = "" if not aim else f"{aim:g} {'✓' if ratio >= aim else '✗'}"
            yield (
                f"| {'' if index else scenario.title} | {program.name} | "
                f"{seconds(program.median)} | {ratio:.2f} | {mark} | "
                f"{memory(program.memory)} | {len(program.seconds)} |")


def growth_lines(growths):
    """A row a series: what each size took, and the exponents."""
    yield "| growth | sizes | medians | exponent of time | peak memory | exponent of memory |"
    yield "|---|---|---|--:|---|--:|"
    for growth in growths:
        sizes = " / ".join(f"{size:,}" for size in growth.sizes)
        times = " / ".join(seconds(program.median) for program in growth.programs)
        peaks = " / ".join(memory(program.memory) for program in growth.programs)
        yield (
            f"| {growth.title} | {sizes} | {times} | {growth.time_exponent:.2f} | {peaks} | "
            f"{growth.memory_exponent:.2f} |")


def machine():
    """The processor and how many of them there are."""
    model = platform.processor() or "an unnamed processor"
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = re.search(r"model name\s*: (.*)", file.read()).group(1)
    except (OSError, AttributeError):
        pass
    return f"{len(os.sched_getaffinity(0))} cores of {model}"


def insert(lines, page):
    """Puts the lines between the marks of a page."""
    with open(page, encoding="utf-8") as file:
        text = file.read()
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    with open(page, "w", encoding="utf-8") as file:
        file.write("\n".join([head + BEGIN, "", *lines, "", END]) + tail)
