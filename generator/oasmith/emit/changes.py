"""What a run changes in a project's folder, as it is told to the user."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from ..source.values import Frozen

__all__ = ["Change", "Changes"]


class Change(Enum):
    """How a file of the project would change."""

    NEW = "new"
    CHANGED = "changed"
    DELETED = "deleted"


class Changes(Frozen):
    """The files of ``project`` that change, by path in it, the record not among them.

    ``written`` counts the record, and files the run was not to touch do not count.
    """

    project: Path
    files: tuple[tuple[str, Change], ...]
    written: int
    deleted: int
    unchanged: int
