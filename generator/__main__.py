"""``python3 generator``: set up, generate every client, show the coverage ledger.

Arguments are handed to ``oasmith`` instead: ``python3 generator check``.
"""

from __future__ import annotations

import subprocess
import sys

from bootstrap import ROOT, python_with


def main() -> int:
    """Run, and return the exit code of the first command that fails, else 0."""
    python = python_with("")
    asked = sys.argv[1:]
    commands = [asked] if asked else [["generate"], ["inspect"]]
    for arguments in commands:
        command = [python, "-m", "oasmith", *arguments]
        folder = None if asked else ROOT
        done = subprocess.run(command, cwd=folder, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
