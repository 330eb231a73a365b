"""The generated projects as wheels."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from email import message_from_bytes
from pathlib import Path
from zipfile import ZipFile

from tests.support.processes import run

ROOT = Path(__file__).resolve().parents[2]
GENERATED = ROOT / "generated"
PACKAGES = {
    "wasabi-air": "wasabi_air",
    "unstructured-platform": "unstructured_platform",
}
"""The import package of each generated project."""


def build_wheels(folder: Path) -> dict[str, str]:
    """Build a wheel of every generated project; gives the path of each.

    The build backend of this environment is used where there is one, which needs no
    network.
    """
    with ThreadPoolExecutor() as pool:
        paths = pool.map(lambda name: build_wheel(GENERATED / name, folder), PACKAGES)
        return {name: str(path) for name, path in zip(PACKAGES, paths, strict=True)}


def build_wheel(project: Path, folder: Path) -> Path:
    """Build the wheel of one project into a folder of its own below ``folder``."""
    if not (project / "pyproject.toml").exists():
        raise FileNotFoundError(f"no project in {project}: run 'oasmith generate'")
    target = folder / project.name
    has_backend = importlib.util.find_spec("hatchling") is not None
    isolation = ["--no-isolation"] if has_backend else []
    command = [sys.executable, "-m", "build", "--wheel", *isolation]
    run([*command, "--outdir", target, project], timeout=180)
    return next(target.glob("*.whl"))


def requirements(wheel: Path) -> list[str]:
    """What a wheel asks for, without extras: ``["httpx2>=2.16"]``."""
    with ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        about = message_from_bytes(archive.read(name))
    return [one for one in about.get_all("Requires-Dist", []) if "extra ==" not in one]


def all_requirements(wheels: Mapping[str, Path]) -> list[str]:
    """What the wheels ask for, each once."""
    return sorted({one for wheel in wheels.values() for one in requirements(wheel)})


def project_name(requirement: str) -> str:
    """The normal form of the name a requirement begins with."""
    found = re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", requirement)
    assert found, requirement
    return re.sub(r"[-_.]+", "-", found[0]).lower()
