"""From Python values to JSON values.

What a value is decides how it is written, not its annotation: so a value that was kept
as it came is written as it came. Only a decimal is a number where numbers are due.
"""

from __future__ import annotations

import collections.abc
import enum
from typing import Any

from .encoding_model import ATOMS, FORMATS, Encode, Side, compiled
from .modeling import Model
from .unset import Unset

__all__ = ["to_request", "to_wire"]


def to_wire(value: Any) -> Any:
    """Encode a value whole.

    Raises:
        TypeError: There is no JSON for it.
    """
    return _encode(value, _WHOLE)


def to_request(value: Any) -> Any:
    """Encode a value for a request: without what only the server writes.

    Raises:
        TypeError: There is no JSON for it.
    """
    return _encode(value, _REQUEST)


_WHOLE = Side("__rt_encode__", "", to_wire)
_REQUEST = Side("__rt_request__", "read", to_request)


def _encode(value: Any, side: Side) -> Any:
    cls: type[Any] = value.__class__
    if cls in ATOMS:
        return value
    inner = side.inner
    if cls is list or cls is tuple:
        return [one if one.__class__ in ATOMS else inner(one) for one in value]
    if cls is dict:
        return {
            key if key.__class__ is str else str(key): (
                one if one.__class__ in ATOMS else inner(one)
            )
            for key, one in value.items()
        }
    if issubclass(cls, Model):
        encode: Encode = cls.__dict__.get(side.cache) or compiled(cls, side)
        return encode(value)
    if issubclass(cls, enum.Enum):
        return inner(value.value)
    return _other(value, cls, inner)


def _other(value: Any, cls: type[Any], inner: Encode) -> Any:
    write = FORMATS.get(cls)
    if write is not None:
        return write(value)
    for known, write in FORMATS.items():
        if issubclass(cls, known):
            return write(value)
    for atom in (str, bool, int, float):
        if issubclass(cls, atom):
            return atom(value)
    if issubclass(cls, collections.abc.Mapping):
        return {str(key): inner(one) for key, one in value.items()}
    if issubclass(cls, (collections.abc.Sequence, collections.abc.Set)):
        return [inner(one) for one in value]
    if issubclass(cls, Unset):
        raise TypeError("UNSET has no JSON: leave the value out instead")
    raise TypeError(f"a value of type {cls.__qualname__} has no JSON")
