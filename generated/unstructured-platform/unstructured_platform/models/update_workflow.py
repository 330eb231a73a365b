from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class UpdateWorkflow(rt.Model):
    """Changes to a workflow."""

    name: str | None | rt.Unset = rt.UNSET
    """A new name."""

    workflow_type: m.WorkflowType | str | None | rt.Unset = rt.UNSET
    """The kind of workflow."""

    source_id: str | None | rt.Unset = rt.UNSET
    """The source to read from."""

    destination_id: str | None | rt.Unset = rt.UNSET
    """The destination to write to."""

    workflow_nodes: list[m.WorkflowNode] | None | rt.Unset = rt.UNSET
    """The steps, in the order in which they run."""

    template_id: str | None | rt.Unset = rt.UNSET
    """A template to take the steps from."""

    schedule: m.ScheduleInterval | str | None | rt.Unset = rt.UNSET
    """How often the workflow runs by itself."""

    reprocess_all: bool | None | rt.Unset = rt.UNSET
    """Whether each run takes all documents anew."""

    state: m.WorkflowState | str | None | rt.Unset = rt.UNSET
    """Switches the workflow on or off."""

    extra: dict[str, typing.Any] = rt.extra()
