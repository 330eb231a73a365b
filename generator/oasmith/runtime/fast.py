"""JSON by msgspec, with the standard library's results. The one file that knows it.

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

from .codec import Json, with_extra
from .encoding import encode
from .encoding_model import ATOMS, FORMATS, Side
from .scalars import format_datetime, format_decimal

__all__ = ["FAST"]

_msgspec: Any = importlib.import_module("msgspec")  # not there for type checkers

_read: Callable[[str | bytes], Any] = _msgspec.json.Decoder().decode
_write: Callable[[Any], bytes] = _msgspec.json.Encoder().encode

_REFUSED = (_msgspec.MsgspecError, ValueError, OverflowError, RecursionError)

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
