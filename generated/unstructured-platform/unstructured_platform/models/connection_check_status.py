"""Models of connection_check_status."""

from __future__ import annotations

import typing

from .._runtime import rt


class ConnectionCheckStatus(str, rt.OpenEnum):
    """How a connection check went."""

    SCHEDULED = "SCHEDULED"
    SUCCESS = "SUCCESS"
    FAILURE = "FAILURE"

    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
