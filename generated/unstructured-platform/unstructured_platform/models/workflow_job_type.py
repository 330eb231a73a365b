"""Models of workflow_job_type."""

from __future__ import annotations

import typing

from .._runtime import rt


class WorkflowJobType(str, rt.OpenEnum):
    """How a job came about."""

    EPHEMERAL = "ephemeral"
    PERSISTENT = "persistent"
    SCHEDULED = "scheduled"
    TEMPLATE = "template"

    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
