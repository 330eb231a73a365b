from __future__ import annotations

from .._runtime import rt


class JobProcessingStatus(str, rt.OpenEnum):
    """The state of the processing, finer than `JobStatus`: a job that ran to its end
    may still have lost some files.
    """

    SCHEDULED = "SCHEDULED"
    IN_PROGRESS = "IN_PROGRESS"
    SUCCESS = "SUCCESS"
    COMPLETED_WITH_ERRORS = "COMPLETED_WITH_ERRORS"
    STOPPED = "STOPPED"
    FAILED = "FAILED"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
