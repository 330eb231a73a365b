"""JSON by msgspec, with the standard library's results.

This file and that of the mirrors are those that know it.

What msgspec refuses, be it no JSON or only nothing that it reads (lone surrogates,
numbers that are no doubles, UTF-16), is left to the standard library.
"""

from __future__ import annotations

import datetime
import decimal
import importlib
import math
import uuid
from collections.abc import Callable, Mapping
from typing import Any

from .codec import Json, Reader, with_extra
from .codec_plan import UNFIT
from .drift import Decoding
from .encoding import encode
from .encoding_model import ATOMS, FORMATS, Side
from .errors import DecodeError
from .fast_models import Make, Mirrors
from .resolve import Namespace
from .scalars import format_datetime, format_decimal

__all__ = ["FAST"]

_msgspec: Any = importlib.import_module("msgspec")  # not there for type checkers

_read: Callable[[str | bytes], Any] = _msgspec.json.Decoder().decode
_write: Callable[[Any], bytes] = _msgspec.json.Encoder().encode

_REFUSED = (_msgspec.MsgspecError, ValueError, OverflowError, RecursionError)

_PATIENCE = 8
"""After so many answers in a row that deviate, all are read in the usual way."""

_LEAST, _MOST = 1e-4, 1e16
"""Between them both libraries write a number alike: without an exponent."""


class Fast(Json):
    """JSON by msgspec wherever that gives what the standard library does."""

    def read(self, text: str | bytes, operation: str = "") -> Any:
        """Read a JSON text.

        Raises:
            DecodeError: It is not JSON.
        """
        try:
            return _read(text)
        except _REFUSED:
            return super().read(text, operation)

    def reader(self, type_: Any, space: Namespace) -> Reader:
        """What reads JSON texts as a type.

        Raises:
            TypeError: The codec does not know such a type.
        """
        usual = super().reader(type_, space)
        straight = Mirrors().reader(type_, space)
        return usual if straight is None else _Straight(straight, usual).read

    def write(self, value: Any, extra: Mapping[str, Any] | None = None) -> bytes:
        """Write the JSON of a value that is sent, and of further properties.

        Raises:
            TypeError: There is no JSON for it, or it takes no properties.
            ValueError: It holds NaN or an infinity.
        """
        try:
            return _write(with_extra(value, extra, _sent))
        except _REFUSED:
            return super().write(value, extra)


class _Straight:
    """Reads what is wholly as described straight, and all else in the usual way.

    A server that keeps deviating is not tried again and again.
    """

    __slots__ = ("_deviating", "_straight", "_usual")

    def __init__(self, straight: Make, usual: Reader) -> None:
        self._straight = straight
        self._usual = usual
        self._deviating = 0

    def read(self, text: str | bytes, decoding: Decoding) -> Any:
        """Read a text.

        Raises:
            DecodeError: It is not JSON, or does not fit the type.
        """
        if self._deviating < _PATIENCE:
            try:
                made = self._straight(text)
            except (*_REFUSED, *UNFIT, DecodeError):
                self._deviating += 1
            else:
                self._deviating = 0
                return made
        return self._usual(text, decoding)


def _sent(value: Any) -> Any:
    return encode(value, _SIDE)


def _number(value: float) -> Any:
    """A number as the standard library spells it."""
    if _LEAST <= abs(value) < _MOST or not value:
        return value
    if math.isfinite(value):
        return _msgspec.Raw(repr(value).encode())
    raise ValueError("NaN and infinities are not JSON")


def _datetime(value: datetime.datetime) -> Any:
    """Whole seconds of UTC are written alike."""
    alike = value.tzinfo is datetime.UTC and not value.microsecond
    return value if alike else format_datetime(value)


def _decimal(value: decimal.Decimal) -> Any:
    written = format_decimal(value)
    return _number(written) if isinstance(written, float) else written


_SIDE = Side(
    "__rt_fast__",
    "read",
    _sent,
    ATOMS - {float} | {uuid.UUID, datetime.date},
    {
        **{cls: write for cls, write in FORMATS.items() if cls is not uuid.UUID},
        datetime.datetime: _datetime,
        decimal.Decimal: _decimal,
        float: _number,
        uuid.UUID: str,
    },
)

FAST = Fast()
