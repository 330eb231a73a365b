"""``NotificationEventType``."""

from __future__ import annotations

import typing

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

    # So that checkers ask for a `case _`: the server may send more than this.
    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
