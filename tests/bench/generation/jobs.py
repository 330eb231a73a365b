"""Many APIs at once: one process against two."""

from __future__ import annotations

import json
import shutil
import statistics
from collections.abc import Iterator

from tests.bench.figures import percent, times
from tests.bench.generation.bench import ALONE, Bench, Known, Result, Section
from tests.bench.generation.chosen import small
from tests.bench.generation.tools import OASMITH
from tests.bench.timed import timed
from tests.sweep.markdown import table

__all__ = ["SECTION"]

ROUNDS = 5
JOBS = (1, 2)


def _measure(bench: Bench, known: Known) -> Iterator[Result]:
    folder = bench.folder / "jobs"
    folder.mkdir(exist_ok=True)
    lines = ['output = "out"\n']
    for number, spec in enumerate(small(bench.folder)):
        lines.append(f"[apis.api-{number}]\nspec = {json.dumps(str(spec.path))}\n")
    (folder / "oasmith.toml").write_text("\n".join(lines), encoding="utf-8")
    home = bench.installed(OASMITH)
    for turn in (one for one in map(str, range(ROUNDS)) if one not in known):
        found: dict[str, float] = {}
        for jobs in JOBS:
            shutil.rmtree(folder / "out", ignore_errors=True)
            command = ("generate", "--no-progress", "--jobs", str(jobs))
            done = timed(
                [home.programs / "oasmith", *command],
                environment=home.environment(),
                folder=folder,
                patience=ALONE,
            )
            # Wall clock: what a forkserver's processes use is nobody's children's.
            found[str(jobs)] = done.wall
        yield {"name": turn, "found": found}
    shutil.rmtree(folder, ignore_errors=True)


def _show(known: Known) -> str:
    rounds = [one["found"] for one in known.values()]
    speedups = [one["1"] / one["2"] for one in rounds]
    walls = [statistics.median(one[str(jobs)] for one in rounds) for jobs in JOBS]
    middle = statistics.median(speedups)
    rows = [
        ("wall clock, `--jobs 1`", f"{walls[0]:.1f} s"),
        ("wall clock, `--jobs 2`", f"{walls[1]:.1f} s"),
        ("faster", times(middle)),
        ("of what two could be", percent(middle, 2)),
    ]
    return table(("60 small descriptions", ""), rows) + f"\nMedians of {len(rounds)}.\n"


SECTION = Section(
    "jobs", "60 descriptions with one job and with two", 4, _measure, _show
)
