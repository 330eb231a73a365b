"""Command lines that need no click to be understood: most of generate and check.

Whatever is not written out as the help has it, does not fit, or is out of the ordinary
is left to click, which holds the table of all commands and options. A test holds the
two against each other.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ..config.model import STANDARD_INPUT
from ..source.files import status
from ..source.values import Frozen
from .orders import Check, Generate
from .say import Format

__all__ = ["understood"]

_VALUES = ("--output", "--package", "--config", "--jobs", "--report", "--diagnostics")
_FLAGS = ("--force", "--strict", "--prove", "--no-progress")
_VALUES_OF_CHECK = ("--config", "--diagnostics")


class _Unclear(Exception):
    """Something is left to click."""


class _Told(Frozen):
    """What stands on a command line, behind the command."""

    specs: tuple[Path, ...]
    values: dict[str, str]
    flags: set[str]

    def folder(self, option: str) -> Path | None:
        """The folder an option names, which need not be there yet."""
        text = self.values.get(option)
        return None if text is None else _path(text, stat.S_ISDIR)

    def file(self, option: str) -> Path | None:
        """The file an option names, which need not be there yet."""
        text = self.values.get(option)
        return (
            None if text is None else _path(text, lambda mode: not stat.S_ISDIR(mode))
        )

    def number(self, option: str) -> int:
        """The number of an option, else 1."""
        text = self.values.get(option, "1")
        if not (text.isascii() and text.isdecimal() and int(text) > 0):
            raise _Unclear
        return int(text)

    def form(self, option: str) -> Format:
        """The form an option names, else text."""
        try:
            return Format(self.values.get(option, Format.TEXT.value))
        except ValueError as error:
            raise _Unclear from error


def understood(arguments: Sequence[str]) -> Generate | Check | None:
    """What the arguments ask for; None where click has to say that."""
    if sys.platform == "win32" or "_OASMITH_COMPLETE" in os.environ:
        return None
    try:
        match arguments:
            case ["generate", *rest]:
                return _generate(_told(rest, _VALUES, _FLAGS))
            case ["check", *rest]:
                told = _told(rest, _VALUES_OF_CHECK, ())
                form = told.form("--diagnostics")
                return Check(told.specs, told.file("--config"), form)
            case _:
                return None
    except _Unclear:
        return None


def _generate(told: _Told) -> Generate:
    return Generate(
        specs=told.specs,
        output=told.folder("--output"),
        package=told.values.get("--package"),
        config=told.file("--config"),
        jobs=told.number("--jobs"),
        force="--force" in told.flags,
        strict="--strict" in told.flags,
        prove="--prove" in told.flags,
        report=told.file("--report"),
        diagnostics=told.form("--diagnostics"),
        no_progress="--no-progress" in told.flags,
    )


def _told(words: Sequence[str], values: Sequence[str], flags: Sequence[str]) -> _Told:
    """The words put in order. Raises _Unclear for one that is not known."""
    specs: list[Path] = []
    told: dict[str, str] = {}
    raised: set[str] = set()
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        if word in flags:
            raised.add(word)
        elif name in values:
            told[name] = value if equals else next(rest, "")
            if not told[name] or told[name].startswith("-"):
                raise _Unclear
        elif word == STANDARD_INPUT:
            specs.append(Path(word))
        elif word and not word.startswith("-"):
            specs.append(_path(word, lambda mode: True))
        else:
            raise _Unclear
    return _Told(tuple(specs), told, raised)


def _path(text: str, fits: Callable[[int], bool]) -> Path:
    """The path; raises _Unclear for what is there and does not fit."""
    try:
        mode = status(text).st_mode
    except OSError:
        return Path(text)
    if not fits(mode) or not os.access(text, os.R_OK):
        raise _Unclear
    return Path(text)
