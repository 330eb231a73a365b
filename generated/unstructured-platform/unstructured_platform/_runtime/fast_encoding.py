"""Encoders of models for msgspec: structs of it instead of dictionaries.

A struct holds what the attributes are as msgspec is to write it. An object that
remembers how it came, or holds what is not described, becomes a dictionary.
"""

from __future__ import annotations

import datetime
import typing
from collections.abc import Mapping
from typing import Any

from .encoding_model import Encode, Side, dict_encoder, likeliest, only
from .modeling import Model
from .shape import Row, shape_of
from .unset import UNSET

__all__ = ["LEAST", "MOST", "struct_encoder"]

LEAST, MOST = 1e-4, 1e16
"""Between them both libraries write a number alike: without an exponent."""

_ALIKE: Mapping[Any, str] = {
    float: "LEAST <= v < MOST",
    datetime.datetime: "v.tzinfo is UTC and not v.microsecond",
}
"""When both libraries write a value alike, for those of which few are not."""

_DIGITS = b"0123456789.,-[]"


def struct_encoder(msgspec: Any, cls: type[Model], side: Side) -> Encode:
    """Write and compile what makes a struct of a model."""
    shape = shape_of(cls)
    space: dict[str, Any] = {"LEAST": LEAST, "MOST": MOST, "UTC": datetime.UTC}

    def plain(value: Any) -> Any:
        made = space["plain"] = dict_encoder(cls, side)
        return made(value)

    fields: list[tuple[str, Any, Any]] = []
    values: list[str] = []
    for index, row in enumerate(shape.rows):
        if row.access != side.skipped:
            absent = None if row.need == "optional" else msgspec.UNSET
            about = msgspec.field(name=row.wire, default=absent)
            fields.append((f"f{index}", Any, about))
            values.append(_value(msgspec, index, row, side, space))
    try:
        struct = msgspec.defstruct(cls.__name__, fields, omit_defaults=True, gc=False)
    except ValueError:  # it takes no names that have to be escaped
        return dict_encoder(cls, side)
    extra = "" if shape.extra is None else f" or self.{shape.extra.name}"
    lines = [
        "def encode(self):",
        f"    if getattr(self, '__rt_odd__', None) is not None{extra}:",
        "        return plain(self)",
        "    return STRUCT(",
        *(f"        {one}," for one in values),
        "    )",
    ]
    space.update(STRUCT=struct, plain=plain)
    exec(compile("\n".join(lines), f"<struct of {cls.__qualname__}>", "exec"), space)
    made: Encode = space["encode"]
    return made


def _value(
    msgspec: Any, index: int, row: Row, side: Side, space: dict[str, Any]
) -> str:
    """The expression of what msgspec is to write for an attribute."""
    kind, value, write = likeliest(index, row, side, space)
    space[f"slow{index}"] = _slow(write, side.atoms, msgspec.UNSET)
    type_ = only(row.type, row.space)
    test = f"(v := self.{row.name}).__class__ is {kind}"
    if type_ in _ALIKE:
        test, value = f"{test} and {_ALIKE[type_]}", "v"
    elif typing.get_origin(type_) is list and typing.get_args(type_)[0] in (int, float):
        space[f"numbers{index}"] = _numbers(msgspec, write)
        value = f"numbers{index}(v)"
    return f"{value} if {test} else None if v is None else slow{index}(v)"


def _slow(write: Encode, atoms: frozenset[type], absent: Any) -> Encode:
    """What encodes an attribute that is unset, or not what it most likely is."""

    def slow(value: Any) -> Any:
        if value is UNSET:
            return absent
        return value if value.__class__ in atoms else write(value)

    return slow


def _numbers(msgspec: Any, other: Encode) -> Encode:
    """What encodes a list of numbers; ``other`` does where it is not quite that."""
    written, raw = msgspec.json.Encoder().encode, msgspec.Raw

    def write(value: Any) -> Any:
        try:
            text = written(value)
        except (TypeError, OverflowError):
            return other(value)
        # Neither words nor exponents, which it begins with only below 0.00001.
        is_alike = not text.translate(None, _DIGITS) and b"0.0000" not in text
        return raw(text) if is_alike else other(value)

    return write
