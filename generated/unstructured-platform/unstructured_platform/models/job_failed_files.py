"""Models of job_failed_files."""

from __future__ import annotations

import typing

from .. import _runtime as rt
from .. import models as m


@rt.model
class JobFailedFiles(rt.Model):
    """The documents a job could not process."""

    failed_files: list[m.FailedFile]
    """One entry per document."""

    extra: dict[str, typing.Any] = rt.extra()
