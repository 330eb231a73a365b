from __future__ import annotations

import datetime
import typing
import uuid

from .. import models as m
from .._runtime import rt


@rt.model
class JobInformation(rt.Model):
    """A job and the files it dealt with."""

    id: uuid.UUID
    """The id of the job."""

    workflow_id: uuid.UUID
    """The workflow the job belongs to."""

    workflow_name: str
    """The name of that workflow."""

    status: m.JobStatus
    """The state of the job."""

    created_at: datetime.datetime
    """When the job was created."""

    runtime: datetime.timedelta | None | rt.Unset = rt.UNSET
    """How long the job has run."""

    input_file_ids: list[str] | None | rt.Unset = rt.UNSET
    """The uploaded files, by the ids that `download_job_output` takes."""

    output_node_files: list[m.NodeFileMetadata] | None | rt.Unset = rt.UNSET
    """The files that the steps of the job made."""

    job_type: m.WorkflowJobType | None = None
    """How the job came about. Default: ``ephemeral``."""

    extra: dict[str, typing.Any] = rt.extra()
