"""One project from views to disk: render, format, prove, settle.

standing = Standing(previous.files, recall(folder, maker), folder, Digests(context))
made = project(context, templates, standing, workers, report)
settle(folder, made.files, record, previous, Edited.KEEP, keep, report)
"""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Report
from ..python.context import Context
from ..source.values import Frozen
from .env import Environments
from .format import Formatted, format_files
from .memory import Remembered
from .prove import prove_layout
from .record import FileHashes
from .render import render
from .standing import Standing

__all__ = ["Project", "project"]


class Project(Frozen):
    """The proven files of a project, and what each was made from."""

    files: tuple[Formatted, ...]
    remembered: Mapping[str, Remembered]

    @property
    def hashes(self) -> Mapping[str, FileHashes]:
        """What the record says of the files."""
        return {file.path: file.hashes for file in self.files}


def project(
    context: Context,
    templates: Environments,
    standing: Standing,
    workers: int,
    report: Report,
) -> Project | None:
    """Every file of the project; None when a stage failed (reported).

    ``workers`` processes at most are at work.
    """
    raws = render(context, templates, standing, report)
    if raws is None:
        return None
    files = format_files(raws, standing, templates, workers, report)
    if files is None:
        return None
    formatted = [one for one in files if one.is_new and one.text != one.raw]
    sound = [
        prove_layout(one.path, one.text, one.changed, one.maker, report)
        for one in formatted
    ]
    remembered = {
        raw.path: Remembered(file.hashes.raw, raw.sources)
        for raw, file in zip(raws, files, strict=True)
        if raw.sources.state
    }
    return Project(files, remembered) if all(sound) else None
