"""Where a value travels in a request."""

from __future__ import annotations

from enum import Enum

__all__ = ["Where"]


class Where(Enum):
    """Where a parameter travels."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"
