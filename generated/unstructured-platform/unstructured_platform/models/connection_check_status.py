from __future__ import annotations

from .._runtime import rt


class ConnectionCheckStatus(str, rt.OpenEnum):
    """How a connection check went."""

    SCHEDULED = "SCHEDULED"
    SUCCESS = "SUCCESS"
    FAILURE = "FAILURE"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
