"""Writing a plan: all of it or nothing.

Every text is first written to a temporary folder beside the project, on the
same file system. Only when all are there do they take their places, one
rename each; if that is stopped half-way, what was replaced is put
back. So an interrupt leaves the old project or the new one, never a mixture.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

from ..diagnostics import Report
from ..source.files import folder_of, inside, is_there, move, write
from ..source.pointer import Place
from .plan import Plan

__all__ = ["apply"]


def apply(plan: Plan, report: Report) -> bool:
    """Makes the folder what the plan says; False when it cannot be (OUT003).

    Raises ValueError for a plan with conflicts. An interrupt passes through,
    after the old state is back.
    """
    if plan.conflicts:
        raise ValueError("a plan with conflicts is not to be applied")
    if plan.is_empty:
        return True
    made = _missing_folders(plan.project)
    try:
        plan.project.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=".oasmith-", dir=plan.project.parent, ignore_cleanup_errors=True
        ) as folder:
            _swap(plan, Path(folder))
    except OSError as error:
        _remove_empty(made)
        path = error.filename or str(plan.project)
        report.add(
            "OUT003",
            Place(str(path)),
            f"cannot be written: {error.strerror or error}",
            hint="check the path, its permissions and the free space",
        )
        return False
    except BaseException:
        _remove_empty(made)
        raise
    _sweep(plan)
    return True


def _swap(plan: Plan, folder: Path) -> None:
    """Stages the new texts in ``folder``, then exchanges them with the old files."""
    fresh = {path: inside(str(folder), f"new{i}") for i, path in enumerate(plan.write)}
    for path, staged in fresh.items():
        write(staged, plan.write[path].encode("utf-8"))
    journal = _Journal(plan.project, folder)
    try:
        for path in plan.delete:
            journal.set_aside(path)
        for path, staged in fresh.items():
            journal.put(staged, path)
    except BaseException:
        journal.undo()
        raise


class _Journal:
    """What was moved so far, so that it can be moved back."""

    def __init__(self, project: Path, folder: Path) -> None:
        self._project = str(project)
        self._folder = str(folder)
        self._placed: list[tuple[str, str | None]] = []
        self._made: list[Path] = []
        self._there: set[str] = set()

    def set_aside(self, path: str) -> None:
        """Moves a file out of its place, if there is one."""
        target = inside(self._project, path)
        if is_there(target):
            old = self._next()
            self._placed.append((target, old))
            move(target, old)

    def put(self, staged: str, path: str) -> None:
        """Moves a staged file to its place; what stood there is kept aside."""
        target = inside(self._project, path)
        self._make_folders(folder_of(target))
        old: str | None = None
        if is_there(target):
            old = self._next()
            # A copy, so that the name is never without a file.
            shutil.copy2(target, old)
        self._placed.append((target, old))
        move(staged, target)

    def undo(self) -> None:
        """Brings the old files back, the last moved first."""
        for target, old in reversed(self._placed):
            with contextlib.suppress(OSError):
                if old is None:
                    Path(target).unlink(missing_ok=True)
                elif is_there(old):
                    move(old, target)
        _remove_empty(list(reversed(self._made)))

    def _next(self) -> str:
        """Where the next file is kept aside."""
        return inside(self._folder, f"old{len(self._placed)}")

    def _make_folders(self, folder: str) -> None:
        """Makes a folder, and those it is in, as far as they are not there."""
        if folder not in self._there:
            for missing in reversed(_missing_folders(Path(folder))):
                missing.mkdir()
                self._made.append(missing)
            self._there.add(folder)


def _missing_folders(folder: Path) -> list[Path]:
    """``folder`` and its parents as far as they do not exist, the innermost first."""
    missing: list[Path] = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    return missing


def _remove_empty(folders: list[Path]) -> None:
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()


def _sweep(plan: Plan) -> None:
    """Removes folders that deletion left empty."""
    for path in plan.delete:
        folder = (plan.project / path).parent
        while folder != plan.project and folder.is_dir():
            try:
                folder.rmdir()
            except OSError:
                break
            folder = folder.parent
