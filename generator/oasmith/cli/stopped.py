"""Runs that are ended from outside."""

from __future__ import annotations

__all__ = ["Stopped"]


class Stopped(BaseException):
    """A signal of this number has ended the run, when these APIs had been written."""

    def __init__(self, number: int, written: tuple[str, ...] = ()) -> None:
        super().__init__(number, written)
        self.number = number
        self.written = written
