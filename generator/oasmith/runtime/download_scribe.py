"""Writes answers that are read in chunks, as a server would."""

from __future__ import annotations

from typing import Any

from .operation import Operation
from .scribe import Scribe
from .wire import Reply

__all__ = ["DownloadScribe"]


class DownloadScribe(Scribe):
    """Writes the answers of operations that are read in chunks."""

    def returning(self, operation: Operation[Any], value: Any) -> Reply:
        """An answer that the client reads as these chunks of bytes.

        Raises:
            TypeError: They are none.
        """
        return super().returning(operation, b"".join(value))
