"""Whether two JSON values say the same, as values of their Python types.

Numbers are equal by value; dates, times, durations and UUIDs are equal where they mean
the same to the microsecond. Everything else is equal or it is not: a property that is
missing on one side is a difference, and so is null against nothing.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

__all__ = ["FINER", "differences"]

FINER = "finer than a microsecond"
"""The difference of two times that only digits after the sixth tell apart."""

MICROSECOND = 1e-6

CLOCK = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d[Tt])?(?P<clock>\d\d:\d\d:\d\d)(?:\.(?P<fraction>\d+))?"
    r"(?P<offset>[Zz]|[+-]\d\d:\d\d)?",
    re.ASCII,
)
UNITS = {"W": 604_800, "D": 86_400, "H": 3_600, "M": 60, "S": 1}
DURATION = re.compile(
    r"([+-]?)P((?:\d+W)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:[.,]\d+)?S)?)?)"
)
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def differences(before: Any, after: Any, path: str = "$") -> Iterator[tuple[str, str]]:
    """Where and how ``after`` differs from ``before``."""
    match before, after:
        case dict(), dict():
            for key in before.keys() | after.keys():
                below = f"{path}.{key}"
                if key not in after:
                    yield below, "lost"
                elif key not in before:
                    yield below, "added"
                else:
                    yield from differences(before[key], after[key], below)
        case list(), list() if len(before) == len(after):
            for at, (one, other) in enumerate(zip(before, after, strict=True)):
                yield from differences(one, other, f"{path}[{at}]")
        case str(), str() if before != after:
            found = _of_texts(before, after)
            if found:
                yield path, found
        case bool(), bool() if before is after:
            pass
        case (int() | float()), (int() | float()) if not (
            isinstance(before, bool) or isinstance(after, bool)
        ):
            if before != after:
                yield path, f"{before!r} became {after!r}"
        case _ if before != after or type(before) is not type(after):
            yield path, f"{before!r} became {after!r}"[:160]


def _of_texts(before: str, after: str) -> str:
    """How two texts differ; "" where they mean the same."""
    told = f"{before[:70]!r} became {after[:70]!r}"
    if UUID.fullmatch(after) and before.lower() == after:
        return ""
    one, other = CLOCK.fullmatch(before), CLOCK.fullmatch(after)
    if one is not None and other is not None:
        return _of_clocks(one, other, told)
    span, again = _seconds(before), _seconds(after)
    if span is None or again is None:
        return told
    if span == again:
        return ""
    return FINER if abs(span - again) < MICROSECOND else told


def _of_clocks(one: re.Match[str], other: re.Match[str], told: str) -> str:
    if _instant(one, None) == _instant(other, None):
        return ""
    return FINER if _instant(one, 6) == _instant(other, 6) else told


def _instant(found: re.Match[str], digits: int | None) -> tuple[object, ...]:
    """A clock reading and the digits after its point; equal offsets compare equal."""
    offset = (found["offset"] or "").upper().replace("Z", "+00:00")
    text = f"{found['date'] or ''}{found['clock']}{offset}"
    fraction = (found["fraction"] or "")[:digits].rstrip("0")
    try:
        if not found["date"]:
            return (datetime.time.fromisoformat(text), fraction)
        return (datetime.datetime.fromisoformat(text.upper()), fraction)
    except ValueError:
        return (text, fraction)


def _seconds(text: str) -> float | None:
    """The length of a duration without months."""
    found = DURATION.fullmatch(text)
    if found is None or not found[2].strip("T"):
        return None
    total = 0.0
    for part in re.findall(r"\d+(?:[.,]\d+)?[WDHMS]", found[2]):
        total += float(part[:-1].replace(",", ".")) * UNITS[part[-1]]
    return -total if found[1] == "-" else total
