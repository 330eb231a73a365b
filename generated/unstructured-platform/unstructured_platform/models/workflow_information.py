from __future__ import annotations

import datetime
import typing
import uuid

from .. import models as m
from .._runtime import rt


@rt.model
class WorkflowInformation(rt.Model):
    """A workflow."""

    id: uuid.UUID
    """The id of the workflow."""

    name: str
    """The name of the workflow."""

    sources: list[uuid.UUID]
    """The sources it reads from, by id."""

    destinations: list[uuid.UUID]
    """The destinations it writes to, by id."""

    workflow_nodes: list[m.WorkflowNode]
    """The steps, in the order in which they run."""

    status: m.WorkflowState
    """Whether the workflow is switched on."""

    created_at: datetime.datetime
    """When the workflow was created."""

    workflow_type: m.WorkflowType | None | rt.Unset = rt.UNSET
    """The kind of workflow."""

    schedule: m.WorkflowSchedule | None | rt.Unset = rt.UNSET
    """When the workflow runs by itself."""

    updated_at: datetime.datetime | None | rt.Unset = rt.UNSET
    """When the workflow was last changed."""

    reprocess_all: bool | None = None
    """Whether each run takes all documents anew. Default: ``False``."""

    key: str | None | rt.Unset = rt.UNSET
    """The short name of the workflow."""

    extra: dict[str, typing.Any] = rt.extra()
