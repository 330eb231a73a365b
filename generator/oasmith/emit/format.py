"""Formatting: what is not black-clean by construction goes through black."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress

from ..diagnostics import Report
from ..processes import processes
from ..python.files import Maker
from ..python.wide import (
    Statement,
    in_one_module,
    laid_out,
    replaced,
    wide_statements,
)
from ..source.quiet import collector_young
from ..source.values import Frozen, replace
from .env import Environments
from .record import FileHashes, digest
from .render import Raw
from .standing import Standing

__all__ = ["Formatted", "format_files"]

_MANY = 400_000
"""From so many characters on, further processes pay for their start."""

_ENOUGH = 20_000
"""So many characters are laid out at a time."""


class Formatted(Frozen):
    """A file as it will be written; ``is_new``: its raw text is not the recorded.

    ``changed`` is the part of it that black was given, and what that became.
    """

    path: str
    raw: str
    text: str
    hashes: FileHashes
    maker: Maker | None
    is_new: bool
    changed: tuple[str, str] = ("", "")


def format_files(
    raws: Iterable[Raw],
    standing: Standing,
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
    laid: dict[str, _Laid] = {}
    waiting: list[_Job] = []
    for raw in files:
        wide = _wide(raw, templates)
        if wide == ():
            laid[raw.path] = _Laid(raw.text)
        elif (kept := _kept(raw, standing)) is not None:
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
    return tuple(_formatted(raw, laid[raw.path], standing) for raw in files)


class _Job(Frozen):
    """A file that black has to see: these statements of it, or all of it (None)."""

    raw: Raw
    wide: tuple[Statement, ...] | None


class _Laid(Frozen):
    """The text of a file; what black was given of it, and what that became."""

    text: str
    changed: tuple[str, str] = ("", "")


class _Refusal(Frozen):
    """Why black took a text for no Python."""

    reason: str


def _wide(raw: Raw, templates: Environments) -> tuple[Statement, ...] | None:
    """The statements that are not as black has them; None where any may be so."""
    if raw.maker is None or raw.hashes or not raw.path.endswith(".py"):
        return ()
    if not templates.is_shipped(raw.maker.template):
        return None
    wide = wide_statements(raw.text)
    return wide if all(one.stands_alone for one in wide) else None


def _kept(raw: Raw, standing: Standing) -> str | None:
    """What the last run made of the same raw text; None when it is gone."""
    return standing.text(raw.path) if standing.is_raw(raw.path, raw.text) else None


def _formatted(raw: Raw, laid: _Laid, standing: Standing) -> Formatted:
    text = laid.text
    hashes = raw.hashes or _hashes(raw, text)
    is_new = standing.raw(raw.path) != hashes.raw
    return Formatted(raw.path, raw.text, text, hashes, raw.maker, is_new, laid.changed)


def _hashes(raw: Raw, text: str) -> FileHashes:
    given = digest(raw.text)
    # Most are left as they are, and there are a great many.
    made = given if text == raw.text else digest(text)
    return FileHashes(given, made)


def _black(jobs: Sequence[_Job], workers: int) -> list[_Laid | _Refusal]:
    """What comes of each file; a statement that stands in several is laid out once."""
    once = {one.piece: one for job in jobs for one in job.wide or ()}
    parts = list(_in_parts(list(once.values())))
    wholes = [job.raw.text for job in jobs if job.wide is None]
    modules = [*map(in_one_module, parts), *wholes]
    formatted = _all_black(modules, workers)
    pieces: dict[str, str] = {}
    for part, module in zip(parts, formatted, strict=False):
        texts = None if isinstance(module, _Refusal) else laid_out(module, part)
        pieces |= zip([one.piece for one in part], texts or (), strict=False)
    rest = iter(formatted[len(parts) :])
    return [
        _put_back(job, pieces) if job.wide else _whole(job, next(rest)) for job in jobs
    ]


def _in_parts(statements: Sequence[Statement]) -> Iterator[Sequence[Statement]]:
    """The statements in parts that are worth a module."""
    start = size = 0
    for number, one in enumerate(statements, 1):
        size += len(one.text)
        if size >= _ENOUGH or number == len(statements):
            yield statements[start:number]
            start, size = number, 0


def _all_black(modules: Sequence[str], workers: int) -> list[str | _Refusal]:
    count = 1 if sum(map(len, modules)) < _MANY else min(len(modules), workers)
    if count > 1:
        # Imported here: loading it takes longer than a run that has nothing to do.
        from concurrent.futures import BrokenExecutor  # noqa: PLC0415

        # One that a system short of memory has ended leaves the work to this process.
        with suppress(BrokenExecutor), processes(count) as pool:
            if pool is not None:
                return list(pool.map(_black_one, modules))
    # Its trees know their parents: without collection none is ever freed.
    with collector_young():
        return [_black_one(module) for module in modules]


def _put_back(job: _Job, pieces: Mapping[str, str]) -> _Laid | _Refusal:
    """The file with its statements laid out.

    It is laid out as a whole where some of them were not understood by themselves.
    """
    wide = job.wide or ()
    texts = [pieces[one.piece] for one in wide if one.piece in pieces]
    if len(texts) < len(wide):
        return _whole(job, _black_one(job.raw.text))
    came = [replace(one, text=text) for one, text in zip(wide, texts, strict=True)]
    changed = in_one_module(wide), in_one_module(came)
    return _Laid(replaced(job.raw.text, wide, texts), changed)


def _whole(job: _Job, formatted: str | _Refusal) -> _Laid | _Refusal:
    if isinstance(formatted, _Refusal):
        return formatted
    return _Laid(formatted, (job.raw.text, formatted))


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
    maker = raw.maker
    report.add(
        "OUT006",
        None if maker is None else maker.place,
        f"{raw.path} cannot be formatted: {refusal.reason}",
        hint="" if maker is None else f"it is made by the template {maker.template}",
    )
