from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class CreateWorkflow(rt.Model):
    """A workflow to be created."""

    name: str
    """A name for the workflow."""

    workflow_type: m.WorkflowType | str
    """The kind of workflow; `custom` is the one to use."""

    source_id: str | None | rt.Unset = rt.UNSET
    """The source to read from. Without one, files are handed over with each run."""

    destination_id: str | None | rt.Unset = rt.UNSET
    """The destination to write to. Without one, results are downloaded."""

    workflow_nodes: list[m.WorkflowNode] | None | rt.Unset = rt.UNSET
    """The steps, in the order in which they run."""

    template_id: str | None | rt.Unset = rt.UNSET
    """A template to take the steps from, instead of `workflow_nodes`."""

    schedule: m.ScheduleInterval | str | None | rt.Unset = rt.UNSET
    """How often the workflow runs by itself. Not for workflows on local files."""

    reprocess_all: bool | None | rt.Unset = rt.UNSET
    """Whether each run takes all documents anew instead of only new and changed ones.
    Better sent than left out: the documented defaults differ. Default: ``False``.
    """

    key: str | None | rt.Unset = rt.UNSET
    """A short name for use in place of the id, in lower case with single hyphens. Made
    from the name if left out; it cannot be changed later. 1 to 63 characters. Matches
    ``^[a-z0-9](-?[a-z0-9])*$``.
    """

    extra: dict[str, typing.Any] = rt.extra()
