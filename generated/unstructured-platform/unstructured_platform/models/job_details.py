from __future__ import annotations

import typing
import uuid

from .. import models as m
from .._runtime import rt


@rt.model
class JobDetails(rt.Model):
    """How far a job has come."""

    id: uuid.UUID
    """The id of the job."""

    processing_status: m.JobProcessingStatus
    """The state of the processing."""

    node_stats: list[m.JobNodeDetails]
    """The file counts, one entry per step."""

    message: str | None | rt.Unset = rt.UNSET
    """A remark on the state, if there is one."""

    extra: dict[str, typing.Any] = rt.extra()
