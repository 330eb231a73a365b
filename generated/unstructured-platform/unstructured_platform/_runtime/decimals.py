"""Decimals in fields that hold numbers: written as numbers, or not at all."""

from __future__ import annotations

import decimal
import types
import typing
from collections.abc import Callable
from typing import Any

from .resolve import Namespace
from .scalars import NumberDecimal
from .unset import Unset

__all__ = ["holds_numbers", "number_writer"]

_MOST_DIGITS = 308
"""What is longer is no double (IEEE 754), which most servers read numbers as."""


def holds_numbers(type_: Any, space: Namespace) -> bool:
    """Whether all that a type holds are numbers, be it in lists or by names."""
    return _holds(type_, space, frozenset())


def _holds(type_: Any, space: Namespace, within: frozenset[str]) -> bool:
    """``within`` are the aliases that lead here, as one may hold itself."""
    if isinstance(type_, typing.ForwardRef):
        name = type_.__forward_arg__
        if name in within:
            return False
        return _holds(space.evaluate(name), space, within | {name})
    if type_ is int or type_ is float:
        return True
    origin, arguments = typing.get_origin(type_), typing.get_args(type_)
    if origin in (typing.Union, types.UnionType):
        told = [one for one in arguments if one not in (type(None), Unset)]
        return all(_holds(one, space, within) for one in told)
    if origin is typing.Annotated:
        return _holds(arguments[0], space, within)
    if origin is list or origin is dict:
        return _holds(arguments[-1], space, within)
    return False


def number_writer(wire: str, inner: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """What encodes a field that holds numbers; ``inner`` encodes all but decimals."""

    def write(value: Any) -> Any:
        if value.__class__ is float or value.__class__ is int:
            return inner(value)
        if isinstance(value, decimal.Decimal) and not isinstance(value, NumberDecimal):
            return inner(_number(wire, value))
        if isinstance(value, (list, tuple)):
            listed: list[Any] = [*value]
            return [write(one) for one in listed]
        if isinstance(value, dict):
            named: dict[Any, Any] = {**value}
            return {str(key): write(one) for key, one in named.items()}
        return inner(value)

    return write


def _number(wire: str, value: decimal.Decimal) -> int | float:
    """The number that is written as the decimal is.

    Raises:
        ValueError: There is none, or it would lose digits.
    """
    if not value.is_finite():
        raise ValueError(f"{wire}: {value} is no number that can be sent")
    if value.adjusted() < _MOST_DIGITS:
        if value == value.to_integral_value():
            return int(value)
        made = float(value)
        if decimal.Decimal(repr(made)) == value:
            return made
    raise ValueError(
        f"{wire}: {str(value)[:60]} would lose digits as a JSON number, which is what"
        " the description asks for: round it first"
    )
