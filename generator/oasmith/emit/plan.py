"""What a run would change in a project's folder, and whether it may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from ..diagnostics import Report
from ..source.pointer import Place
from ..source.values import Frozen
from .changes import Change, Changes
from .format import Formatted
from .record import RECORD, FileHashes, Record, digest, dump
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
    texts = {file.path: file.text for file in files}
    write: dict[str, str] = {}
    unchanged: list[str] = []
    changes: dict[str, Change] = {}
    edits: list[str] = []
    strays: list[str] = []
    for path in sorted({*texts, *known}):
        if not _is_inside(project, path, report):
            strays.append(path)
            continue
        there = _hash_of(project / path)
        text = texts.get(path)
        if there is None and text is None:
            continue
        if text is not None and there == digest(text):
            unchanged.append(path)
            continue
        changes[path] = _change(there, text)
        if text is not None:
            write[path] = text
        if there is not None and (path not in known or there != known[path].written):
            edits.append(path)
    if edited is Edited.KEEP:
        strays += edits
        for path in edits:
            _report(project / path, report)
    _add_record(project, dump(record), write, unchanged)
    delete = tuple(path for path, how in changes.items() if how is Change.DELETED)
    return Plan(
        project, write, delete, tuple(unchanged), tuple(changes.items()), tuple(strays)
    )


def _change(there: str | None, text: str | None) -> Change:
    if text is None:
        return Change.DELETED
    return Change.NEW if there is None else Change.CHANGED


def _add_record(
    project: Path, text: str, write: dict[str, str], unchanged: list[str]
) -> None:
    if _hash_of(project / RECORD) == digest(text):
        unchanged.append(RECORD)
    else:
        write[RECORD] = text


def _report(path: Path, report: Report) -> None:
    report.add(
        "OUT002",
        Place(str(path)),
        "the file is not as the last run wrote it",
        hint="undo the change, move the file away, or overwrite it with --force",
    )


def _hash_of(path: Path) -> str | None:
    """The hash of a file's text; None when there is none."""
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return ""
    return digest(data.decode("utf-8", "replace"))


def _is_inside(project: Path, path: str, report: Report) -> bool:
    parts = PurePosixPath(path).parts
    plain = bool(parts) and not PurePosixPath(path).is_absolute() and ".." not in parts
    if plain and not any(folder.is_symlink() for folder in _ways(project, parts)):
        return True
    report.add("OUT004", Place(str(project / path)), "the way there leads elsewhere")
    return False


def _ways(project: Path, parts: tuple[str, ...]) -> Iterator[Path]:
    """The folders between the project and a file, and the file itself."""
    for length in range(1, len(parts) + 1):
        yield project.joinpath(*parts[:length])
