"""Where the time of a cold run goes, and how far that is from the least possible."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.figures import percent, times
from tests.bench.generation.bench import ALONE, Bench, Known, Result, Section
from tests.bench.generation.chosen import LARGE, large, small
from tests.bench.generation.stages_child import STAGES
from tests.bench.generation.tools import OASMITH
from tests.bench.timed import timed
from tests.support.processes import ProgramError
from tests.sweep.markdown import table

__all__ = ["SECTION"]

CHILD = Path(__file__).with_name("stages_child.py")
START = "start-up"
REST = "the rest"


def _measure(bench: Bench, known: Known) -> Iterator[Result]:
    specs = small(bench.folder)
    found = [("small", spec) for spec in specs]
    found += [(name, spec) for name, spec in large(bench.folder).items()]
    home = bench.installed(OASMITH)
    todo = [(column, spec) for column, spec in found if spec.name not in known]
    for column, spec in todo:
        with TemporaryDirectory(dir=bench.folder) as folder:
            done = timed(
                [home.python, "-I", CHILD, spec.path, folder],
                environment=home.environment(),
                folder=bench.folder,
                patience=ALONE,
            )
        told = [one for one in done.said.splitlines() if one.startswith('{"code')]
        if not told:
            raise ProgramError(f"{spec.name}: {done.said}")
        yield {"name": spec.name, "column": column, **json.loads(told[0])}


def _show(known: Known) -> str:
    results = [one for one in known.values() if one["code"] in (0, 1)]
    there = {one["column"] for one in results}
    columns = [name for name in ("small", *LARGE) if name in there]
    sums = {
        column: _summed([one for one in results if one["column"] == column])
        for column in columns
    }
    rows = [
        (stage, *(percent(sums[one][stage], sums[one]["total"]) for one in columns))
        for stage in (START, *STAGES, REST)
    ]
    over = [times(sums[one]["total"] / sums[one]["floor"]) for one in columns]
    below = [
        times((sums[one]["total"] - sums[one][START]) / sums[one]["floor"])
        for one in columns
    ]
    rows += [("CPU over the floor", *over), ("the same without start-up", *below)]
    seconds = [f"{sums[one]['total']:.2f} s" for one in columns]
    return table(("stage", *columns), [*rows, ("CPU of all", *seconds)])


def _summed(results: Sequence[Result]) -> dict[str, float]:
    """The seconds of each stage over some runs, and what no stage accounts for."""
    names = (START, *STAGES, "total", "floor")
    found = {
        name: sum(one["seconds"].get(name, 0.0) for one in results) for name in names
    }
    told = sum(found[name] for name in (START, *STAGES))
    return {**found, REST: found["total"] - told}


SECTION = Section("stages", "share of each stage of a cold run", 3, _measure, _show)
