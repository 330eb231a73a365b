"""What the codec knows of a type: how to decode it and which JSON values it takes."""

from __future__ import annotations

import datetime
import decimal
import uuid
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from . import scalars
from .drift import Decoding, Path

__all__ = ["ALL", "ANY", "NULL", "SCALARS", "Decode", "Plan", "kind_of"]

Decode: TypeAlias = Callable[[Any, Path, Decoding], Any]
"""From a JSON value, its path and the settings to a Python value."""

ALL = frozenset({"null", "boolean", "integer", "number", "string", "array", "object"})


class Plan:
    """How one type is decoded.

    ``kinds`` are the JSON types it takes; ``expected`` says so in words; ``atom`` is
    the one Python type that needs no decoding; ``model`` is the model it is, if it is
    one; ``exact`` types have formats or listed values: in a union they go first.
    """

    __slots__ = ("atom", "decode", "exact", "expected", "kinds", "model")

    def __init__(
        self,
        decode: Decode,
        expected: str,
        *kinds: str,
        atom: type | None = None,
        model: type[Any] | None = None,
        exact: bool = False,
    ) -> None:
        self.decode = decode
        self.expected = expected
        self.kinds = frozenset(kinds)
        self.atom = atom
        self.model = model
        self.exact = exact


_KINDS: Mapping[type, str] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}


def kind_of(value: object) -> str:
    """The JSON type of a value; ``integer`` apart from ``number``."""
    known = _KINDS.get(type(value))
    if known is not None:
        return known
    return next((kind for cls, kind in _KINDS.items() if isinstance(value, cls)), "")


_NO_NUMBERS = ("NaN", "Infinity", "-Infinity")
"""What JSON has no numbers for, as servers write it (Protocol Buffers do)."""


def _any(value: Any, path: Path, decoding: Decoding) -> Any:
    return value


def _null(value: Any, path: Path, decoding: Decoding) -> Any:
    return value if value is None else decoding.fail(value, path, "null")


def _str(value: Any, path: Path, decoding: Decoding) -> Any:
    if isinstance(value, str):
        return value
    return decoding.mismatch(value, path, "a string")


def _bool(value: Any, path: Path, decoding: Decoding) -> Any:
    if isinstance(value, bool):
        return value
    return decoding.mismatch(value, path, "true or false")


def _int(value: Any, path: Path, decoding: Decoding) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return decoding.mismatch(value, path, "an integer")


def _float(value: Any, path: Path, decoding: Decoding) -> Any:
    if isinstance(value, (float, int)) and not isinstance(value, bool):
        return value
    if value in _NO_NUMBERS:
        return decoding.drift(value, path, "a number", "format")
    return decoding.mismatch(value, path, "a number")


def _decimal(value: Any, path: Path, decoding: Decoding) -> Any:
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        try:
            return scalars.parse_decimal(value)
        except ValueError:
            return decoding.drift(value, path, "a decimal number", "format")
    return decoding.mismatch(value, path, "a decimal number")


def _formatted(parse: Callable[[str], Any], expected: str) -> Decode:
    def decode(value: Any, path: Path, decoding: Decoding) -> Any:
        if isinstance(value, str):
            try:
                return parse(value)
            except ValueError:
                return decoding.drift(value, path, expected, "format")
        return decoding.mismatch(value, path, expected)

    return decode


def _zoned(parse: Callable[[str], Any], expected: str) -> Decode:
    def decode(value: Any, path: Path, decoding: Decoding) -> Any:
        if isinstance(value, str):
            try:
                made = parse(value)
            except ValueError:
                return decoding.drift(value, path, expected, "format")
            if made.tzinfo is None:
                decoding.drift(value, path, f"{expected} with an offset", "offset")
            return made
        return decoding.mismatch(value, path, expected)

    return decode


def _format(decode: Decode, expected: str) -> Plan:
    return Plan(decode, expected, "string", exact=True)


ANY = Plan(_any, "anything", *ALL)
NULL = Plan(_null, "null", "null")
_DATETIME = "a date-time (RFC 3339)"
_TIME = "a time (RFC 3339)"

SCALARS: Mapping[object, Plan] = {
    Any: ANY,
    object: ANY,
    None: NULL,
    type(None): NULL,
    str: Plan(_str, "a string", "string", atom=str),
    bool: Plan(_bool, "true or false", "boolean", atom=bool),
    int: Plan(_int, "an integer", "integer", "number", atom=int),
    float: Plan(_float, "a number", "integer", "number", atom=float),
    decimal.Decimal: Plan(
        _decimal, "a decimal number", "string", "integer", "number", exact=True
    ),
    bytes: _format(_formatted(scalars.parse_bytes, "base64 text"), "base64 text"),
    datetime.datetime: _format(_zoned(scalars.parse_datetime, _DATETIME), _DATETIME),
    datetime.date: _format(
        _formatted(scalars.parse_date, "a date (RFC 3339)"), "a date (RFC 3339)"
    ),
    datetime.time: _format(_zoned(scalars.parse_time, _TIME), _TIME),
    datetime.timedelta: _format(
        _formatted(scalars.parse_duration, "a duration (ISO 8601)"),
        "a duration (ISO 8601)",
    ),
    uuid.UUID: _format(_formatted(scalars.parse_uuid, "a UUID"), "a UUID"),
}
"""The types that stand for themselves."""
