from __future__ import annotations

from .._runtime import rt


class NotificationEventType(str, rt.OpenEnum):
    """What can happen to a job. `job.failed` means that it did not start or that no
    file was processed.
    """

    JOB_SCHEDULED = "job.scheduled"
    JOB_IN_PROGRESS = "job.in_progress"
    JOB_COMPLETED = "job.completed"
    JOB_STOPPED = "job.stopped"
    JOB_FAILED = "job.failed"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
