"""Writing a project: all of it or nothing.

Every text is first written to a temporary folder inside the project, on its own file
system. Only when all are there do they take their places, one rename each; if that is
stopped half-way, what was replaced is put back. So an interrupt leaves the old project
or the new one, never a mixture.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from pathlib import Path

from ..diagnostics import Report
from ..source.files import folder_of, inside, is_there, move, write
from ..source.pointer import Place
from .alone import alone_in, missing_folders, remove_empty, staging
from .format import Formatted
from .plan import Plan, make_plan
from .record import Record
from .record import read as read_record
from .wishes import Edited

__all__ = ["Outrun", "apply", "settle"]


class Outrun(Exception):
    """Another run has written the project since its record was read."""


def settle(
    project: Path,
    files: Iterable[Formatted],
    record: Record,
    previous: Record | None,
    edited: Edited,
    keep: Callable[[], None],
    report: Report,
) -> Plan | None:
    """Plans (``make_plan``), applies it, and then keeps what is to be kept, alone.

    None where that cannot be, which is reported. Raises Outrun when ``previous`` is no
    longer the record of the last run: it may be of another client by now, and the
    names of this one are to be those it has.
    """
    try:
        with alone_in(project):
            if read_record(project, Report()) != previous:
                raise Outrun
            plan = make_plan(project, files, record, previous, edited, report)
            if plan.conflicts or not apply(plan, report):
                return None
            keep()
            return plan
    except OSError as error:
        _report(project, error, report)
        return None


def apply(plan: Plan, report: Report) -> bool:
    """Makes the folder what the plan says; False when it cannot be (OUT003).

    The folder is there, and no other run is at work in it. Raises ValueError for a plan
    with conflicts. An interrupt passes through, after the old state is back.
    """
    if plan.conflicts:
        raise ValueError("a plan with conflicts is not to be applied")
    if plan.is_empty:
        return True
    try:
        with _about(plan.project):
            folder = staging(plan.project)
        try:
            _swap(plan, folder)
        finally:
            _to_the_end(lambda: shutil.rmtree(folder, ignore_errors=True))
    except OSError as error:
        _report(plan.project, error, report)
        return False
    _sweep(plan)
    return True


def _report(project: Path, error: OSError, report: Report) -> None:
    report.add(
        "OUT003",
        Place(str(error.filename or project)),
        f"cannot be written: {error.strerror or error}",
        hint="check the path, its permissions and the free space",
    )


@contextmanager
def _about(target: Path | str) -> Generator[None, None, None]:
    """What fails inside is told of the target, not of what is staged for it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error


def _swap(plan: Plan, folder: Path) -> None:
    """Stages the new texts in ``folder``, then exchanges them with the old files."""
    fresh = {path: inside(str(folder), f"new{i}") for i, path in enumerate(plan.write)}
    project = str(plan.project)
    for path, staged in fresh.items():
        with _about(inside(project, path)):
            write(staged, plan.write[path].encode("utf-8"))
    journal = _Journal(plan.project, folder)
    try:
        for path in plan.delete:
            with _about(inside(project, path)):
                journal.set_aside(path)
        for path, staged in fresh.items():
            with _about(inside(project, path)):
                journal.put(staged, path)
    except BaseException:
        _to_the_end(journal.undo)
        raise


def _to_the_end(work: Callable[[], None]) -> None:
    """Does what can be done again; an interrupt has to wait until it is done."""
    try:
        work()
    except Exception:
        raise
    except BaseException:
        _to_the_end(work)
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
        """Brings back what is not back yet, the last moved first."""
        for target, old in reversed(self._placed):
            with contextlib.suppress(OSError):
                if old is None:
                    Path(target).unlink(missing_ok=True)
                elif is_there(old):
                    move(old, target)
        remove_empty(list(reversed(self._made)))

    def _next(self) -> str:
        """Where the next file is kept aside."""
        return inside(self._folder, f"old{len(self._placed)}")

    def _make_folders(self, folder: str) -> None:
        """Makes a folder, and those it is in, as far as they are not there."""
        if folder not in self._there:
            for missing in reversed(missing_folders(Path(folder))):
                missing.mkdir()
                self._made.append(missing)
            self._there.add(folder)


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
