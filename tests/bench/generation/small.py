"""Cold generation of small descriptions: OASmith and all peers, by turns."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence

from tests.bench.figures import (
    NONE,
    geometric_mean,
    megabytes,
    some_of_each,
    spread,
    times,
)
from tests.bench.generation.bench import Bench, Known, Result, Section
from tests.bench.generation.chosen import COUNT, small
from tests.bench.generation.tools import OASMITH, PEERS, Tool
from tests.sweep.markdown import table

__all__ = ["SECTION", "rotated", "seen_by"]

EVERY = 6
"""Slow tools see one in so many descriptions."""

TOOLS = (OASMITH, *PEERS)
LONGEST = 120
"""So much is shown of what a tool said."""


def seen_by(tool: Tool, position: int) -> bool:
    """Whether a tool is tried on the description at a position."""
    return not tool.is_slow or position % EVERY == 0


def rotated(tools: Sequence[Tool], position: int) -> list[Tool]:
    """The tools in an order in which each comes first as often as the others."""
    start = position % len(tools)
    return [*tools[start:], *tools[:start]]


def _measure(bench: Bench, known: Known) -> Iterator[Result]:
    specs = small(bench.folder)
    todo = [spec for spec in specs if spec.name not in known]
    for tool in TOOLS if todo else ():
        # What a tool keeps for later runs is there from the second run on.
        bench.make(tool, specs[0])
    for position, spec in enumerate(specs):
        if spec in todo:
            wanted = [tool for tool in TOOLS if seen_by(tool, position)]
            runs = {
                tool.name: bench.make(tool, spec).kept()
                for tool in rotated(wanted, position)
            }
            yield {"name": spec.name, "size": spec.size, "runs": runs}


def _show(known: Known) -> str:
    results = list(known.values())
    rows = [_row(tool, results) for tool in TOOLS]
    head = ("", "made", "CPU, median", "of OASmith's", "between", "memory")
    size = statistics.median(one["size"] for one in results)
    return (
        f"{len(results)} descriptions, {size / 1000:.0f} kB in the median.\n\n"
        + table(head, rows)
        + "\n"
        + some_of_each(_failures(results))
    )


def _row(tool: Tool, results: Sequence[Result]) -> Sequence[object]:
    tried = [one["runs"] for one in results if tool.name in one["runs"]]
    made = [runs for runs in tried if runs[tool.name]["made"]]
    ratios = [
        runs[tool.name]["cpu"] / runs[OASMITH.name]["cpu"]
        for runs in made
        if runs[OASMITH.name]["made"]
    ]
    seconds = [runs[tool.name]["cpu"] for runs in made]
    memory = [runs[tool.name]["memory"] for runs in made]
    return (
        tool.name,
        f"{len(made)} of {len(tried)}",
        f"{statistics.median(seconds):.2f} s" if seconds else NONE,
        times(geometric_mean(ratios)),
        spread(ratios),
        megabytes(statistics.median(memory)) if memory else NONE,
    )


def _failures(results: Sequence[Result]) -> dict[str, list[str]]:
    """What each tool said where it made nothing."""
    found: dict[str, list[str]] = {}
    for one in results:
        for tool, row in one["runs"].items():
            if not row["made"]:
                found.setdefault(tool, []).append(
                    f"{one['name']}: {row['why'][:LONGEST]}"
                )
    return found


SECTION = Section(
    "small", f"cold generation of {COUNT} small descriptions", 8, _measure, _show
)
