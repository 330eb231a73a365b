"""What a run would change in a project's folder, and whether it may."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from ..diagnostics import Report
from ..source.files import content, inside, is_link
from ..source.pointer import Place
from ..source.values import Frozen
from .changes import Change, Changes
from .format import Formatted
from .record import (
    RECORD,
    FileHashes,
    Record,
    digest,
    digest_as_written,
    dump,
)
from .wishes import Edited

__all__ = ["Plan", "make_plan"]


class Plan(Frozen):
    """The changes of one project; paths are relative to its folder.

    ``write`` holds whole texts; ``conflicts`` are files changed by hand that
    stand in the way: a plan with any is not to be applied.
    """

    project: Path
    write: Mapping[str, str]
    delete: tuple[str, ...]
    unchanged: tuple[str, ...]
    changes: tuple[tuple[str, Change], ...]
    conflicts: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the folder is already what the run would make of it."""
        return not self.write and not self.delete

    @property
    def told(self) -> Changes:
        """The plan without its texts."""
        return Changes(
            self.project,
            self.changes,
            len(self.write),
            len(self.delete),
            len(self.unchanged),
        )


def make_plan(
    project: Path,
    files: Iterable[Formatted],
    record: Record,
    previous: Record | None,
    edited: Edited,
    report: Report,
) -> Plan:
    """Compares what is there with what the run made, and with what the last run wrote.

    ``record`` is the new record; it is a file of the plan like the others. A
    file that differs from what the last run wrote, and from what this one
    would, is a conflict (OUT002), unless ``edited`` says otherwise. Only files
    of the previous record are deleted. A way that leads out of the project is
    refused (OUT004).
    """
    known: Mapping[str, FileHashes] = {} if previous is None else previous.files
    fresh = {file.path: file for file in files}
    ways = _Ways(project)
    write: dict[str, str] = {}
    unchanged: list[str] = []
    changes: dict[str, Change] = {}
    edits: list[str] = []
    strays: list[str] = []
    for path in sorted({*fresh, *known}):
        if not ways.lead_inside(path):
            report.add(
                "OUT004", Place(str(project / path)), "the way there leads elsewhere"
            )
            strays.append(path)
            continue
        there = ways.hash_of(path)
        file = fresh.get(path)
        if there is None and file is None:
            continue
        if file is not None and there == file.hashes.written:
            unchanged.append(path)
            continue
        changes[path] = _change(there, file)
        if file is not None:
            write[path] = file.text
        if there is not None and (path not in known or there != known[path].written):
            edits.append(path)
    if edited is Edited.KEEP:
        strays += edits
        for path in edits:
            _report(project / path, report)
    text = dump(record)
    if ways.hash_of(RECORD) == digest(text):
        unchanged.append(RECORD)
    else:
        write[RECORD] = text
    delete = tuple(path for path, how in changes.items() if how is Change.DELETED)
    return Plan(
        project, write, delete, tuple(unchanged), tuple(changes.items()), tuple(strays)
    )


def _change(there: str | None, file: Formatted | None) -> Change:
    if file is None:
        return Change.DELETED
    return Change.NEW if there is None else Change.CHANGED


def _report(path: Path, report: Report) -> None:
    report.add(
        "OUT002",
        Place(str(path)),
        "the file is not as the last run wrote it",
        hint="undo the change, move the file away, or overwrite it with --force",
    )


class _Ways:
    """The ways from a project's folder to its files; each is looked at once."""

    def __init__(self, project: Path) -> None:
        self._project = str(project)
        self._links: dict[str, bool] = {}

    def lead_inside(self, path: str) -> bool:
        """Whether the way to a file never leaves the project."""
        pure = PurePosixPath(path)
        parts = pure.parts
        if not parts or pure.is_absolute() or ".." in parts:
            return False
        way = self._project
        for part in parts:
            way = inside(way, part)
            if way not in self._links:
                self._links[way] = is_link(way)
            if self._links[way]:
                return False
        return True

    def hash_of(self, path: str) -> str | None:
        """The hash of what stands there; None for nothing."""
        try:
            data = content(inside(self._project, path))
            return digest_as_written(data)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            return ""
