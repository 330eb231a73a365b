"""The arguments of one call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .unset import UNSET
from .views import Options

__all__ = ["Arguments"]

_NONE = Options()


class Arguments:
    """What was given, by where it goes and by their names on the wire."""

    __slots__ = (
        "__weakref__",
        "body",
        "cookie",
        "fields",
        "header",
        "options",
        "path",
        "query",
    )

    def __init__(
        self,
        *,
        path: Mapping[str, Any] | None = None,
        query: Mapping[str, Any] | None = None,
        header: Mapping[str, Any] | None = None,
        cookie: Mapping[str, Any] | None = None,
        body: Any = UNSET,
        fields: Mapping[str, Any] | None = None,
        options: Options | None = None,
    ) -> None:
        self.path = path or {}
        self.query = query or {}
        self.header = header or {}
        self.cookie = cookie or {}
        self.body = body
        self.fields = fields
        self.options = options or _NONE
