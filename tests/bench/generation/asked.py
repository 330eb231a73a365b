"""The tools: which release of each, and what is asked of it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

from tests.bench.generation.bench import Bench, Known, Result, Section
from tests.bench.generation.tools import OASMITH, PEERS
from tests.support.processes import run
from tests.sweep.markdown import table

__all__ = ["SECTION"]

SPEC = Path(__file__).parent / "any.json"
"""Stands for a description: it has no schemas, and so none with a name that matters."""


def _measure(bench: Bench, known: Known) -> Iterator[Result]:
    if "tools" not in known:
        rows = []
        for tool in (OASMITH, *PEERS):
            home = bench.installed(tool)
            python = run([home.python, "-I", "--version"]).split()[1]
            command = [str(word) for word in tool.command(SPEC, Path("OUT"))]
            shown = shlex.join(command).replace(str(SPEC), "SPEC")
            rows.append((tool.name, home.version(tool), python, f"`{shown}`"))
        yield {"name": "tools", "rows": rows}


def _show(known: Known) -> str:
    head = ("", "release", "Python", "what is run")
    return table(head, known["tools"]["rows"])


SECTION = Section("tools", "which tools are compared", 2, _measure, _show)
