"""Makes ``.venv`` with what a task needs; only the standard library is asked for.

``python3 generator`` and ``python3 tests`` begin here, so that a fresh clone
needs nothing but Python.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
OLDEST = (3, 11)


def python_with(extra: str) -> Path:
    """The interpreter of ``.venv`` with the project and one of its extras installed.

    ``extra`` is "" for none. Installed again only when ``pyproject.toml`` has
    changed. Exits with a message where Python is too old or pip fails.
    """
    if sys.version_info < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        sys.exit(f"Python {wanted} or newer is needed; this is {sys.version[:7]}")
    scripts = "Scripts" if os.name == "nt" else "bin"
    python = ENVIRONMENT / scripts / ("python.exe" if os.name == "nt" else "python")
    stamp = ENVIRONMENT / f"installed-{extra or 'plain'}"
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.is_file() and python.is_file() and stamp.read_text() == wanted:
        return python
    if not python.is_file():
        print(f"making {ENVIRONMENT.name}", file=sys.stderr, flush=True)
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
    print("installing the project", file=sys.stderr, flush=True)
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    quiet = ["--quiet", "--disable-pip-version-check"]
    install = [python, "-m", "pip", "install", *quiet, "--editable", target]
    if subprocess.run(install, check=False).returncode:
        sys.exit("pip could not install the project; its messages stand above")
    stamp.write_text(wanted)
    return python
