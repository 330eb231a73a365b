"""Empty virtual environments with nothing but the built wheels in them."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.processes import ProgramError, clean_environment, execute, run
from tests.support.wheels import all_requirements

INSTALLED = """
import json
from importlib.metadata import distributions
found = {one.metadata["Name"]: one.requires or [] for one in distributions()}
print(json.dumps(found))
"""

UNREACHABLE = (
    "NewConnectionError",
    "ConnectTimeoutError",
    "NameResolutionError",
    "ReadTimeoutError",
    "ProxyError",
    "Could not find a version",
    "took over",
)
"""What pip says when it cannot reach a registry."""


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment; ``missing`` says why there is none."""

    version: str
    python: Path
    missing: str = ""

    def run(
        self,
        script: Path,
        *arguments: str,
        environment: Mapping[str, str] | None = None,
    ) -> Any:
        """Run a script that prints JSON on its last line, and give what it printed.

        It may not complain: an unclosed socket is warned of on standard error.
        """
        flags = ["-B", "-X", "utf8", "-W", "always::ResourceWarning"]
        command = [str(self.python), *flags, str(script), *arguments]
        done = execute(command, environment=clean_environment(environment))
        if done.stderr:
            raise ProgramError(f"{script.name} complained:\n{done.stderr[-4000:]}")
        return json.loads(done.stdout.strip().splitlines()[-1])

    def installed(self) -> dict[str, list[str]]:
        """Every distribution in it, with what it requires."""
        command = [str(self.python), "-I", "-c", INSTALLED]
        found: dict[str, list[str]] = json.loads(run(command))
        return found


def make_environments(
    pythons: Mapping[str, Path], wheels: Mapping[str, Path], folder: Path
) -> list[dict[str, str]]:
    """An environment for each Python, all made at the same time, as JSON values."""

    def make(version: str) -> dict[str, str]:
        return make_environment(version, pythons[version], wheels, folder / version)

    with ThreadPoolExecutor() as pool:
        return list(pool.map(make, pythons))


def make_environment(
    version: str, base: Path, wheels: Mapping[str, Path], folder: Path
) -> dict[str, str]:
    """An environment without pip, and in it the wheels and what they ask for.

    The requirements come from the registry and go first: where it cannot be reached,
    ``missing`` says so. The wheels go in without any registry.
    """
    run([base, "-I", "-m", "venv", "--without-pip", folder])
    python = folder / (
        "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    )
    made = {"version": version, "python": str(python), "missing": ""}
    try:
        _pip(python, all_requirements(wheels))
    except ProgramError as error:
        if any(sign in str(error) for sign in UNREACHABLE):
            return {**made, "missing": f"no registry: {str(error)[-300:]}"}
        raise
    _pip(python, ["--no-index", *(str(wheel) for wheel in wheels.values())])
    return made


def _pip(python: Path, arguments: Sequence[str]) -> None:
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    run([*pip, "install", *quiet, *arguments], timeout=180)
