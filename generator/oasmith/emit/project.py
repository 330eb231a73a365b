"""One project from views to disk: render, format, prove, plan.

made = project(context, templates, folder, previous, workers, report)
plan = make_plan(folder, made.files, record, previous, Edited.KEEP, report)
apply(plan, report)
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..diagnostics import Report
from ..python.context import Context
from ..python.digests import Digests
from ..source.values import Frozen
from .env import Environments
from .format import Formatted, format_files
from .prove import prove_layout
from .record import FileHashes, Record
from .render import render
from .standing import Standing

__all__ = ["Project", "project"]


class Project(Frozen):
    """The proven files of a project."""

    files: tuple[Formatted, ...]

    @property
    def hashes(self) -> Mapping[str, FileHashes]:
        """What the record says of the files."""
        return {file.path: file.hashes for file in self.files}


def project(
    context: Context,
    templates: Environments,
    folder: Path,
    previous: Record | None,
    workers: int,
    report: Report,
) -> Project | None:
    """Every file of the project at ``folder``; None when a stage failed (reported).

    ``previous`` is the record of the last run (``without_sources`` where
    another generator or configuration has made it). ``workers`` processes
    at most are at work.
    """
    recorded: Mapping[str, FileHashes] = {} if previous is None else previous.files
    standing = Standing(recorded, folder, Digests(context))
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
    return Project(files) if all(sound) else None
