from __future__ import annotations

from .._runtime import rt


class JobStatus(str, rt.OpenEnum):
    """The state of a job. `COMPLETED`, `STOPPED` and `FAILED` are final."""

    SCHEDULED = "SCHEDULED"
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    STOPPED = "STOPPED"
    FAILED = "FAILED"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
