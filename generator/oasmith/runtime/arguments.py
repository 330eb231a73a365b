"""The arguments of one call."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Mapping
from typing import Any, TypedDict

from .unset import UNSET
from .views import Options

__all__ = ["Arguments", "Given"]


class Given(TypedDict, total=False):
    """What a generated method hands on."""

    path: Mapping[str, Any] | None
    query: Mapping[str, Any] | None
    header: Mapping[str, Any] | None
    cookie: Mapping[str, Any] | None
    body: Any
    fields: Mapping[str, Any] | None
    options: Options | None


_NONE = Options()


class Arguments:
    """What was given, by where it goes and by their names on the wire.

    ``url`` is where an answer said that its list goes on; it stands for the path and
    the query then.
    """

    __slots__ = (
        "__weakref__",
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
        self.options: Options = _NONE if options is None else _checked(options)
        self.url: str = url

    def with_query(self, query: Mapping[str, Any]) -> Arguments:
        """The same with other query parameters."""
        made = copy.copy(self)
        made.query = query
        return made

    def at(self, url: str) -> Arguments:
        """The same for where an answer said that its list goes on."""
        made = copy.copy(self)
        made.url = url
        return made

    def with_headers(self, headers: Mapping[str, str]) -> Arguments:
        """The same with other headers of this one call."""
        return self.with_options(headers=headers)

    def with_options(self, **changes: Any) -> Arguments:
        """The same with some other settings of this one call."""
        made = copy.copy(self)
        made.options = dataclasses.replace(self.options, **changes)
        return made


def _checked(options: Options) -> Options:
    """The options of a call.

    Raises:
        TypeError: They are something else.
    """
    given: Any = options
    kind = type(given).__name__
    if issubclass(type(given), Options):
        return options
    names = "timeout=…"
    if issubclass(type(given), Mapping):
        names = ", ".join(f"{name}=…" for name in given)
    raise TypeError(f"options is Options({names}), not a {kind}")
