"""Values that travel as JSON strings and have Python types of their own.

Each ``parse_*`` takes the string as it came and raises ``ValueError`` where it does not
fit; each ``format_*`` writes what the other side must accept. Fractions of a second
finer than a microsecond are cut off. Dates, times and durations are normalised:
``2024-01-01T10:00:00.500+00:00`` is written ``2024-01-01T10:00:00.5Z``.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import decimal
import re
import uuid
from collections.abc import Callable

__all__ = [
    "NumberDecimal",
    "format_datetime",
    "format_decimal",
    "format_duration",
    "format_time",
    "parse_bytes",
    "parse_date",
    "parse_datetime",
    "parse_decimal",
    "parse_duration",
    "parse_moment",
    "parse_time",
    "parse_uuid",
]

_OFFSET = r"(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)"
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?" + _OFFSET + "?"
_TIME = re.compile(_CLOCK, re.ASCII)
_DATETIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]" + _CLOCK, re.ASCII)
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_DURATION = re.compile(
    r"([+-]?)P(?!$)(?:(\d+)W)?(?:(\d+)D)?"
    r"(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?"
    r"(?:(\d+)(?:[.,](\d+))?S)?)?",
    re.ASCII,
)
_PLAIN_DIGITS = 40
_WHOLE = len("2024-01-01T10:00:00Z")
_DATE = len("2024-01-01")
_UUID = 16
_HOUR = 3_600
_MINUTE = 60
_STEP = datetime.timedelta(minutes=1)


_TWO = tuple(f"{number:02}" for number in range(60))
_new: Callable[[type[uuid.UUID]], uuid.UUID] = object.__new__
_put = object.__setattr__
_moment = datetime.datetime.fromisoformat
_UNKNOWN = uuid.SafeUUID.unknown


class NumberDecimal(decimal.Decimal):
    """A decimal that came as a JSON number, and is written as one."""


def parse_moment(text: str) -> datetime.datetime:
    """Read an RFC 3339 date-time, which has an offset."""
    # Whole seconds of UTC are what most servers send. With the signs in these places
    # the standard library takes nothing else but an hour 24, which RFC 3339 has not.
    if text[4::3] == "--T::Z" and len(text) == _WHOLE and text[11:13] != "24":
        return _moment(text)
    made = parse_datetime(text)
    if made.tzinfo is None:
        raise ValueError(text)
    return made


def parse_datetime(text: str) -> datetime.datetime:
    """Read an RFC 3339 date-time; without offset it is naive."""
    if _DATETIME.fullmatch(text) is None:
        raise ValueError(text)
    return _moment(text.upper())


def parse_date(text: str) -> datetime.date:
    """Read an RFC 3339 full-date."""
    if text[4::3] != "--" or len(text) != _DATE:  # as in parse_datetime
        raise ValueError(text)
    return datetime.date.fromisoformat(text)


def parse_time(text: str) -> datetime.time:
    """Read an RFC 3339 full-time; without offset it is naive."""
    if _TIME.fullmatch(text) is None:
        raise ValueError(text)
    return datetime.time.fromisoformat(text.upper())


def parse_duration(text: str) -> datetime.timedelta:
    """Read an ISO 8601 duration of weeks, days and smaller; months have no length."""
    found = _DURATION.fullmatch(text)
    if found is None:
        raise ValueError(text)
    sign, weeks, days, hours, minutes, seconds, fraction = found.groups("0")
    try:
        span = datetime.timedelta(
            weeks=int(weeks),
            days=int(days),
            hours=int(hours),
            minutes=int(minutes),
            seconds=int(seconds),
            microseconds=int(fraction.ljust(6, "0")[:6]),
        )
    except OverflowError as error:
        raise ValueError(text) from error
    return -span if sign == "-" else span


def parse_uuid(text: str) -> uuid.UUID:
    """Read a UUID in its hyphenated form."""
    digits = bytes.fromhex(text.replace("-", ""))  # which leaves spaces out, too
    if len(digits) != _UUID or text[8:24:5] != "----" or len(text) != 2 * _UUID + 4:
        raise ValueError(text)
    made = _new(uuid.UUID)  # checked already; its __init__ would do so again, at length
    _put(made, "int", int.from_bytes(digits))
    _put(made, "is_safe", _UNKNOWN)
    return made


def parse_decimal(value: str | int | float) -> decimal.Decimal:
    """Read a decimal from a string or a number."""
    if not isinstance(value, str):
        return NumberDecimal(repr(value))
    if _DECIMAL.fullmatch(value) is None:
        raise ValueError(value)
    try:
        made = decimal.Decimal(value)
    except decimal.InvalidOperation as error:  # its exponent is beyond all measure
        raise ValueError(value) from error
    if not made.is_finite():  # the same, where decimal's context traps nothing
        raise ValueError(value)
    return made


def parse_bytes(text: str) -> bytes:
    """Read base64 (RFC 4648 section 4)."""
    try:
        data = binascii.a2b_base64(text.encode("ascii"), strict_mode=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError(text) from error
    if base64.b64encode(data).decode("ascii") != text:
        raise ValueError(text)  # stray bits: written back it would be another text
    return data


def _clock(text: str) -> str:
    """Cut trailing zeros of the fraction; write the offset of UTC as ``Z``."""
    if text.endswith("+00:00"):
        text, offset = text[:-6], "Z"
    elif len(text) > 6 and text[-6] in "+-":
        text, offset = text[:-6], text[-6:]
    else:
        offset = ""
    if "." in text:
        text = text.rstrip("0")
    return text + offset


def format_datetime(value: datetime.datetime) -> str:
    """Write an RFC 3339 date-time: ``Z`` for UTC, no trailing zeros in the fraction.

    Raises:
        ValueError: Its offset has seconds, and UTC has no equal of it.
    """
    if value.tzinfo is datetime.UTC and value.year > 999:
        micros = value.microsecond
        fraction = f".{micros:06d}".rstrip("0") if micros else ""
        return (
            f"{value.year}-{_TWO[value.month]}-{_TWO[value.day]}T"
            f"{_TWO[value.hour]}:{_TWO[value.minute]}:{_TWO[value.second]}{fraction}Z"
        )
    if _is_uneven(value):  # as of places before there were time zones
        try:
            return format_datetime(value.astimezone(datetime.UTC))
        except OverflowError as error:
            raise ValueError(f"{value} is no date-time of RFC 3339") from error
    date, _, clock = value.isoformat().partition("T")
    return f"{date}T{_clock(clock)}"


def format_time(value: datetime.time) -> str:
    """Write an RFC 3339 time.

    Raises:
        ValueError: Its offset has seconds.
    """
    if _is_uneven(value):
        raise ValueError(f"{value} is no time of RFC 3339: its offset has seconds")
    return _clock(value.isoformat())


def _is_uneven(value: datetime.datetime | datetime.time) -> bool:
    """Whether an offset has seconds, which RFC 3339 has no place for."""
    offset = value.utcoffset()
    return offset is not None and bool(offset % _STEP)


def format_duration(value: datetime.timedelta) -> str:
    """Write an ISO 8601 duration: ``P1DT2H3M4.5S``."""
    sign = "-" if value < datetime.timedelta(0) else ""
    value = abs(value)
    hours, rest = divmod(value.seconds, _HOUR)
    minutes, seconds = divmod(rest, _MINUTE)
    days = f"{value.days}D" if value.days else ""
    fraction = f".{value.microseconds:06d}".rstrip("0") if value.microseconds else ""
    clock = f"{hours}H" if hours else ""
    clock += f"{minutes}M" if minutes else ""
    clock += f"{seconds}{fraction}S" if seconds or fraction else ""
    if not days and not clock:
        return "PT0S"
    return f"{sign}P{days}{'T' if clock else ''}{clock}"


def format_decimal(value: decimal.Decimal) -> str | int | float:
    """Write a decimal as a string, or as the number it came as."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{value} is no number that can be sent")
    if isinstance(value, NumberDecimal):
        return float(value) if exponent else int(value)
    return format(value, "f") if abs(exponent) <= _PLAIN_DIGITS else str(value)
