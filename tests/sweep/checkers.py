"""mypy and pyright over a generated package, both strict, as its users run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support.wheels import ROOT

PATIENCE = 1800
SAID = 400
FEW = 5
MYPY_CACHE = ROOT / ".sweep" / "mypy"


def check_types(project: Path, package: str) -> dict[str, Any]:
    """The number of errors each finds, -1 where it gave up, and the first of them."""
    mypy, mypy_says = _mypy(project, package)
    pyright, pyright_says = _pyright(project, package)
    return {
        "mypy": mypy,
        "pyright": pyright,
        "says": [one[:SAID] for one in (*mypy_says[:FEW], *pyright_says[:FEW])],
    }


def _mypy(project: Path, package: str) -> tuple[int, list[str]]:
    cache = MYPY_CACHE / str(os.getppid())
    told = ["--strict", "--no-error-summary", "--hide-error-context"]
    found = _run(
        ["mypy", *told, "--config-file=", f"--cache-dir={cache}", "-p", package],
        project,
    )
    errors = [line for line in found.stdout.splitlines() if ": error: " in line]
    if found.returncode and not errors:
        return -1, [(found.stdout + found.stderr)[-SAID:]]
    return len(errors), errors


def _pyright(project: Path, package: str) -> tuple[int, list[str]]:
    told = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "include": [package],
        "exclude": [],
    }
    (project / "pyrightconfig.json").write_text(json.dumps(told), encoding="utf-8")
    found = _run(
        ["pyright", "--pythonpath", sys.executable, "--outputjson", "-p", "."], project
    )
    try:
        said = json.loads(found.stdout)["generalDiagnostics"]
    except (ValueError, KeyError):
        return -1, [(found.stdout + found.stderr)[-SAID:]]
    errors = [_shown(one, project) for one in said if one["severity"] == "error"]
    return len(errors), errors


def _shown(found: dict[str, Any], project: Path) -> str:
    file = Path(found["file"]).relative_to(project)
    line = found["range"]["start"]["line"] + 1
    return f"{file}:{line}: {found['message']} ({found.get('rule')})"


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=PATIENCE,
        check=False,
    )
