"""``python -m tests.edits SPEC…``: exit code 1 where an edit did not come out alike."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from .tried import tried


def main() -> int:
    """Try every description in a folder of its own, and tell what differed."""
    parser = argparse.ArgumentParser(prog="python -m tests.edits")
    parser.add_argument("specs", nargs="+", type=Path, metavar="SPEC")
    parser.add_argument("--edits", type=int, default=4, help="of each (default: 4)")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    specs: list[Path] = [one.resolve() for one in asked.specs]
    count = different = 0
    for spec in specs:
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            for told in tried(spec, Path(folder), asked.edits, asked.seed):
                count += 1
                if told:
                    different += 1
                    print(f"{spec}: {told}", flush=True)
            os.chdir("/")
    print(f"{count} edits, {different} came out otherwise than from nothing")
    return int(different > 0)


if __name__ == "__main__":
    sys.exit(main())
