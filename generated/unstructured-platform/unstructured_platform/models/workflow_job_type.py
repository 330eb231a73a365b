from __future__ import annotations

from .._runtime import rt


class WorkflowJobType(str, rt.OpenEnum):
    """How a job came about."""

    EPHEMERAL = "ephemeral"
    PERSISTENT = "persistent"
    SCHEDULED = "scheduled"
    TEMPLATE = "template"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
