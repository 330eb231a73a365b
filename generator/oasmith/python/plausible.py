"""Whether a value can stand for a property in an example, and values made up."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping, Sequence
from typing import cast

from ..ir.decls import Enum, Limits
from ..ir.types import ListOf, Literal, Nullable, Ref, Scalar, ScalarKind, Type
from .context import Context, beyond_aliases
from .pattern_text import matching
from .patterns import regex
from .values import is_finite

__all__ = ["is_plausible", "made_up"]

_LONGEST = 60
_CLOCK = r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)"
_TEXTS: Mapping[ScalarKind, str] = {
    ScalarKind.UUID: r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
    ScalarKind.DATE: r"\d{4}-\d\d-\d\d",
    ScalarKind.DATETIME: r"\d{4}-\d\d-\d\dT" + _CLOCK,
    ScalarKind.TIME: _CLOCK,
    ScalarKind.DURATION: r"P(?!$)(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+S)?)?",
    ScalarKind.DECIMAL: r"-?\d{1,20}(\.\d{1,20})?",
}
"""Compiled by ``re`` when they are first used: few runs get there."""
_FORMATS: Mapping[str, str] = {
    "email": "user@example.com",
    "idn-email": "user@example.com",
    "hostname": "example.com",
    "idn-hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "uri-reference": "https://example.com/",
    "iri": "https://example.com/",
    "json-pointer": "/name",
    "regex": ".*",
}
"""What the formats without a type of their own look like (RFC 2606, RFC 5737)."""


def is_plausible(type_: Type, limits: Limits, value: object, context: Context) -> bool:
    """Whether a value is short, fits a type that holds no objects, and its rules."""
    end = beyond_aliases(type_, context)
    rules = dict(limits.items)
    match end:
        case Nullable(inner):
            return is_plausible(inner, limits, value, context)
        case ListOf(item):
            if not isinstance(value, list):
                return False
            items = cast("list[object]", value)
            inner_limits = rules.get("items")
            told = inner_limits if isinstance(inner_limits, Limits) else Limits()
            return _fits_count(items, rules) and all(
                is_plausible(item, told, one, context) for one in items
            )
        case Ref(target):
            decl = context.decls[target]
            listed = decl.members if isinstance(decl, Enum) else ()
            return any(one.value == value for one in listed)
        case Scalar(kind):
            return _is_of(kind, value) and _keeps(rules, value)
        case Literal(values):
            return value in values and type(value) is type(values[0])
        case _:
            return False


def _fits_count(items: Sequence[object], rules: Mapping[str, object]) -> bool:
    least = rules.get("minItems")
    most = rules.get("maxItems")
    enough = not isinstance(least, int) or len(items) >= least
    return bool(items) and enough and (not isinstance(most, int) or len(items) <= most)


def _is_of(kind: ScalarKind, value: object) -> bool:
    match kind:
        case ScalarKind.BOOL:
            return isinstance(value, bool)
        case ScalarKind.INT:
            return type(value) is int and abs(value) < 10**20
        case ScalarKind.FLOAT:
            return type(value) in (int, float) and is_finite(cast("float", value))
        case ScalarKind.STR:
            return _is_short(value)
        case ScalarKind.BYTES | ScalarKind.FILE | ScalarKind.NONE | ScalarKind.ANY:
            return False
        case _:
            text = value if isinstance(value, str) and _is_short(value) else ""
            found = re.fullmatch(_TEXTS[kind], text, re.ASCII)
            return found is not None and _exists(kind, text)


def _exists(kind: ScalarKind, text: str) -> bool:
    """Whether there is such a day and time."""
    try:
        if kind is ScalarKind.DATE:
            datetime.date.fromisoformat(text)
        elif kind is ScalarKind.DATETIME:
            datetime.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_short(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST and value.isprintable()


def _keeps(rules: Mapping[str, object], value: object) -> bool:
    """Whether a value keeps the rules for texts or numbers."""
    for keyword, rule in rules.items():
        match keyword, value, rule:
            case "minLength", str(), int():
                kept = len(value) >= rule
            case "maxLength", str(), int():
                kept = len(value) <= rule
            case "pattern", str(), str():
                kept = _matches(rule, value)
            case "minimum", int() | float(), int() | float():
                kept = value >= rule
            case "exclusiveMinimum", int() | float(), int() | float():
                kept = value > rule
            case "maximum", int() | float(), int() | float():
                kept = value <= rule
            case "exclusiveMaximum", int() | float(), int() | float():
                kept = value < rule
            case "multipleOf", int() | float(), int() | float():
                kept = rule > 0 and is_finite(rule) and not math.fmod(value, rule)
            case "allOf", _, Limits():
                kept = _keeps(dict(rule.items), value)
            case _:
                kept = True
        if not kept:
            return False
    return True


def _matches(pattern: str, text: str) -> bool:
    found = regex(pattern)
    return found is not None and found.search(text) is not None


def made_up(type_: Type, limits: Limits) -> object:
    """A text of the format or pattern that is asked for; None where none is known."""
    bare = type_.inner if isinstance(type_, Nullable) else type_
    if bare != Scalar(ScalarKind.STR):
        return None
    rules = dict(limits.items)
    pattern = rules.get("pattern")
    if isinstance(pattern, str):
        least = rules.get("minLength")
        return matching(pattern, least if isinstance(least, int) else 0)
    told = rules.get("format")
    return _FORMATS.get(told.partition("/")[2]) if isinstance(told, str) else None
