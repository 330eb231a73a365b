"""Values that hold no others, and keep the rules for them where that is simple."""

from __future__ import annotations

import datetime
import decimal
import enum
import uuid
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .rules import Rules, broken_by_number, broken_by_text

__all__ = ["another", "fitting_number", "fitting_text", "plain"]

_TEXTS: Mapping[object, str] = {
    bytes: "",
    datetime.datetime: "2024-01-01T00:00:00Z",
    datetime.date: "2024-01-01",
    datetime.time: "00:00:00Z",
    datetime.timedelta: "PT1S",
    uuid.UUID: "00000000-0000-4000-8000-000000000000",
}


def fitting_text(text: str, told: Sequence[Rules]) -> str:
    """The text, made as long as it must be; patterns are kept by examples alone."""
    least = max([one.get("minLength", 0) for one in told], default=0)
    most = min([one["maxLength"] for one in told if "maxLength" in one], default=None)
    long = (text * (least // max(len(text), 1) + 1))[: max(least, len(text))]
    made = long if most is None else long[: max(most, least)]
    for simple in (made, "0" * max(least, 1), "a" * max(least, 1), "A" * max(least, 1)):
        if not any(any(broken_by_text(simple, one)) for one in told):
            return simple
    return made


def fitting_number(number: float, told: Sequence[Rules]) -> float:
    """The number, or the next that the rules allow."""
    if not any(any(broken_by_number(number, one)) for one in told):
        return number
    for start in _bounds(told):
        for each in _near(start, told):
            made = type(number)(each) if each == type(number)(each) else float(each)
            if not any(any(broken_by_number(made, one)) for one in told):
                return made
    return number


def _bounds(told: Sequence[Rules]) -> list[decimal.Decimal]:
    """Where the rules begin or end to allow numbers."""
    found = [0.0]
    for one in told:
        found += [one["minimum"]] if "minimum" in one else []
        found += [one["exclusiveMinimum"]] if "exclusiveMinimum" in one else []
        found += [one["maximum"]] if "maximum" in one else []
        found += [one["exclusiveMaximum"]] if "exclusiveMaximum" in one else []
    return [decimal.Decimal(repr(one)) for one in found]


def _near(start: decimal.Decimal, told: Sequence[Rules]) -> list[decimal.Decimal]:
    """Numbers about a bound: whole ones, parts, and multiples of what they must be."""
    made = [start + decimal.Decimal(step) for step in ("0", "1", "-1", "0.5", "-0.5")]
    made += [start + decimal.Decimal(step) for step in ("0.01", "-0.01")]
    for one in told:
        if "multipleOf" in one:
            unit = decimal.Decimal(repr(one["multipleOf"]))
            below = (start / unit).to_integral_value(decimal.ROUND_FLOOR) * unit
            made += [below, below + unit, below - unit]
    return made


def another(value: Any, at: int, type_: Any) -> Any:
    """The value, or the one that comes ``at`` places after it."""
    if isinstance(type_, type) and issubclass(type_, enum.Enum):
        listed = [one.value for one in type_.__members__.values()]
        return listed[at % len(listed)]
    if isinstance(value, str):
        return f"{value}{at}" if at else value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value + at
    return value


def plain(type_: Any, name: str, told: Sequence[Rules]) -> Any:
    """A value that holds no others."""
    make: Mapping[object, Callable[[], Any]] = {
        str: lambda: fitting_text(name, told),
        int: lambda: fitting_number(1, told),
        float: lambda: fitting_number(1.0, told),
        decimal.Decimal: lambda: str(fitting_number(1, told)),
        bool: lambda: True,
        None: lambda: None,
        type(None): lambda: None,
    }
    if type_ in _TEXTS:
        return _TEXTS[type_]
    return make[type_]() if type_ in make else {}
