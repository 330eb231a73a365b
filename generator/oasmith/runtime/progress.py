"""Saying on stderr how waiting goes."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from typing import TextIO

__all__ = ["TICK", "ProgressLine"]

TICK = 1.0
"""Seconds between two looks at the clock on a terminal."""


class ProgressLine:
    """One line that changes, on a terminal; elsewhere a line for each new state."""

    def __init__(self, now: Callable[[], float]) -> None:
        """Take a clock; without a console there is no stderr, and nothing is said."""
        stream: TextIO | None = sys.stderr
        self._now = now
        self._stream = stream
        self._started = now()
        self._said = ""
        self._width = 0
        self.is_live: bool = stream is not None and stream.isatty()

    def show(self, subject: str, state: str) -> None:
        """Say the state of what is waited for."""
        said = _printable(f"{subject}: {state}")
        is_new = said != self._said
        self._said = said
        if self.is_live:
            self.tick()
        elif is_new:
            self._write(f"{said}, {self._elapsed()}\n")

    def tick(self) -> None:
        """Draw the line anew, now that time has passed."""
        room = max(shutil.get_terminal_size().columns - 1, 20)
        after = f", {self._elapsed()}"
        said = self._said
        if len(said) + len(after) > room:
            said = said[: room - len(after) - 3] + "..."
        line = said + after
        self._write(f"\r{line:{self._width}}")
        self._width = len(line)

    def close(self) -> None:
        """Leave the line as it is."""
        if self.is_live and self._width:
            self._write("\n")

    def _elapsed(self) -> str:
        """The time since the beginning, as 1:02:03."""
        minutes, seconds = divmod(int(self._now() - self._started), 60)
        hours, minutes = divmod(minutes, 60)
        if hours:
            return f"{hours}:{minutes:02}:{seconds:02}"
        return f"{minutes}:{seconds:02}"

    def _write(self, text: str) -> None:
        if self._stream is not None:
            self._stream.write(text)
            self._stream.flush()


def _printable(text: str) -> str:
    """The text with nothing in it that a terminal would obey."""
    return "".join(one if one.isprintable() else "?" for one in text)
