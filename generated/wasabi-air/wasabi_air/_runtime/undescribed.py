"""Calls that the description does not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .arguments import Arguments
from .operation import Body, Operation, Undescribed
from .unset import UNSET, Unset
from .views import Options

__all__ = ["free_call"]

_METHODS = frozenset(
    {"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY", "TRACE"}
)


def free_call(
    method: str,
    path: str,
    *,
    values: Mapping[str, Any] | None,
    query: Mapping[str, Any] | None,
    headers: Mapping[str, Any] | None,
    json: Any,
    content: Any,
    options: Options | None,
) -> tuple[Operation[Any], Arguments]:
    """The operation and arguments of a call the description does not know.

    Raises:
        TypeError: Both ``json`` and ``content`` are given.
        ValueError: The path does not begin with a slash.
    """
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError("path begins with one '/', and continues the base URL")
    has_json = not isinstance(json, Unset)
    if has_json and content is not None:
        raise TypeError("give json or content, not both")
    body: Body | None = None
    if has_json:
        body = Body({"application/json": "typing.Any | None"}, required=True)
    elif content is not None:
        body = Body({"application/octet-stream": None})
        if options is not None and options.content_type is not None:
            body = Body({options.content_type: None})
    # Methods know upper and lower case; the common ones are all in upper case.
    name = method.upper() if method.upper() in _METHODS else method
    operation = Undescribed(name, path, body=body)
    arguments = Arguments(
        path=values,
        query=query,
        header=headers,
        body=json if has_json else UNSET if content is None else content,
        options=options,
    )
    return operation, arguments
