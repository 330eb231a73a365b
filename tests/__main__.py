"""``python3 tests``: set up, then everything that must pass.

``python3 tests -k naming`` hands its arguments to pytest and runs nothing else.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "generator"))

from bootstrap import ROOT, python_with

CHECKED = ("generator", "tests")
PYTEST = ("pytest", "-n", "2", "--dist", "loadgroup")


def commands(python: str) -> list[tuple[str, ...]]:
    """Formatting, lint and types first: they are quick to fail.

    Pyright looks for packages beside the first ``python`` of PATH unless told.
    """
    return [
        ("black", "--check", "--quiet", "generator", "tests", "generated"),
        ("ruff", "check", "--quiet", *CHECKED),
        ("mypy", "generator/oasmith"),
        ("pyright", "--pythonpath", python, "generator/oasmith"),
        PYTEST,
    ]


def main() -> int:
    """Run all, and return 1 if any failed: one run tells everything."""
    python = python_with("test")
    asked = sys.argv[1:]
    failed: list[str] = []
    for command in [(*PYTEST, *asked)] if asked else commands(str(python)):
        print("$", *command, flush=True)
        if subprocess.run([python, "-m", *command], cwd=ROOT, check=False).returncode:
            failed.append(command[0])
    if failed:
        print(f"failed: {', '.join(failed)}", flush=True)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
