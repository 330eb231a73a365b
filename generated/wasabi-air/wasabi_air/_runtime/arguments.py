"""The arguments of one call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .unset import UNSET
from .views import Options

__all__ = ["Arguments"]

_NONE = Options()


class Arguments:
    """What was given, by where it goes and by their names on the wire.

    ``url`` is where an answer said that its list goes on; it stands for the path and
    the query then.
    """

    __slots__ = (
        "body",
        "cookie",
        "fields",
        "header",
        "options",
        "path",
        "query",
        "url",
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
        url: str = "",
    ) -> None:
        self.path: Mapping[str, Any] = path or {}
        self.query: Mapping[str, Any] = query or {}
        self.header: Mapping[str, Any] = header or {}
        self.cookie: Mapping[str, Any] = cookie or {}
        self.body: Any = body
        self.fields: Mapping[str, Any] | None = fields
        self.options: Options = options or _NONE
        self.url: str = url
