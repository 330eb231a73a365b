"""What all measurements have in common: where the tools are and what they make."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from oasmith import __version__
from oasmith.freshness import fingerprint
from tests.bench.generation.installed import Installed, install
from tests.bench.generation.tools import Tool
from tests.bench.timed import Run, timed
from tests.support.processes import ProgramError, run
from tests.support.wheels import ROOT
from tests.sweep.corpus import Spec

__all__ = ["ALONE", "Bench", "Known", "Made", "Result", "Section", "measured_on"]

ALONE = 1200.0
"""Seconds that a run may take which is held against no other tool's."""

Result: TypeAlias = dict[str, Any]
Known: TypeAlias = Mapping[str, Result]
"""Results by the names of what was measured."""


@dataclass(frozen=True, slots=True)
class Made:
    """A run, and whether a client came of it."""

    run: Run
    is_made: bool

    def kept(self) -> Result:
        """What is kept of it."""
        return {
            "made": self.is_made,
            "cpu": self.run.cpu,
            "memory": self.run.memory,
            "why": "" if self.is_made else self._why(),
        }

    def _why(self) -> str:
        if self.run.code is None:
            return "took too long"
        lines = [line.strip() for line in self.run.said.splitlines() if line.strip()]
        telling = [line for line in lines if "rror" in line] or lines
        return telling[-1][:200] if telling else "said nothing"


@dataclass(frozen=True, slots=True)
class Bench:
    """A folder of tools, descriptions and outputs; no tool runs beyond ``patience``."""

    folder: Path
    patience: float

    def out(self, tool: Tool, spec: Spec) -> Path:
        """Where the client goes that a tool makes of a description."""
        name = re.sub(r"\W+", "-", spec.name)
        return self.folder / "outputs" / _kept_apart(tool) / name

    def make(self, tool: Tool, spec: Spec, patience: float | None = None) -> Made:
        """Make a client from nothing, and leave it in its place."""
        out = self.out(tool, spec)
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True)
        run = self.run(tool, tool.command(spec.path, out), patience)
        is_there = next(out.rglob("*.py"), None) is not None
        said = self.unplaced(run.said)
        made = Made(replace(run, said=said), run.code in tool.good and is_there)
        told = {**asdict(made.run), "is_made": made.is_made}
        _note(out).write_text(json.dumps(told), encoding="utf-8")
        return made

    def unplaced(self, said: str) -> str:
        """What a program said, without where the folder is on this machine."""
        return said.replace(f"{self.folder}/", "")

    def is_tried(self, tool: Tool, spec: Spec) -> bool:
        """Whether a tool was asked for the client."""
        return _note(self.out(tool, spec)).is_file()

    def is_made(self, tool: Tool, spec: Spec) -> bool:
        """Whether the client is there; it is made if that was not tried yet."""
        note = _note(self.out(tool, spec))
        if not note.is_file():
            return self.make(tool, spec).is_made
        return bool(json.loads(note.read_text("utf-8"))["is_made"])

    def run(
        self,
        tool: Tool,
        command: Sequence[str | Path],
        patience: float | None = None,
    ) -> Run:
        """Run a program of a tool's environment; it is the first word."""
        home = install(tool, self.folder)
        program, *arguments = command
        return timed(
            [home.programs / program, *arguments],
            environment=home.environment(),
            folder=self.folder,
            patience=self.patience if patience is None else patience,
        )

    def installed(self, tool: Tool) -> Installed:
        """The environment of a tool."""
        return install(tool, self.folder)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page.

    ``measure`` is told what is known already and gives what is not, piece by piece;
    ``show`` makes Markdown of it. ``minutes`` is how long it takes on two idle cores.
    """

    name: str
    about: str
    minutes: int
    measure: Callable[[Bench, Known], Iterator[Result]]
    show: Callable[[Known], str]
    is_slow: bool = False


def measured_on() -> str:
    """The generator and the machine, in a line under a table."""
    of_generator = ("--", "generator/oasmith", "templates")
    try:
        log = run(["git", "log", "-1", "--format=%h", *of_generator], folder=ROOT)
        changed = run(["git", "status", "--porcelain", *of_generator], folder=ROOT)
        commit = log.strip() + " and changes" * bool(changed.strip())
    except (ProgramError, OSError):
        commit = fingerprint()
    machine = f"{os.cpu_count()} cores of {_processor()}"
    return (
        f"*oasmith {__version__} ({commit}), {date.today().isoformat()},"
        f" Python {platform.python_version()}, {machine}.*"
    )


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        told = ""
    found = re.search(r"^model name\s*: (.*)$", told, re.MULTILINE)
    return found[1].strip() if found else platform.machine()


def _kept_apart(tool: Tool) -> str:
    """OASmith's outputs are those of one state of it."""
    return tool.slug if tool.distribution else f"{tool.slug}-{fingerprint()}"


def _note(out: Path) -> Path:
    return out.with_name(f"{out.name}.json")
