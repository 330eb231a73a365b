"""Stoplight Prism, a mock server that checks every request against a description."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.once import locked
from tests.support.processes import ProgramError, clean_environment, run

VERSION = "5.14.2"
PROGRAM = Path("node_modules", "@stoplight", "prism-cli", "dist", "index.js")
PATIENCE = 60


def install_prism() -> tuple[str, Path]:
    """Node, and the program to run with it; installed once for all test runs.

    Skips the test where node is missing or the package cannot be had.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("node and npm are not there, so Prism cannot run")
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(base, "oasmith-tests", f"prism-{VERSION}")
    done = folder / "installed"
    with locked(folder / "lock"):
        if not done.exists():
            package = f"@stoplight/prism-cli@{VERSION}"
            quiet = ["--no-audit", "--no-fund", "--ignore-scripts"]
            command = [npm, "install", "--prefix", str(folder), *quiet, package]
            try:
                run(command, timeout=180)
            except ProgramError as error:
                pytest.skip(f"Prism cannot be installed: {str(error)[-300:]}")
            done.touch()
    return node, folder / PROGRAM


@contextmanager
def prism(spec: Path, patience: float = PATIENCE) -> Iterator[str]:
    """Run Prism for a description; gives its address.

    Raises:
        ProgramError: It did not listen within so many seconds.
    """
    node, program = install_prism()
    port = _free_port()
    process = subprocess.Popen(
        [node, str(program), "mock", "--host", "127.0.0.1", "--port", str(port), spec],
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    listening, last = threading.Event(), deque[str](maxlen=40)
    reader = threading.Thread(target=_read, args=(process, listening, last))
    reader.start()
    try:
        listening.wait(patience)
        if process.poll() is not None or not listening.is_set():
            raise ProgramError(f"Prism did not start:\n{''.join(last)}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()
        reader.join()


def _read(
    process: subprocess.Popen[str], listening: threading.Event, last: deque[str]
) -> None:
    """Read what the program says; once it listens or ends, whoever waits goes on."""
    assert process.stdout is not None
    with process.stdout:
        for line in process.stdout:
            last.append(line)
            if "Prism is listening" in line:
                listening.set()
    listening.set()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
