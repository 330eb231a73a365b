"""Environments of the tools and of the clients that they make, kept in a folder."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from oasmith.freshness import fingerprint
from tests.bench.generation.tools import Tool
from tests.support.once import locked
from tests.support.processes import clean_environment, run
from tests.support.pythons import find_pythons
from tests.support.wheels import ROOT, build_wheel

__all__ = ["Installed", "client_home", "install"]

VERSIONS = """
import json
from importlib.metadata import distributions
print(json.dumps({one.metadata["Name"]: one.version for one in distributions()}))
"""

PATIENCE = 600
"""Seconds that an installation may take."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A virtual environment, which may be moved nowhere."""

    home: Path

    @property
    def programs(self) -> Path:
        """Where its commands are."""
        return self.home / "bin"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.programs / "python"

    def environment(self) -> dict[str, str]:
        """What a program sees when the environment is activated, and little more."""
        path = os.pathsep.join([str(self.programs), os.environ.get("PATH", "")])
        return clean_environment({"PATH": path, "NO_COLOR": "1", "TERM": "dumb"})

    def versions(self) -> dict[str, str]:
        """The version of every distribution in it."""
        found: dict[str, str] = json.loads(run([self.python, "-I", "-c", VERSIONS]))
        return found

    def version(self, tool: Tool) -> str:
        """That of a tool in its own environment."""
        return self.versions()[tool.distribution.partition("[")[0] or "oasmith"]


def install(tool: Tool, folder: Path) -> Installed:
    """The environment of a tool, made once; OASmith's anew for every change of it.

    Raises:
        ProgramError: pip could not install it.
    """
    if tool.distribution:
        python = Path(sys.executable)
        if tool.wants_newest:
            python = list(find_pythons().values())[-1]
        return _made(folder / "tools" / tool.home, python, [tool.distribution])
    home = folder / "tools" / f"{tool.home}-{fingerprint()}"
    if home.is_dir():
        return Installed(home)
    for earlier in home.parent.glob(f"{tool.home}-*"):
        shutil.rmtree(earlier) if earlier.is_dir() else earlier.unlink()
    wheel = build_wheel(ROOT, folder / "wheels" / fingerprint())
    return _made(home, Path(sys.executable), [str(wheel)])


def client_home(tool: Tool, folder: Path) -> Installed:
    """An environment in which the clients that the tool makes can be imported.

    Raises:
        ProgramError: pip could not install what they need.
    """
    return _made(folder / "clients" / tool.slug, Path(sys.executable), tool.needs)


def _made(home: Path, python: Path, wanted: Sequence[str]) -> Installed:
    """An environment without pip, whole or not at all."""
    with locked(home.with_name(f"{home.name}.lock")):
        if home.is_dir():
            return Installed(home)
        try:
            run([python, "-I", "-m", "venv", "--without-pip", home])
            pip = [sys.executable, "-m", "pip", "--python", str(home / "bin/python")]
            quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
            run([*pip, "install", *quiet, *wanted], timeout=PATIENCE)
        except BaseException:
            shutil.rmtree(home, ignore_errors=True)
            raise
    return Installed(home)
