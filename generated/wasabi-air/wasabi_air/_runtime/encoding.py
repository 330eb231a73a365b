"""From Python values to JSON values.

What a value is decides how it is written, not its annotation: so a value that was kept
as it came is written as it came. Only a decimal is a number where numbers are due. The
encoder of a model is compiled on first use.
"""

from __future__ import annotations

import base64
import collections.abc
import datetime
import decimal
import enum
import uuid
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from .decimals import holds_numbers, number_writer
from .modeling import Model, Odd, odd_of
from .scalars import format_datetime, format_decimal, format_duration, format_time
from .shape import Row, shape_of
from .unset import Unset

__all__ = ["to_request", "to_wire"]

Encode: TypeAlias = Callable[[Any], Any]

_ATOMS = frozenset({str, int, float, bool, type(None)})
_NOTHING = Odd()


def to_wire(value: Any) -> Any:
    """Encode a value whole.

    Raises:
        TypeError: There is no JSON for it.
    """
    return _encode(value, "__rt_encode__", to_wire)


def to_request(value: Any) -> Any:
    """Encode a value for a request: without what only the server writes.

    Raises:
        TypeError: There is no JSON for it.
    """
    return _encode(value, "__rt_request__", to_request)


def _bytes(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


_FORMATS: Mapping[type, Encode] = {
    datetime.datetime: format_datetime,
    datetime.date: datetime.date.isoformat,
    datetime.time: format_time,
    datetime.timedelta: format_duration,
    uuid.UUID: str,
    decimal.Decimal: format_decimal,
    bytes: _bytes,
    bytearray: _bytes,
}


def _encode(value: Any, cache: str, inner: Encode) -> Any:
    cls: type[Any] = value.__class__
    if cls in _ATOMS:
        return value
    if cls is list or cls is tuple:
        return [one if one.__class__ in _ATOMS else inner(one) for one in value]
    if cls is dict:
        return {str(key): inner(one) for key, one in value.items()}
    if issubclass(cls, Model):
        encode: Encode | None = cls.__dict__.get(cache)
        if encode is None:
            encode = _compile(cls, cache, inner)
            type.__setattr__(cls, cache, encode)
        return encode(value)
    if issubclass(cls, enum.Enum):
        return inner(value.value)
    return _other(value, cls, inner)


def _other(value: Any, cls: type[Any], inner: Encode) -> Any:
    write = _FORMATS.get(cls)
    if write is not None:
        return write(value)
    for known, write in _FORMATS.items():
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


def _statements(row: Row, writer: str) -> list[str]:
    """The lines that write one attribute."""
    put = f"out[{row.wire!r}] ="
    name = row.name
    lines = [f"    v = self.{name}"]
    value = f"v if v.__class__ in ATOMS else {writer}(v)"
    match row.need:
        case "required":
            guard = f"v is not None or {name!r} not in odd"
        case "optional":
            guard = f"v is not None or {name!r} in odd"
        case "unset":
            guard = "v is not UNSET"
    if row.need != "unset":
        guard = f"({guard}) and v is not UNSET"
    return [*lines, f"    if {guard}: {put} {value}"]


def _compile(cls: type[Model], cache: str, inner: Encode) -> Encode:
    """Write and compile the encoder of one model."""
    shape = shape_of(cls)
    skipped = "read" if cache == "__rt_request__" else ""
    rows = [row for row in shape.rows if row.access != skipped]
    lines = [
        "def encode(self):",
        "    memory = odd_of(self) or NOTHING",
        "    odd = memory.names",
        "    out = {}",
    ]
    numbers: dict[str, Encode] = {}
    for index, row in enumerate(rows):
        writer = "inner"
        if holds_numbers(row.type, row.space):
            writer = f"number{index}"
            numbers[writer] = number_writer(row.wire, inner)
        lines += _statements(row, writer)
    if shape.extra is not None:
        name = shape.extra.name
        lines.append(f"    if self.{name}: rest(out, self.{name})")
    lines += ["    if memory.unknown: rest(out, memory.unknown)", "    return out"]

    hidden = shape.wires - {row.wire for row in rows}

    def rest(out: dict[str, Any], others: Mapping[str, Any]) -> None:
        for key, one in others.items():
            if key not in out and key not in hidden:
                out[key] = inner(one)

    space: dict[str, Any] = {
        "ATOMS": _ATOMS,
        "NOTHING": _NOTHING,
        "UNSET": Unset(),
        "inner": inner,
        "odd_of": odd_of,
        "rest": rest,
        **numbers,
    }
    exec(compile("\n".join(lines), f"<encoder of {cls.__qualname__}>", "exec"), space)
    made: Encode = space["encode"]
    return made
