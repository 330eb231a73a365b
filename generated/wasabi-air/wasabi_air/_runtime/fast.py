"""JSON by msgspec, with the standard library's results.

This file and those of the mirrors and structs are those that know it; each is given
it, so that all can be imported where it is not installed.

What msgspec refuses, be it no JSON or only nothing that it reads (lone surrogates,
numbers that are no doubles, UTF-16), is left to the standard library.
"""

from __future__ import annotations

import datetime
import decimal
import math
import uuid
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, TypeAlias

from .codec import Json, Reader
from .codec_plan import UNFIT
from .drift import Decoding
from .encoding import encode
from .encoding_model import ATOMS, FORMATS, Side
from .errors import DecodeError
from .fast_encoding import LEAST, MOST, struct_encoder
from .fast_models import Make, Mirrors
from .resolve import Namespace
from .scalars import format_datetime, format_decimal

__all__ = ["Fast", "fast_by"]

Refused: TypeAlias = tuple[type[Exception], ...]

_PATIENCE = 8
"""After so many answers in a row that deviate, all are read in the usual way."""


class Fast(Json):
    """JSON by msgspec wherever that gives what the standard library does."""

    def __init__(self, msgspec: Any) -> None:
        """Take the library."""
        self._mirrors = Mirrors(msgspec)
        self._read: Callable[[str | bytes], Any] = msgspec.json.Decoder().decode
        self._write: Callable[[Any], bytes] = msgspec.json.Encoder().encode
        self._sent = _encoder(msgspec)
        self._refused: Refused = (
            *(msgspec.MsgspecError, ValueError, OverflowError, RecursionError),
        )

    def read(self, text: str | bytes, operation: str = "") -> Any:
        """Read a JSON text.

        Raises:
            DecodeError: It is not JSON.
        """
        try:
            return self._read(text)
        except self._refused:
            return super().read(text, operation)

    def reader(self, type_: Any, space: Namespace) -> Reader:
        """What reads JSON texts as a type.

        Raises:
            TypeError: The codec does not know such a type.
        """
        usual = super().reader(type_, space)
        straight = self._mirrors.reader(type_, space)
        if straight is None:
            return usual
        return _Straight(straight, usual, (*self._refused, *UNFIT, DecodeError)).read

    def write(self, value: Any, extra: Mapping[str, Any] | None = None) -> bytes:
        """Write the JSON of a value that is sent, and of further properties.

        Raises:
            TypeError: There is no JSON for it, or it takes no properties.
            ValueError: It holds NaN or an infinity, or is nested too deeply.
        """
        if extra:
            return super().write(value, extra)
        try:
            return self._write(self._sent(value))
        except self._refused:
            return super().write(value)


@cache
def fast_by(msgspec: Any) -> Fast:
    """One for all clients, as it keeps what it has made."""
    return Fast(msgspec)


class _Straight:
    """Reads what is wholly as described straight, and all else in the usual way.

    A server that keeps deviating is not tried again and again.
    """

    __slots__ = ("_deviating", "_refused", "_straight", "_usual")

    def __init__(self, straight: Make, usual: Reader, refused: Refused) -> None:
        self._straight = straight
        self._usual = usual
        self._refused = refused
        self._deviating = 0

    def read(self, text: str | bytes, decoding: Decoding) -> Any:
        """Read a text.

        Raises:
            DecodeError: It is not JSON, or does not fit the type.
        """
        if self._deviating < _PATIENCE:
            try:
                made = self._straight(text)
            except self._refused:
                self._deviating += 1
            else:
                self._deviating = 0
                return made
        return self._usual(text, decoding)


def _datetime(value: datetime.datetime) -> Any:
    """Whole seconds of UTC are written alike; of a subclass msgspec knows nothing."""
    is_plain = value.__class__ is datetime.datetime
    alike = is_plain and value.tzinfo is datetime.UTC and not value.microsecond
    return value if alike else format_datetime(value)


def _encoder(msgspec: Any) -> Callable[[Any], Any]:
    """What encodes any value as msgspec is to write it."""

    def sent(value: Any) -> Any:
        return encode(value, side)

    def number(given: float) -> Any:
        value = float(given)  # a subclass may have a repr of its own
        if LEAST <= abs(value) < MOST or not value:
            return value
        if math.isfinite(value):
            return msgspec.Raw(repr(value).encode())
        raise ValueError("NaN and infinities are not JSON")

    def decimal_text(value: decimal.Decimal) -> Any:
        written = format_decimal(value)
        return number(written) if isinstance(written, float) else written

    side = Side(
        "__rt_fast__",
        "read",
        sent,
        ATOMS - {float} | {uuid.UUID, datetime.date},
        {
            **FORMATS,
            datetime.datetime: _datetime,
            decimal.Decimal: decimal_text,
            float: number,
        },
        partial(struct_encoder, msgspec),
    )
    return sent
