"""Formatting: what is not black-clean by construction goes through black."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Report
from ..python.files import FileView
from ..python.fit import is_settled
from .env import Environments
from .record import FileHashes, Record, digest
from .render import Raw

__all__ = ["Formatted", "format_files"]

_MANY = 400_000
"""From so many characters on, further processes pay for their start."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file as it will be written; ``is_new``: its raw text is not the recorded."""

    path: str
    raw: str
    text: str
    hashes: FileHashes
    view: FileView | None
    is_new: bool


def format_files(
    raws: Iterable[Raw],
    project: Path,
    record: Record | None,
    templates: Environments,
    report: Report,
) -> tuple[Formatted, ...] | None:
    """The files as they will be written, in the same order.

    What the shipped templates print is clean unless a line is too wide. Of the
    rest, a file whose raw text is the recorded one is taken from the project's
    folder where it still stands as it was written. None when black refuses a
    file (OUT006).
    """
    files = tuple(raws)
    known: Mapping[str, FileHashes] = {} if record is None else record.files
    texts: dict[str, str] = {}
    waiting: list[Raw] = []
    for raw in files:
        if _is_clean(raw, templates):
            texts[raw.path] = raw.text
        elif (kept := _kept(raw, project, known.get(raw.path))) is not None:
            texts[raw.path] = kept
        else:
            waiting.append(raw)
    for raw, outcome in zip(
        waiting, _black([one.text for one in waiting]), strict=True
    ):
        if isinstance(outcome, _Refusal):
            _report(raw, outcome, report)
        else:
            texts[raw.path] = outcome
    if len(texts) < len(files):
        return None
    return tuple(_formatted(raw, texts[raw.path], known.get(raw.path)) for raw in files)


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Why black took a text for no Python."""

    reason: str


def _is_clean(raw: Raw, templates: Environments) -> bool:
    if raw.view is None or not raw.path.endswith(".py"):
        return True
    return templates.is_shipped(raw.view.template) and is_settled(raw.text)


def _kept(raw: Raw, project: Path, recorded: FileHashes | None) -> str | None:
    """What the last run made of the same raw text; None when it is gone."""
    if recorded is None or recorded.raw != digest(raw.text):
        return None
    try:
        text = (project / raw.path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return text if digest(text) == recorded.written else None


def _formatted(raw: Raw, text: str, recorded: FileHashes | None) -> Formatted:
    hashes = FileHashes(digest(raw.text), digest(text))
    is_new = recorded is None or recorded.raw != hashes.raw
    return Formatted(raw.path, raw.text, text, hashes, raw.view, is_new)


def _black(texts: Sequence[str]) -> list[str | _Refusal]:
    if not texts:
        return []
    workers = min(len(texts), os.cpu_count() or 1)
    if workers == 1 or sum(map(len, texts)) < _MANY:
        return [_black_one(text) for text in texts]
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(_black_one, texts))


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
