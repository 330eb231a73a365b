"""Which Pythons there are to test with."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

OLDEST = (3, 11)
NEWEST = 20
"""The last minor version to look for by name."""

_ASK = "import ensurepip, ssl, sys; print('%d.%d' % sys.version_info[:2])"


@cache
def find_pythons() -> dict[str, Path]:
    """An interpreter for each minor version from 3.11 on, the running one included.

    They are looked for on the PATH and among those pyenv manages. One that does not
    start does not count.
    """
    found = {"{}.{}".format(*sys.version_info[:2]): Path(sys.executable)}
    for candidate in _candidates():
        version = _version(candidate)
        if version and version not in found:
            found[version] = candidate
    return dict(sorted(found.items(), key=lambda pair: _key(pair[0])))


def _candidates() -> list[Path]:
    named = [shutil.which(f"python3.{minor}") for minor in range(OLDEST[1], NEWEST + 1)]
    managed = sorted((Path.home() / ".pyenv" / "versions").glob("3.*/bin/python"))
    return [Path(path) for path in named if path] + managed


def _version(python: Path) -> str:
    try:
        asked = subprocess.run(
            [python, "-c", _ASK],
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    version = asked.stdout.strip()
    is_new_enough = asked.returncode == 0 and _key(version) >= OLDEST
    return version if is_new_enough else ""


def _key(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))
