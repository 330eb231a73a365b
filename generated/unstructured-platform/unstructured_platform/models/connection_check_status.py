"""``ConnectionCheckStatus``."""

from __future__ import annotations

import typing

from .._runtime import rt


class ConnectionCheckStatus(str, rt.OpenEnum):
    """How a connection check went."""

    SCHEDULED = "SCHEDULED"
    SUCCESS = "SUCCESS"
    FAILURE = "FAILURE"

    # So that checkers ask for a `case _`: the server may send more than this.
    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
