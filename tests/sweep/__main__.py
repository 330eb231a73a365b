"""Sweep the corpus: ``python -m tests.sweep``.

A run that was broken off goes on where it stopped, unless the generator has changed
since; ``--write`` makes docs/conformance.md of the results there are.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from oasmith.cli.progress import show_progress
from tests.support.wheels import ROOT
from tests.sweep.corpus import Spec, specs
from tests.sweep.one import Part
from tests.sweep.pool import swept
from tests.sweep.proof import FOLDER, proofs
from tests.sweep.results import Results, generator_digest
from tests.sweep.table import failures, page, said

PAGE = ROOT / "docs" / "conformance.md"
PATIENCE = 1200.0
MEGABYTE = 1_000_000


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.sweep", description=__doc__)
    parser.add_argument("only", nargs="*", help="patterns of names: 'supplement/*'")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--under", type=float, default=20.0, help="MB a file may have")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="of the packages")
    parser.add_argument("--fresh", action="store_true", help="forget earlier results")
    parser.add_argument("--failed", action="store_true", help="only what failed before")
    parser.add_argument(
        "--types", action="store_true", help="mypy and pyright, on the chosen 132"
    )
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.name}")
    return parser.parse_args()


def main() -> int:
    """0 when every description came through whole."""
    asked = options()
    part = Part.TYPES if asked.types else Part.IMPORTS
    results = {
        one: Results(asked.folder / one.value / f"{generator_digest()}.jsonl")
        for one in Part
    }
    if asked.fresh:
        results[part].clear()
    wanted = [
        spec
        for spec in specs(asked.folder, tuple(asked.only))
        if spec.size < asked.under * MEGABYTE
        and (spec.is_typed or part is not Part.TYPES)
    ]
    _sweep(wanted, results[part], part, asked)
    names = {spec.name for spec in wanted}
    found = [one for name, one in results[part].all().items() if name in names]
    failed = list(failures(found))
    for one in failed:
        print(f"{one['name']}: {one['state']}: {one['why'] or said(one)}")
    if asked.write:
        imports, typed = (list(results[one].all().values()) for one in Part)
        further = proofs(asked.folder)
        PAGE.write_text(page(imports, typed, date.today(), further), encoding="utf-8")
    print(f"{len(found)} descriptions, {len(failed)} failed", file=sys.stderr)
    return int(bool(failed))


def _sweep(
    wanted: Sequence[Spec], results: Results, part: Part, asked: argparse.Namespace
) -> None:
    """Those without a result yet; with ``--failed``, those that failed."""
    known = results.all()
    bad = {one["name"] for one in failures(known.values())}
    todo = [
        spec
        for spec in wanted
        if (spec.name in bad if asked.failed else spec.name not in known)
    ]
    with show_progress(len(todo)) as advance:
        for result in swept(todo, asked.jobs, PATIENCE, part):
            results.add(result)
            advance(f"{result['state']:12} {result['seconds']:6} s  {result['name']}")


if __name__ == "__main__":
    sys.exit(main())
