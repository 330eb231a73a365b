"""From Python values to JSON values.

What a value is decides how it is written, not its annotation: so a value that was kept
as it came is written as it came. Only a decimal is a number where numbers are due.
"""

from __future__ import annotations

import collections.abc
import enum
from typing import Any

from .encoding_model import Encode, Side, compiled
from .modeling import Model
from .unset import Unset

__all__ = ["encode", "to_request", "to_wire", "too_deep"]


def to_wire(value: Any) -> Any:
    """Encode a value whole.

    Raises:
        TypeError: There is no JSON for it.
        ValueError: It is nested too deeply, or within itself.
    """
    try:
        return encode(value, _WHOLE)
    except RecursionError:
        raise too_deep() from None


def to_request(value: Any) -> Any:
    """Encode a value for a request: without what only the server writes.

    Raises:
        TypeError: There is no JSON for it.
        ValueError: It is nested too deeply, or within itself.
    """
    try:
        return encode(value, _REQUEST)
    except RecursionError:
        raise too_deep() from None


def too_deep() -> ValueError:
    """What is raised for a value that there is no end to."""
    return ValueError("a value nested too deeply, or within itself, has no JSON")


def _whole(value: Any) -> Any:
    return encode(value, _WHOLE)


def _request(value: Any) -> Any:
    return encode(value, _REQUEST)


_WHOLE = Side("__rt_encode__", "", _whole)
_REQUEST = Side("__rt_request__", "read", _request)


def encode(value: Any, side: Side) -> Any:
    """Encode a value as a side has it.

    Raises:
        TypeError: There is no JSON for it.
    """
    cls: type[Any] = value.__class__
    atoms, inner = side.atoms, side.inner
    if cls in atoms:
        return value
    if cls is list or cls is tuple:
        return [one if one.__class__ in atoms else inner(one) for one in value]
    if cls is dict:
        return {
            key if key.__class__ is str else str(key): (
                one if one.__class__ in atoms else inner(one)
            )
            for key, one in value.items()
        }
    as_text = side.formats.get(cls)
    if as_text is not None:
        return as_text(value)
    if issubclass(cls, Model):
        write: Encode = cls.__dict__.get(side.cache) or compiled(cls, side)
        return write(value)
    if issubclass(cls, enum.Enum):
        return inner(value.value)
    return _other(value, cls, side)


def _other(value: Any, cls: type[Any], side: Side) -> Any:
    inner, formats = side.inner, side.formats
    for known, write in formats.items():
        if issubclass(cls, known):
            return write(value)
    for atom in (str, bool, int, float):
        if issubclass(cls, atom):
            return inner(atom(value))
    if issubclass(cls, collections.abc.Mapping):
        return {str(key): inner(one) for key, one in value.items()}
    if issubclass(cls, (collections.abc.Sequence, collections.abc.Set)):
        return [inner(one) for one in value]
    if issubclass(cls, Unset):
        raise TypeError("UNSET has no JSON: leave the value out instead")
    raise TypeError(f"a value of type {cls.__qualname__} has no JSON")
