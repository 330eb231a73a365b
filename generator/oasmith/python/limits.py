"""What a schema allows, in few words for a docstring."""

from __future__ import annotations

import math
from collections.abc import Mapping

from ..ir.decls import Limits
from .values import is_finite, shown

__all__ = ["limit_words", "told_number"]

_RANGES = (
    ("minLength", "maxLength", "character"),
    ("minimum", "maximum", ""),
    ("minItems", "maxItems", "item"),
    ("minProperties", "maxProperties", "entry"),
)
_WORDS = {
    "exclusiveMinimum": "More than {}.",
    "exclusiveMaximum": "Less than {}.",
    "multipleOf": "A multiple of {}.",
    "pattern": "Matches {}.",
    "contentEncoding": "In {} encoding.",
    "contentMediaType": "Holds {}.",
    "const": "Always {}.",
    "enum": "One of {}.",
}
_FORMATS = {
    "string/int32": "A whole number as text.",
    "string/int64": "A whole number as text.",
    "string/uint32": "A whole number as text.",
    "string/uint64": "A whole number as text.",
    "string/float": "A number as text.",
    "string/double": "A number as text.",
    "string/google-duration": "Seconds and their unit, such as ``3.5s``.",
    "string/date-time-rfc1123": "A date and time as in HTTP headers (RFC 1123).",
    "string/base64url": "Base64 in the alphabet for URLs (RFC 4648, section 5).",
    "integer/timestamp": "A Unix timestamp.",
    "integer/unix-time": "Seconds since 1970-01-01T00:00:00Z.",
    "integer/unixtime": "Seconds since 1970-01-01T00:00:00Z.",
    "number/unix-time": "Seconds since 1970-01-01T00:00:00Z.",
    "number/unixtime": "Seconds since 1970-01-01T00:00:00Z.",
}
"""Formats whose meaning no Python type tells."""

_PARTS = {
    "propertyNames": "Each key",
    "additionalProperties": "Each value",
    "items": "Each item",
}

_MACHINE = frozenset(
    [
        *(-(2**bits) for bits in (31, 63)),
        *(2**bits - 1 for bits in (31, 32, 63, 64)),
        *(
            sign * number
            for number in (3.4028235e38, 1.7976931348623157e308)
            for sign in (1, -1)
        ),
    ]
)
"""Bounds of the machine types of a server: they tell a reader nothing."""


def limit_words(limits: Limits) -> list[str]:
    """A short sentence for each thing that is asked of a value."""
    return _facts(dict(limits.items))


def _facts(told: Mapping[str, object]) -> list[str]:
    if not told:
        return []
    facts = [
        fact
        for low, high, noun in _RANGES
        if (low in told or high in told)
        and (fact := _range(told.get(low), told.get(high), noun))
    ]
    for keyword, value in told.items():
        match keyword, value:
            case "uniqueItems", True:
                facts.append("No item twice.")
            case "allOf", Limits():
                facts += limit_words(value)
            case _, Limits():
                facts += [_of_each(_PARTS[keyword], one) for one in limit_words(value)]
            case "format", str():
                facts += [_FORMATS[value]] if value in _FORMATS else []
            case _ if keyword in _WORDS and (text := shown(value)):
                facts.append(_WORDS[keyword].format(text))
            case _:
                pass
    return facts


def _of_each(part: str, fact: str) -> str:
    return f"{part}: {fact[0].lower()}{fact[1:]}"


def _range(low: object, high: object, noun: str) -> str:
    """``From 1 to 10.``, ``1 to 256 characters.``, ``At most 1 item.``; "" for none."""
    low, high = _worded(low), _worded(high)
    low = None if noun and low == 0 else low
    if low is None:
        return "" if high is None else f"At most {_counted(high, noun)}."
    if low == high:
        return f"Exactly {_counted(high, noun)}."
    if high is None:
        return f"At least {_counted(low, noun)}."
    start = "" if noun else "From "
    return f"{start}{shown(low)} to {_counted(high, noun)}."


def told_number(value: object) -> int | float | None:
    """The number a rule is made of; None for one that says nothing, or no number."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    is_number = isinstance(value, int) or math.isfinite(value)
    return value if is_number and value not in _MACHINE else None


def _worded(value: object) -> int | float | None:
    """The same, if there are words for it."""
    number = told_number(value)
    return None if number is None or not is_finite(number) else number


def _counted(number: object, noun: str) -> str:
    if not noun:
        return shown(number)
    many = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{shown(number)} {noun if number == 1 else many}"
