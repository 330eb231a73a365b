"""The results of a sweep on disk, a line each: a run broken off is taken up again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.support.wheels import ROOT

__all__ = ["Results", "generator_digest"]

TABLES = (
    *("corpus.py", "markdown.py", "pool.py", "proof.py"),
    *("results.py", "table.py", "__main__.py"),
)
"""Modules of the sweep that bear on no single result."""

SOURCES = (".jinja", ".py", ".toml")
TESTS = ("tests/ledger", "tests/sweep")


def generator_digest(*further: str) -> str:
    """Of every file that the results depend on but the descriptions.

    ``further`` are folders that a command has beside those of the sweep.
    """
    digest = hashlib.sha256()
    for folder in ("generator/oasmith", "templates", *TESTS, *further):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in SOURCES and path.name not in TABLES:
                digest.update(path.relative_to(ROOT).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


class Results:
    """One file of results; the last line about a description counts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)

    def add(self, result: Mapping[str, Any]) -> None:
        """Keep a result, at once."""
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(result) + "\n")

    def all(self) -> dict[str, dict[str, Any]]:
        """Every result by the name of its description."""
        found: dict[str, dict[str, Any]] = {}
        if self.path.is_file():
            for line in self.path.read_text("utf-8").splitlines():
                result = json.loads(line)
                found[result["name"]] = result
        return dict(sorted(found.items()))

    def clear(self) -> None:
        """Forget all, to begin anew."""
        self.path.unlink(missing_ok=True)
