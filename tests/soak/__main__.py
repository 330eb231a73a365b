"""Soak a client: ``python -m tests.soak``.

Two cores need some minutes for 20,000 calls. The numbers are kept in the sweep's
folder, where ``python -m tests.sweep --write`` takes them from.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from oasmith.cli.progress import show_progress
from tests.soak.calls import entries_package
from tests.soak.run import Mode, Soaked, server, soak
from tests.soak.verdict import faults_of, rows, verdict
from tests.sweep.proof import FOLDER, SOAK

MODES: tuple[Mode, ...] = ("async", "threads")
ROUNDS = 20


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--calls", type=int, default=20_000)
    parser.add_argument("--in-flight", type=int, default=100)
    parser.add_argument("--modes", nargs="+", choices=MODES, default=list(MODES))
    parser.add_argument("--folder", type=Path, default=FOLDER, help="of the results")
    return parser.parse_args()


def main() -> int:
    """0 when nothing was lost or doubled, and nothing grew."""
    asked = options()
    path = asked.folder / SOAK
    kept = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    wrong = 0
    for mode in asked.modes:
        result = _soaked(mode, asked.calls, asked.in_flight)
        said = list(verdict(result))
        wrong += len(said)
        _print(result, said)
        kept[mode] = {
            "rows": rows(result),
            "faults": faults_of(result),
            "ends": result.ends,
            "wrong": said,
        }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    return int(bool(wrong))


def _soaked(mode: Mode, calls: int, in_flight: int) -> Soaked:
    with (
        server() as address,
        entries_package() as package,
        show_progress(ROUNDS) as advance,
    ):
        return soak(
            package,
            address,
            mode,
            calls=calls,
            in_flight=in_flight,
            rounds=ROUNDS,
            advance=lambda count: advance(f"{mode}: {count:,} calls"),
        )


def _print(result: Soaked, said: list[str]) -> None:
    print(result.mode)
    for name, value in rows(result):
        print(f"  {name:34} {value}")
    for name, count in sorted(result.ends.items()):
        print(f"  ended with {name:23} {count:,}")
    for one in said:
        print(f"  WRONG: {one}")


if __name__ == "__main__":
    sys.exit(main())
