"""A process that sweeps what it is told, a line each way, until its input ends.

Generating in one process after the other saves the start of two thousand; a
description that kills or hangs it costs that one process.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from tests.sweep.one import Part, sweep_one


def main() -> None:
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        told = json.loads(line)
        result = sweep_one(told["name"], Path(told["path"]), Part(told["part"]))
        print(json.dumps(asdict(result)), file=answers, flush=True)


if __name__ == "__main__":
    main()
