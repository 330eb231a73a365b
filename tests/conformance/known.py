"""Violations whose reason is known, and is not in the requests."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Reason:
    """Why what matches in a description is no fault of a request."""

    spec: str
    says: str
    why: str


@dataclass
class Known:
    """The reasons there are, and which of them were met with."""

    reasons: Sequence[Reason]
    met: set[Reason] = field(default_factory=set)

    def reason(self, spec: str, text: str) -> str:
        """Why ``text`` is no fault of a request to ``spec``; "" where it may be one."""
        for one in self.reasons:
            if one.spec in ("*", spec) and re.search(one.says, text):
                self.met.add(one)
                return one.why
        return ""


def read_known(path: Path = HERE / "known.toml") -> Known:
    """The reasons of a file."""
    told: Mapping[str, list[dict[str, str]]] = tomllib.loads(path.read_text("utf-8"))
    return Known([Reason(**one) for one in told.get("reasons", [])])
