from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class JobFailedFiles(rt.Model):
    """The documents a job could not process."""

    failed_files: list[m.FailedFile]
    """One entry per document."""

    extra: dict[str, typing.Any] = rt.extra()
