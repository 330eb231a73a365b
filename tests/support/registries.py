"""Packages that tests read but do not install, fetched once into a folder."""

from __future__ import annotations

import shutil
import sys
import tarfile
from collections.abc import Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.once import locked
from tests.support.processes import ProgramError, run
from tests.support.wheels import ROOT

__all__ = ["CACHE", "Unreachable", "npm_package", "source_distribution"]

CACHE = ROOT / ".sweep"
"""Where fetched packages stay; git ignores it."""


class Unreachable(Exception):
    """A package could not be fetched."""


def npm_package(
    wanted: str, home: Path, only: Collection[str] = (), patience: float = 60
) -> Path:
    """Fetch ``name@version`` from npm and unpack it into ``home``, unless it is there.

    Args:
        wanted: The package.
        home: What its archive holds comes here, as ``package/...``.
        only: The files to unpack, if not all, as they are named in the archive.
        patience: Seconds that fetching may take.

    Raises:
        Unreachable: npm is not installed, or did not fetch it.
    """
    npm = shutil.which("npm")
    if npm is None and not home.is_dir():
        raise Unreachable(f"{wanted}: npm is not installed")
    command = [npm or "", "pack", "--silent", wanted, "--pack-destination"]
    return _unpacked(command, home, only, patience)


def source_distribution(wanted: str, home: Path, patience: float = 60) -> Path:
    """Fetch the sources of ``name==version`` with pip, unless they are in ``home``.

    Raises:
        Unreachable: pip did not fetch them.
    """
    name = wanted.partition("=")[0]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    asking = ["download", "--quiet", "--no-deps", "--no-binary", name, wanted, "--dest"]
    return _unpacked([*pip, *asking], home, (), patience)


def _unpacked(
    command: Sequence[str], home: Path, only: Collection[str], patience: float
) -> Path:
    """Unpack the archive that ``command``, told where, fetches.

    It is moved into place whole, so that a broken run leaves nothing half done.
    """
    with locked(home.with_name(f"{home.name}.lock")):
        if home.is_dir():
            return home
        with TemporaryDirectory(dir=home.parent) as folder:
            try:
                run([*command, folder], timeout=patience)
            except ProgramError as error:
                raise Unreachable(str(error)) from error
            (archive,) = Path(folder).iterdir()
            whole = Path(folder) / "unpacked"
            with tarfile.open(archive) as tar:
                wanted = [one for one in tar if not only or one.name in only]
                tar.extractall(whole, members=wanted, filter="data")
            whole.rename(home)
    return home
