"""Formatting: what is not black-clean by construction goes through black."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..diagnostics import Report
from ..processes import processes
from ..python.files import FileView
from ..python.wide import (
    Statement,
    in_one_module,
    laid_out,
    replaced,
    wide_statements,
)
from ..source.values import Frozen
from .env import Environments
from .record import FileHashes, Record, digest
from .render import Raw

__all__ = ["Formatted", "format_files"]

_MANY = 400_000
"""From so many characters on, further processes pay for their start."""


class Formatted(Frozen):
    """A file as it will be written; ``is_new``: its raw text is not the recorded.

    ``changed`` is the part of it that black was given, and what that became.
    """

    path: str
    raw: str
    text: str
    hashes: FileHashes
    view: FileView | None
    is_new: bool
    changed: tuple[str, str] = ("", "")


def format_files(
    raws: Iterable[Raw],
    project: Path,
    record: Record | None,
    templates: Environments,
    workers: int,
    report: Report,
) -> tuple[Formatted, ...] | None:
    """The files as they will be written, in the same order.

    What the shipped templates print is clean but for statements that are too wide. A
    file with such, or of another template, is taken from the project's folder where
    its raw text is the recorded one and it still stands as it was written. None when
    black refuses a file (OUT006). ``workers`` processes at most do it.
    """
    files = tuple(raws)
    known: Mapping[str, FileHashes] = {} if record is None else record.files
    laid: dict[str, _Laid] = {}
    waiting: list[_Job] = []
    for raw in files:
        wide = _wide(raw, templates)
        if wide == ():
            laid[raw.path] = _Laid(raw.text)
        elif (kept := _kept(raw, project, known.get(raw.path))) is not None:
            laid[raw.path] = _Laid(kept)
        else:
            waiting.append(_Job(raw, wide))
    for job, outcome in zip(waiting, _black(waiting, workers), strict=True):
        if isinstance(outcome, _Refusal):
            _report(job.raw, outcome, report)
        else:
            laid[job.raw.path] = outcome
    if len(laid) < len(files):
        return None
    return tuple(_formatted(raw, laid[raw.path], known.get(raw.path)) for raw in files)


class _Job(Frozen):
    """A file that black has to see: these statements of it, or all of it (None)."""

    raw: Raw
    wide: tuple[Statement, ...] | None

    @property
    def module(self) -> str:
        """What is given to black."""
        return self.raw.text if self.wide is None else in_one_module(self.wide)

    def put_back(self, module: str) -> str | None:
        """The file with what came from black; None where it cannot be put back."""
        if self.wide is None:
            return module
        texts = laid_out(module, self.wide)
        return None if texts is None else replaced(self.raw.text, self.wide, texts)


class _Laid(Frozen):
    """The text of a file; what black was given of it, and what that became."""

    text: str
    changed: tuple[str, str] = ("", "")


class _Refusal(Frozen):
    """Why black took a text for no Python."""

    reason: str


def _wide(raw: Raw, templates: Environments) -> tuple[Statement, ...] | None:
    """The statements that are not as black has them; None where any may be so."""
    if raw.view is None or not raw.path.endswith(".py"):
        return ()
    if not templates.is_shipped(raw.view.template):
        return None
    wide = wide_statements(raw.text)
    return wide if all(one.stands_alone for one in wide) else None


def _kept(raw: Raw, project: Path, recorded: FileHashes | None) -> str | None:
    """What the last run made of the same raw text; None when it is gone."""
    if recorded is None or recorded.raw != digest(raw.text):
        return None
    try:
        text = (project / raw.path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return text if digest(text) == recorded.written else None


def _formatted(raw: Raw, laid: _Laid, recorded: FileHashes | None) -> Formatted:
    hashes = FileHashes(digest(raw.text), digest(laid.text))
    is_new = recorded is None or recorded.raw != hashes.raw
    return Formatted(
        raw.path, raw.text, laid.text, hashes, raw.view, is_new, laid.changed
    )


def _black(jobs: Sequence[_Job], workers: int) -> list[_Laid | _Refusal]:
    modules = [job.module for job in jobs]
    count = 1 if sum(map(len, modules)) < _MANY else min(len(jobs), workers)
    with processes(count) as pool:
        if pool is None:
            formatted = [_black_one(module) for module in modules]
        else:
            formatted = list(pool.map(_black_one, modules, chunksize=8))
    return list(map(_whole, jobs, modules, formatted))


def _whole(job: _Job, module: str, formatted: str | _Refusal) -> _Laid | _Refusal:
    """The file; formatted as a whole where its statements alone were not understood."""
    if isinstance(formatted, str):
        text = job.put_back(formatted)
        if text is not None:
            return _Laid(text, (module, formatted))
    elif job.wide is None:
        return formatted
    whole = _black_one(job.raw.text)
    return whole if isinstance(whole, _Refusal) else _Laid(whole, (job.raw.text, whole))


def _black_one(text: str) -> str | _Refusal:
    # Loading black takes longer than a run that does not need it.
    import black  # noqa: PLC0415
    from black.mode import Mode, TargetVersion  # noqa: PLC0415

    mode = Mode(target_versions={TargetVersion.PY311}, line_length=88)
    try:
        return black.format_str(text, mode=mode)
    except ValueError as error:
        return _Refusal(str(error))


def _report(raw: Raw, refusal: _Refusal, report: Report) -> None:
    view = raw.view
    report.add(
        "OUT006",
        view.places[0] if view is not None and view.places else None,
        f"{raw.path} cannot be formatted: {refusal.reason}",
        hint="" if view is None else f"it is made by the template {view.template}",
    )
