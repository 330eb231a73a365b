"""What can be wrong with a text, before it is known what it says."""

from __future__ import annotations

from .pointer import Pointer
from .values import Frozen

__all__ = ["DOUBLED_KEY", "Problem", "SourceError"]

DOUBLED_KEY = "SRC013"
"""A key stands in one mapping twice."""


class SourceError(Exception):
    """A document that cannot be read as a whole.

    ``file`` is the path as displayed; ``line`` and ``column`` count from 1 and
    are None where no position exists (a missing file).
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        hint: str = "",
        file: str = "",
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.file = file
        self.line = line
        self.column = column

    def within(self, file: str) -> SourceError:
        """The same error, said of ``file``."""
        return SourceError(
            self.code,
            self.message,
            hint=self.hint,
            file=file,
            line=self.line,
            column=self.column,
        )


class Problem(Frozen):
    """A fault in one part of a readable document.

    ``line`` and ``column`` count from 1; ``pointer`` is the part's, or that of
    the nearest part that has one; ``on_key`` as in a Place.
    """

    code: str
    message: str
    hint: str
    line: int
    column: int
    pointer: Pointer = ()
    on_key: bool = False
