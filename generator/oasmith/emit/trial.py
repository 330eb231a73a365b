"""``--prove``: a project tried out before it is written.

The files are laid out in a temporary folder, the package and all its modules
are imported in a fresh process, and mypy checks them as its users' would.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from ..diagnostics import Report
from .format import Formatted

__all__ = ["try_out"]

_IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(found.name)
for name in package.__all__:
    getattr(package, name)
"""

_SECONDS = 600


def try_out(files: Iterable[Formatted], package: str, report: Report) -> bool:
    """Whether the package imports and mypy finds no fault in it (OUT007).

    A missing mypy or httpx2 is a fault too: what was asked for could not be shown.
    """
    missing = [
        name for name in ("httpx2", "mypy") if importlib.util.find_spec(name) is None
    ]
    if missing:
        hint = f"pip install {' '.join(missing)}"
        report.add("OUT007", None, f"--prove needs {' and '.join(missing)}", hint=hint)
        return False
    with tempfile.TemporaryDirectory(prefix="oasmith-") as folder:
        root = Path(folder)
        for file in files:
            path = root / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.text.encode("utf-8"))
        # Both run, so that one report says everything.
        imports = _passes(root, ("-c", _IMPORT_ALL, package), "does not import", report)
        checked = ("-m", "mypy", "--strict", "--no-incremental", package)
        return (
            _passes(root, checked, "is not clean under mypy --strict", report)
            and imports
        )


def _passes(root: Path, arguments: tuple[str, ...], said: str, report: Report) -> bool:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode == 0:
        return True
    lines = (done.stdout + done.stderr).strip().splitlines()
    report.add(
        "OUT007",
        None,
        f"the package {said}: {lines[-1] if lines else 'no output'}",
        hint=next((line for line in lines if "error" in line.lower()), ""),
    )
    return False
