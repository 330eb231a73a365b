from __future__ import annotations

from .._runtime import rt


class SortDirection(str, rt.OpenEnum):
    """Ascending or descending."""

    ASC = "asc"
    DESC = "desc"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
