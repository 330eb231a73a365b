"""Encoders of models, compiled to straight-line code on first use.

The lines write what an attribute most likely is; all else is called by name.
"""

from __future__ import annotations

import base64
import datetime
import decimal
import enum
import types
import typing
import uuid
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from .decimals import holds_numbers, number_writer
from .modeling import Model, Odd
from .resolve import Namespace
from .scalars import format_datetime, format_decimal, format_duration, format_time
from .shape import Row, shape_of
from .unset import UNSET, Unset

__all__ = [
    "ATOMS",
    "FORMATS",
    "Encode",
    "Side",
    "compiled",
    "dict_encoder",
    "likeliest",
    "only",
]

Encode: TypeAlias = Callable[[Any], Any]

Slow: TypeAlias = Callable[[dict[str, Any], Any, Odd | None], None]

ATOMS: frozenset[type] = frozenset({str, int, float, bool, type(None)})
"""The classes of values that are JSON as they are."""


def _bytes(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


FORMATS: Mapping[type, Encode] = {
    datetime.datetime: format_datetime,
    datetime.date: datetime.date.isoformat,
    datetime.time: format_time,
    datetime.timedelta: format_duration,
    uuid.UUID: str,
    decimal.Decimal: format_decimal,
    bytes: _bytes,
    bytearray: _bytes,
}
"""How values are written that are texts in JSON."""


class Side:
    """For whom values are encoded.

    ``cache`` is where encoders are kept, ``skipped`` the access of fields left out,
    ``inner`` what encodes any value, ``atoms`` the classes of what is written as it is,
    ``formats`` how other plain values are written, and ``make`` what compiles the
    encoder of a model.
    """

    __slots__ = ("atoms", "cache", "formats", "inner", "make", "skipped")

    def __init__(
        self,
        cache: str,
        skipped: str,
        inner: Encode,
        atoms: frozenset[type] = ATOMS,
        formats: Mapping[type, Encode] = FORMATS,
        make: Callable[[type[Model], Side], Encode] | None = None,
    ) -> None:
        self.cache = cache
        self.skipped = skipped
        self.inner = inner
        self.atoms = atoms
        self.formats = formats
        self.make = make or dict_encoder


def compiled(cls: type[Model], side: Side) -> Encode:
    """The encoder of a model, compiled and kept."""
    made = side.make(cls, side)
    type.__setattr__(cls, side.cache, made)
    return made


def _late(space: dict[str, Any], name: str, cls: type[Model], side: Side) -> Encode:
    """Finds the encoder of a model when it is first met, and leaves it in ``space``."""

    def first(value: Any) -> Any:
        made = space[name] = cls.__dict__.get(side.cache) or compiled(cls, side)
        return made(value)

    return first


def _plain_list(inner: Encode, side: Side) -> Encode:
    """Encodes a list; one of atoms is copied."""
    atoms, number = side.atoms, side.formats.get(float)

    def write(value: Any) -> Any:
        kinds = {*map(type, value)}
        if kinds <= atoms:
            return [*value]
        if number is not None and kinds == {float}:
            return [*map(number, value)]
        return inner(value)

    return write


def _plain_dict(inner: Encode, side: Side) -> Encode:
    """Encodes a dict; one of atoms is copied."""
    atoms, names = side.atoms, frozenset({str})

    def write(value: Any) -> Any:
        is_plain = atoms.issuperset(map(type, value.values()))
        is_named = is_plain and names.issuperset(map(type, value))
        return {**value} if is_named else inner(value)

    return write


def only(type_: Any, space: Namespace) -> Any:
    """What a type is where it is neither null nor unset; None where that is several."""
    if isinstance(type_, typing.ForwardRef):
        type_ = space.evaluate(type_.__forward_arg__)
    if typing.get_origin(type_) in (typing.Union, types.UnionType):
        told = [one for one in typing.get_args(type_) if one not in (type(None), Unset)]
        return only(told[0], space) if len(told) == 1 else None
    return type_


def likeliest(
    index: int, row: Row, side: Side, space: dict[str, Any]
) -> tuple[str, str, Encode]:
    """Of which class an attribute most likely is, what is written then, and what
    encodes it if not."""
    inner, numbers = side.inner, holds_numbers(row.type, row.space)
    write = number_writer(row.wire, inner) if numbers else inner
    space[f"inner{index}"] = write
    return *_value(index, only(row.type, row.space), row, side, space), write


def _value(
    index: int, type_: Any, row: Row, side: Side, space: dict[str, Any]
) -> tuple[str, str]:
    """Of which class the attribute most likely is, and what is written then."""
    name, kind = f"write{index}", f"KIND{index}"
    if typing.get_origin(type_) is list:
        item = only(typing.get_args(type_)[0], row.space)
        if not isinstance(item, type) or not issubclass(item, Model):
            space[name] = _plain_list(space[f"inner{index}"], side)
            return "list", f"{name}(v)"
        space[kind], space[name] = item, _late(space, name, item, side)
        each = f"{name}(one) if one.__class__ is {kind} else inner{index}(one)"
        return "list", f"[{each} for one in v]"
    if typing.get_origin(type_) is dict:
        space[name] = _plain_dict(space[f"inner{index}"], side)
        return "dict", f"{name}(v)"
    if isinstance(type_, type) and issubclass(type_, Model):
        space[kind], space[name] = type_, _late(space, name, type_, side)
        return kind, f"{name}(v)"
    if isinstance(type_, type) and issubclass(type_, enum.Enum):
        space[kind] = type_
        return kind, "v._value_"
    if type_ in side.formats and type_ not in side.atoms:
        space[kind], space[name] = type_, side.formats[type_]
        return kind, f"{name}(v)"
    space[kind] = type_ if type_ in side.atoms else str
    return kind, "v"


def _slow(row: Row, write: Encode, atoms: frozenset[type]) -> Slow:
    """What writes an attribute that is null, unset, or not what it most likely is."""
    name, wire, need = row.name, row.wire, row.need

    def slow(out: dict[str, Any], value: Any, odd: Odd | None) -> None:
        if value is UNSET:
            return
        if value is None and need != "unset":
            is_odd = odd is not None and name in odd.names
            if is_odd is (need == "required"):
                return
        out[wire] = value if value.__class__ in atoms else write(value)

    return slow


_OTHERS: Mapping[str, tuple[str, ...]] = {
    "required": (
        "elif v is None and odd is None: out[{wire!r}] = None",
        "else: {slow}",
    ),
    "optional": ("elif v is not None or odd is not None: {slow}",),
    "unset": (
        "elif v is None: out[{wire!r}] = None",
        "elif v is not UNSET: {slow}",
    ),
}
"""The lines for what an attribute less likely is."""


def dict_encoder(cls: type[Model], side: Side) -> Encode:
    """Write and compile what makes a dictionary of a model."""
    shape = shape_of(cls)
    rows = [row for row in shape.rows if row.access != side.skipped]
    hidden = shape.wires - {row.wire for row in rows}
    inner = side.inner

    def rest(out: dict[str, Any], others: Mapping[str, Any]) -> None:
        for key, one in others.items():
            if key not in out and key not in hidden:
                out[key] = inner(one)

    space: dict[str, Any] = {"UNSET": UNSET, "rest": rest}
    lines = [
        "def encode(self):",
        "    odd = getattr(self, '__rt_odd__', None)",
        "    out = {}",
    ]
    for index, row in enumerate(rows):
        kind, value, write = likeliest(index, row, side, space)
        space[f"slow{index}"] = _slow(row, write, side.atoms)
        slow = f"slow{index}(out, v, odd)"
        others = [one.format(wire=row.wire, slow=slow) for one in _OTHERS[row.need]]
        lines += [
            f"    v = self.{row.name}",
            f"    if v.__class__ is {kind}: out[{row.wire!r}] = {value}",
            *(f"    {one}" for one in others),
        ]
    if shape.extra is not None:
        name = shape.extra.name
        lines.append(f"    if self.{name}: rest(out, self.{name})")
    lines.append("    if odd is not None and odd.unknown: rest(out, odd.unknown)")
    lines.append("    return out")
    exec(compile("\n".join(lines), f"<encoder of {cls.__qualname__}>", "exec"), space)
    made: Encode = space["encode"]
    return made
