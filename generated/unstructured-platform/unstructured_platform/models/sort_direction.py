"""Models of sort_direction."""

from __future__ import annotations

import typing

from .._runtime import rt


class SortDirection(str, rt.OpenEnum):
    """Ascending or descending."""

    ASC = "asc"
    DESC = "desc"

    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
