"""``SortDirection``."""

from __future__ import annotations

import typing

from .._runtime import rt


class SortDirection(str, rt.OpenEnum):
    """Ascending or descending."""

    ASC = "asc"
    DESC = "desc"

    # So that checkers ask for a `case _`: the server may send more than this.
    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
