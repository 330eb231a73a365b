from __future__ import annotations

import typing
import uuid

from .._runtime import rt


@rt.model
class NodeFileMetadata(rt.Model):
    """A file that one step of a job made."""

    node_id: uuid.UUID
    """The step that made the file."""

    file_id: str
    """The file, by the id that `download_job_output` takes."""

    node_type: str | None = None
    """The type of the step, such as `partition` or `destination`."""

    node_subtype: str | None = None
    """The subtype of the step, such as `s3`."""

    extra: dict[str, typing.Any] = rt.extra()
