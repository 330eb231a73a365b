"""Models of workflow_state."""

from __future__ import annotations

import typing

from .._runtime import rt


class WorkflowState(str, rt.OpenEnum):
    """Whether a workflow is switched on."""

    ACTIVE = "active"
    INACTIVE = "inactive"

    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
