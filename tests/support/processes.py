"""Running other programs, with failures that show what they said."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

KEPT = ("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "LANG", "USERPROFILE")
"""Environment variables that programs under test may see."""


class ProgramError(AssertionError):
    """A program did not end well; the message holds its output."""


def clean_environment(further: Mapping[str, str] | None = None) -> dict[str, str]:
    """An environment without anything that could change how a client behaves."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {**kept, **(further or {})}


def run(
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    timeout: float = 120,
) -> str:
    """The standard output of a program.

    Raises:
        ProgramError: It failed, or took longer than ``timeout`` seconds.
    """
    done = execute(command, environment=environment, folder=folder, timeout=timeout)
    return done.stdout


def execute(
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    timeout: float = 120,
) -> subprocess.CompletedProcess[str]:
    """Run a program; gives all it said.

    Raises:
        ProgramError: It failed, or took longer than ``timeout`` seconds.
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            env=None if environment is None else dict(environment),
            cwd=folder,
            timeout=timeout,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ProgramError(f"{' '.join(words)}\ntook over {timeout} s") from error
    if done.returncode:
        raise ProgramError(
            f"{' '.join(words)}\nended with {done.returncode}\n"
            f"{done.stdout[-4000:]}\n{done.stderr[-6000:]}"
        )
    return done
