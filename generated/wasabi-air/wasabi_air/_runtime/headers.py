"""Documented headers: from texts to typed values (OpenAPI 3.1, section 4.8.21)."""

from __future__ import annotations

from typing import Any, TypeVar, get_args, get_origin

from .codec import decode_model, loads
from .codec_model import planner
from .errors import DecodeError
from .modeling import Model
from .resolve import Namespace, class_namespace
from .shape import shape_of
from .views import Headers

__all__ = ["read_headers"]

H = TypeVar("H", bound=Model)


def read_headers(headers: Headers, cls: type[H]) -> H:
    """The headers that ``cls`` documents; None for those that did not come.

    Raises:
        DecodeError: A value does not fit its type.
    """
    space = class_namespace(cls)
    found = {
        row.wire: _value(headers[row.wire], row.type, space)
        for row in shape_of(cls).rows
        if row.wire in headers
    }
    return decode_model(cls, found)


def _value(text: str, type_: Any, space: Namespace) -> Any:
    """A text as the JSON value that its type takes; style ``simple``, either explode.

    ``content`` headers are JSON themselves.
    """
    kinds = planner().plan(type_, space).kinds
    if kinds.isdisjoint(("array", "object")):
        return text if "string" in kinds else _scalar(text)
    if text[:1] in ("{", "["):
        return _scalar(text)
    items = [one.strip() for one in text.split(",")] if text else []
    for one in (type_, *get_args(type_)):
        inner: tuple[Any, ...] = get_args(one)
        if get_origin(one) is list:
            return [_value(item, inner[0], space) for item in items]
        if get_origin(one) is dict:
            return {key: _value(item, inner[1], space) for key, item in _pairs(items)}
        if isinstance(one, type) and issubclass(one, Model):
            types = {row.wire: row.type for row in shape_of(one).rows}
            return {
                key: _value(item, types.get(key, str), space)
                for key, item in _pairs(items)
            }
    return text


def _pairs(items: list[str]) -> list[tuple[str, str]]:
    """Names and values: ``a=1,b=2`` exploded, ``a,1,b,2`` else."""
    if all("=" in one for one in items):
        split = [one.partition("=") for one in items]
        return [(name, value) for name, _, value in split]
    return list(zip(items[::2], items[1::2], strict=False))


def _scalar(text: str) -> Any:
    try:
        return loads(text)
    except DecodeError:
        return text
