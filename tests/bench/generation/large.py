"""Cold generation of large descriptions, and whether what comes of it can be used."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from functools import partial

from tests.bench.figures import NONE, megabytes, times
from tests.bench.generation.bench import Bench, Known, Result, Section
from tests.bench.generation.chosen import LARGE, large, operations
from tests.bench.generation.output import verdict
from tests.bench.generation.tools import OASMITH, PEERS
from tests.sweep.corpus import Spec
from tests.sweep.markdown import cell, table

__all__ = ["SECTIONS"]

EACH = 3
"""OASmith runs before so many peers, and once more at the end."""


def _measure(short: str, bench: Bench, known: Known) -> Iterator[Result]:
    if short not in known:
        yield {"name": short, **_one(bench, large(bench.folder)[short])}


def _one(bench: Bench, spec: Spec) -> Result:
    own: list[Result] = []
    peers: dict[str, Result] = {}
    for position, tool in enumerate(PEERS):
        if position % EACH == 0:
            own.append(bench.make(OASMITH, spec).kept())
        peers[tool.name] = bench.make(tool, spec).kept()
        if peers[tool.name]["made"]:
            peers[tool.name] |= verdict(bench, tool, spec)
    own.append(bench.make(OASMITH, spec).kept())
    middle = {
        **own[-1],
        "cpu": statistics.median(one["cpu"] for one in own),
        **verdict(bench, OASMITH, spec),
    }
    return {
        "size": spec.size,
        "operations": operations(spec.path),
        "runs": {OASMITH.name: middle, **peers},
    }


def _show(known: Known) -> str:
    (one,) = known.values()
    own = one["runs"][OASMITH.name]["cpu"]
    rows = [_row(tool, run, own) for tool, run in one["runs"].items()]
    head = ("", "CPU", "of OASmith's", "memory", "imports", "what was said")
    about = f"{one['operations']:,} operations, {megabytes(one['size'])}"
    return f"**{one['name']}**: {about}.\n\n" + table(head, rows)


def _row(tool: str, run: Result, own: float) -> tuple[object, ...]:
    is_over = run["why"] == "took too long"
    ratio = times(run["cpu"] / own)
    if not run["made"] and not is_over:
        return (tool, NONE, NONE, NONE, "nothing made", cell(run["why"]))
    more = "over " * is_over
    return (
        tool,
        f"{more}{run['cpu']:.1f} s",
        more + ratio,
        megabytes(run["memory"]),
        NONE if is_over else "yes" if run["imports"] else "no",
        cell(run["why"] or run.get("problem", "")),
    )


SECTIONS = tuple(
    Section(
        short.lower(),
        f"cold generation of {short}'s description",
        minutes,
        partial(_measure, short),
        _show,
    )
    for short, minutes in zip(LARGE, (6, 9, 4), strict=True)
)
