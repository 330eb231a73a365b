"""Benchmarks: ``python -m tests.bench NAME``; each tells its options by ``--help``."""

from __future__ import annotations

import runpy
import sys

NAMES = ("decoding", "generation", "overhead")
"""Each is a module of this package that is run, or a package with a ``__main__``."""


def main() -> None:
    """Hand the arguments to the benchmark that the first one names."""
    if len(sys.argv) < 2 or sys.argv[1] not in NAMES:
        asks = sys.argv[1:2] in (["--help"], ["-h"])
        print(f"{__doc__}\n{', '.join(NAMES)}", file=sys.stdout if asks else sys.stderr)
        sys.exit(0 if asks else 2)
    name = sys.argv.pop(1)
    runpy.run_module(f"tests.bench.{name}", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
