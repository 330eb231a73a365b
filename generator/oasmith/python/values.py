"""JSON values as words for a reader: defaults and examples, one short line each."""

from __future__ import annotations

import json
import sys

__all__ = ["is_finite", "shown"]

_LONGEST = 60


def shown(value: object) -> str:
    """The value in a code span; "" when it is too long to help, or no JSON value.

    Booleans are Python's; numbers stand without quotation marks or span, as they read
    best.
    """
    if isinstance(value, bool):
        return _span(str(value))
    if isinstance(value, int | float):
        return str(value) if is_finite(value) else ""
    try:
        text = (
            value
            if isinstance(value, str)
            else json.dumps(value, ensure_ascii=False, allow_nan=False)
        )
    except (TypeError, ValueError):
        return ""
    if isinstance(value, str) and not value:
        return "the empty string"
    short = len(text) <= _LONGEST and text.isprintable()
    return _span(text) if short else ""


def is_finite(number: float) -> bool:
    """Whether it is a number, and no integer greater than any of 64 bits with a point.

    Digits by the hundred are no words for a reader.
    """
    return abs(number) <= sys.float_info.max


def _span(text: str) -> str:
    fence = "``"
    while fence in text:
        fence += "`"
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
