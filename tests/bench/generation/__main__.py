"""Measure generation: ``python -m tests.bench generation``.

Results are kept in the folder. A run that was broken off goes on where it stopped,
unless the generator has changed since; ``--write`` puts what there is into
docs/performance.md, and leaves the prose and the other parts alone.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from oasmith.freshness import fingerprint
from tests.bench.generation import (
    again,
    asked,
    client,
    growth,
    jobs,
    large,
    size,
    small,
    stages,
)
from tests.bench.generation.bench import Bench, Section, measured_on
from tests.bench.page import PAGE, with_part
from tests.sweep.proof import FOLDER
from tests.sweep.results import Results

SECTIONS: tuple[Section, ...] = (
    asked.SECTION,
    small.SECTION,
    *large.SECTIONS,
    stages.SECTION,
    again.CHECK,
    again.LINE,
    size.SECTION,
    growth.GROWTH,
    growth.MSGRAPH,
    jobs.SECTION,
    client.SECTION,
)
PATIENCE = 180.0


def options() -> argparse.Namespace:
    lines = [
        f"  {one.name:10} {one.about}; about {one.minutes} min"
        + one.is_slow * " (only when it is named)"
        for one in SECTIONS
    ]
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench generation",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(("sections, on two idle cores:", *lines)),
    )
    parser.add_argument("--only", metavar="SECTION,...", help="not all, but these")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="of all it needs")
    parser.add_argument("--fresh", action="store_true", help="forget earlier results")
    parser.add_argument(
        "--patience", type=float, default=PATIENCE, help="seconds a tool may take"
    )
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.name}")
    asked = parser.parse_args()
    try:
        asked.sections = chosen(asked.only)
    except KeyError as error:
        parser.error(f"there is no section {error}")
    return asked


def chosen(only: str | None) -> list[Section]:
    """The sections that are named; all that are not slow where none is.

    Raises:
        KeyError: There is no such section.
    """
    if only is None:
        return [one for one in SECTIONS if not one.is_slow]
    known = {one.name: one for one in SECTIONS}
    return [known[name] for name in only.split(",")]


def main() -> None:
    """Measure, print, and write where that was asked for."""
    asked = options()
    folder = asked.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    bench = Bench(folder, asked.patience)
    for section in asked.sections:
        results = Results(
            bench.folder / "bench" / fingerprint() / f"{section.name}.jsonl"
        )
        if asked.fresh:
            results.clear()
        text = measured(section, bench, results)
        print(f"{section.about}\n\n{text}", flush=True)
        if asked.write:
            page = PAGE.read_text("utf-8")
            PAGE.write_text(with_part(page, section.name, text), encoding="utf-8")


def measured(section: Section, bench: Bench, results: Results) -> str:
    """The text of a section, after measuring what has no result yet."""
    known = results.all()
    for result in section.measure(bench, known):
        results.add({**result, "on": measured_on()})
        print(f"{section.name}: {result['name']}", file=sys.stderr, flush=True)
    found = results.all()
    stamp: str = next(iter(found.values()))["on"]
    return section.show(found) + "\n" + stamp + "\n"


if __name__ == "__main__":
    main()
