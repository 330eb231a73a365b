"""What the codec knows of a type: how to decode it and which JSON values it takes."""

from __future__ import annotations

import datetime
import decimal
import uuid
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from . import scalars
from .drift import Decoding, Path

__all__ = [
    "ALL",
    "ANY",
    "NULL",
    "SCALARS",
    "TEXTS",
    "UNFIT",
    "Decode",
    "Plan",
    "kind_of",
]

Decode: TypeAlias = Callable[[Any, Path, Decoding], Any]
"""From a JSON value, its path and the settings to a Python value."""

UNFIT = (ValueError, KeyError)
"""What the short way of a plan raises for a value that it does not take."""

TEXTS: frozenset[type] = frozenset({str})

ALL = frozenset({"null", "boolean", "integer", "number", "string", "array", "object"})


class Plan:
    """How one type is decoded.

    ``kinds`` are the JSON types it takes; ``expected`` says so in words; ``atom`` is
    the one Python type that needs no decoding; ``model`` is the model it is, if it is
    one; ``exact`` types have formats or listed values: in a union they go first.

    Most values take the short way: those of the very classes ``fits`` are what
    ``parse`` makes of them, or what they are where it is None. It raises one of
    ``UNFIT`` for what ``decode`` has to look at. ``item`` is of the items of a list.
    """

    __slots__ = (
        "atom",
        "decode",
        "exact",
        "expected",
        "fits",
        "item",
        "kinds",
        "model",
        "parse",
    )

    def __init__(
        self,
        decode: Decode,
        expected: str,
        *kinds: str,
        atom: type | None = None,
        model: type[Any] | None = None,
        exact: bool = False,
        fits: frozenset[type] = frozenset(),
        parse: Callable[[Any], Any] | None = None,
        item: Plan | None = None,
    ) -> None:
        self.decode = decode
        self.expected = expected
        self.kinds = frozenset(kinds)
        self.atom = atom
        self.model = model
        self.exact = exact
        self.fits = fits
        self.parse = parse
        self.item = item


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


def _formatted(parse: Callable[[str], Any], expected: str) -> Plan:
    def decode(value: Any, path: Path, decoding: Decoding) -> Any:
        if isinstance(value, str):
            try:
                return parse(value)
            except ValueError:
                return decoding.drift(value, path, expected, "format")
        return decoding.mismatch(value, path, expected)

    return Plan(decode, expected, "string", exact=True, fits=TEXTS, parse=parse)


def _zoned(
    parse: Callable[[str], Any], zoned: Callable[[str], Any] | None, expected: str
) -> Plan:
    """``zoned`` is the short way, which takes no value without an offset."""

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

    fits = TEXTS if zoned is not None else frozenset[type]()
    return Plan(decode, expected, "string", exact=True, fits=fits, parse=zoned)


def _atom(decode: Decode, expected: str, atom: type, *kinds: str) -> Plan:
    fits: frozenset[type] = frozenset({float, int} if atom is float else {atom})
    return Plan(decode, expected, *kinds, atom=atom, fits=fits)


ANY = Plan(_any, "anything", *ALL)
NULL = Plan(_null, "null", "null")

SCALARS: Mapping[object, Plan] = {
    Any: ANY,
    object: ANY,
    None: NULL,
    type(None): NULL,
    str: _atom(_str, "a string", str, "string"),
    bool: _atom(_bool, "true or false", bool, "boolean"),
    int: _atom(_int, "an integer", int, "integer", "number"),
    float: _atom(_float, "a number", float, "integer", "number"),
    decimal.Decimal: Plan(
        _decimal,
        "a decimal number",
        "string",
        "integer",
        "number",
        exact=True,
        fits=frozenset({str, int, float}),
        parse=scalars.parse_decimal,
    ),
    bytes: _formatted(scalars.parse_bytes, "base64 text"),
    datetime.datetime: _zoned(
        scalars.parse_datetime, scalars.parse_moment, "a date-time (RFC 3339)"
    ),
    datetime.date: _formatted(scalars.parse_date, "a date (RFC 3339)"),
    datetime.time: _zoned(scalars.parse_time, None, "a time (RFC 3339)"),
    datetime.timedelta: _formatted(scalars.parse_duration, "a duration (ISO 8601)"),
    uuid.UUID: _formatted(scalars.parse_uuid, "a UUID"),
}
"""The types that stand for themselves."""
