"""What came of a tool's run, looked at in an environment that has what it needs."""

from __future__ import annotations

import json
from pathlib import Path

from tests.bench.generation.bench import Bench, Result
from tests.bench.generation.installed import client_home
from tests.bench.generation.tools import Tool
from tests.bench.timed import timed
from tests.sweep.corpus import Spec

__all__ = ["verdict"]

CHILD = Path(__file__).with_name("output_child.py")


def verdict(bench: Bench, tool: Tool, spec: Spec) -> Result:
    """The size of the client that a tool has made, and whether it imports."""
    home = client_home(tool, bench.folder)
    out = bench.out(tool, spec)
    done = timed(
        [home.python, "-I", "-B", CHILD, out],
        environment=home.environment(),
        folder=out,
        patience=bench.patience,
    )
    lines = [one for one in done.said.splitlines() if one.startswith('{"lines"')]
    if not lines:
        why = (
            "took too long"
            if done.code is None
            else bench.unplaced(done.said).strip()[-300:]
        )
        return {"imports": False, "compiles": False, "problem": f"importing: {why}"}
    found: Result = json.loads(lines[-1])
    return {**found, "problem": bench.unplaced(found["problem"])}
