"""``JobStatus``."""

from __future__ import annotations

import typing

from .._runtime import rt


class JobStatus(str, rt.OpenEnum):
    """The state of a job. `COMPLETED`, `STOPPED` and `FAILED` are final."""

    SCHEDULED = "SCHEDULED"
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    STOPPED = "STOPPED"
    FAILED = "FAILED"

    # So that checkers ask for a `case _`: the server may send more than this.
    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
