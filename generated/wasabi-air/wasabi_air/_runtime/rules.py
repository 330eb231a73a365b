"""The rules a description has for single values, and which of them a value breaks."""

from __future__ import annotations

import decimal
import functools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, TypedDict

__all__ = [
    "Broken",
    "Limits",
    "Rules",
    "broken_by_array",
    "broken_by_number",
    "broken_by_object",
    "broken_by_text",
    "by_model",
    "flat",
]


class Rules(TypedDict, total=False):
    """What is asked of a value and its parts, by the keywords of JSON Schema."""

    minimum: float
    exclusiveMinimum: float
    maximum: float
    exclusiveMaximum: float
    multipleOf: float
    minLength: int
    maxLength: int
    pattern: str
    minItems: int
    maxItems: int
    uniqueItems: bool
    minProperties: int
    maxProperties: int
    properties: Mapping[str, Rules]
    propertyNames: Rules
    additionalProperties: Rules
    items: Rules
    allOf: Sequence[Rules]


Limits: TypeAlias = Mapping[str, Rules]
"""What is asked of the objects of each model, by the name of its class."""

Broken: TypeAlias = tuple[str, str]
"""The keyword of a rule and what is wrong: ``maxLength``, ``longer than 3 …``."""

_EXACT = decimal.Context(prec=1000)
_END = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|(\$)", re.DOTALL)


def by_model(table: Mapping[str, Rules]) -> Limits:
    """The rules of models, of a table that has those of properties as ``Job.name``."""
    limits: dict[str, Rules] = {}
    properties: dict[str, dict[str, Rules]] = {}
    for name, rules in table.items():
        model, is_property, wire = name.partition(".")
        if is_property:
            properties.setdefault(model, {})[wire] = rules
        else:
            limits[model] = rules
    for model, told in properties.items():
        limits[model] = {**limits.get(model, {}), "properties": told}
    return limits


def flat(told: Iterable[Rules]) -> list[Rules]:
    """Rules, each followed by those that hold beside it."""
    return [one for each in told for one in (each, *flat(each.get("allOf", ())))]


def broken_by_text(text: str, rules: Rules) -> Iterator[Broken]:
    """The rules a text breaks (JSON Schema 2020-12, section 6.3)."""
    least, most = rules.get("minLength"), rules.get("maxLength")
    if least is not None and len(text) < least:
        yield "minLength", f"shorter than {_counted(least, 'character')}"
    if most is not None and len(text) > most:
        yield "maxLength", f"longer than {_counted(most, 'character')}"
    pattern = rules.get("pattern")
    if pattern is not None and _compiled(pattern).search(text) is None:
        yield "pattern", f"does not match {pattern}"


def broken_by_number(
    value: int | float | decimal.Decimal, rules: Rules
) -> Iterator[Broken]:
    """The rules a number breaks (section 6.2); as decimal numbers, so exactly."""
    number = _decimal(value)
    if not number.is_finite():
        return
    for rule, bound, words, breaks in (
        ("minimum", rules.get("minimum"), "less than", number.__lt__),
        (
            "exclusiveMinimum",
            rules.get("exclusiveMinimum"),
            "not more than",
            number.__le__,
        ),
        ("maximum", rules.get("maximum"), "more than", number.__gt__),
        (
            "exclusiveMaximum",
            rules.get("exclusiveMaximum"),
            "not less than",
            number.__ge__,
        ),
    ):
        if bound is not None and breaks(_decimal(bound)):
            yield rule, f"{words} {bound}"
    unit = rules.get("multipleOf")
    if unit is not None and not _is_multiple(number, _decimal(unit)):
        yield "multipleOf", f"not a multiple of {unit}"


def broken_by_array(items: Collection[Any], rules: Rules) -> Iterator[Broken]:
    """The rules an array of JSON values breaks (section 6.4)."""
    least, most = rules.get("minItems"), rules.get("maxItems")
    if least is not None and len(items) < least:
        yield "minItems", f"fewer than {_counted(least, 'item')}"
    if most is not None and len(items) > most:
        yield "maxItems", f"more than {_counted(most, 'item')}"
    if rules.get("uniqueItems") and len({_key(one) for one in items}) < len(items):
        yield "uniqueItems", "has an item twice"


def broken_by_object(size: int, rules: Rules) -> Iterator[Broken]:
    """The rules an object of so many properties breaks (section 6.5)."""
    least, most = rules.get("minProperties"), rules.get("maxProperties")
    if least is not None and size < least:
        yield "minProperties", f"fewer than {_counted(least, 'entry', 'entries')}"
    if most is not None and size > most:
        yield "maxProperties", f"more than {_counted(most, 'entry', 'entries')}"


def _counted(number: int, noun: str, nouns: str = "") -> str:
    return f"{number} {noun if number == 1 else nouns or noun + 's'}"


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern of ECMA-262 in Python, where ``$`` also stands before a last line."""
    return re.compile(_END.sub(_end, pattern), re.ASCII)


def _end(found: re.Match[str]) -> str:
    return r"\Z" if found[1] else found[0]


def _decimal(number: int | float | decimal.Decimal) -> decimal.Decimal:
    """The number that is written so: 0.1 is a tenth."""
    exact = repr(number) if isinstance(number, float) else number
    return decimal.Decimal(exact)


def _is_multiple(number: decimal.Decimal, unit: decimal.Decimal) -> bool:
    try:
        return not _EXACT.remainder(number, unit)
    except decimal.InvalidOperation:
        return True  # a quotient of over 1000 digits: nothing can be said of it


def _key(value: Any) -> object:
    """What equal JSON values share: 1 and 1.0, but not 1 and true."""
    cls: type[Any] = value.__class__
    if issubclass(cls, bool):
        return "boolean", value
    if issubclass(cls, list):
        return tuple([_key(one) for one in value])
    if issubclass(cls, dict):
        return frozenset([(key, _key(one)) for key, one in value.items()])
    return value
