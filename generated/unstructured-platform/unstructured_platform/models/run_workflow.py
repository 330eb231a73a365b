from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class RunWorkflow(rt.Model):
    """The files for a workflow that has no source."""

    input_files: list[rt.FileInput] | None = None
    """The files, each with its name. Each item: holds ``application/octet-stream``."""

    extra: dict[str, typing.Any] = rt.extra()
