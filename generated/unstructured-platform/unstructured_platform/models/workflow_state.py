from __future__ import annotations

from .._runtime import rt


class WorkflowState(str, rt.OpenEnum):
    """Whether a workflow is switched on."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
