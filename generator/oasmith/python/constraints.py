"""The view of the limits module: what ``check`` holds values against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from ..diagnostics import Report
from ..ir.api import Api
from ..ir.decls import NO_LIMITS, Alias, Decl, Enum, Limits, Struct, Union
from ..ir.names import DeclId, Place
from ..ir.types import (
    ANY,
    ListOf,
    MapOf,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
)
from .code import Code, fixed
from .context import Context
from .docs import docstring
from .encode import constant, literal
from .fit import Group, assigned, call, dict_display, entry, lay_out, list_display
from .imports import block, modules, own
from .limits import told_number
from .patterns import regex
from .views import LimitsView

__all__ = ["limits_view", "report_patterns"]

_Rule: TypeAlias = "str | int | float | _Rules | list[_Rules]"
_Rules: TypeAlias = Mapping[str, _Rule]

_COUNTS = frozenset(
    {
        *("minLength", "maxLength", "minItems", "maxItems"),
        *("minProperties", "maxProperties"),
    }
)
_BOUNDS = frozenset({"minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"})
_PARTS = ("propertyNames", "additionalProperties", "items")


def limits_view(context: Context) -> LimitsView | None:
    """The module with the rules of every model; None where there are none."""
    structs = {
        context.names.decls[one.id]: one
        for one in context.decls.values()
        if isinstance(one, Struct)
    }
    table = {
        key: rules
        for name in sorted(structs)
        for key, rules in _of_struct(structs[name], name, context.decls)
    }
    if not table:
        return None
    doc = f"What {context.subject} asks of values, for ``check``."
    shown = call(fixed("rt.by_model"), _display(table))
    target = fixed("LIMITS: typing.Final")
    return LimitsView(
        doc=docstring(doc, 0) or fixed('""""""'),
        imports=block(modules({"rt", "typing"}), own({"rt"}, ".")) or fixed(""),
        limits=lay_out(assigned(target, shown), 0),
    )


def report_patterns(api: Api, report: Report) -> None:
    """Say which patterns are not checked because Python cannot read them (SCH023)."""
    for place, limits in _all_limits(api):
        for pattern in _patterns(limits):
            if regex(pattern) is None:
                report.add(
                    "SCH023",
                    place,
                    f"Python cannot read the pattern {pattern}",
                    hint="write it without what only other languages know",
                )


def _all_limits(api: Api) -> Iterator[tuple[Place, Limits]]:
    for decl in api.decls.values():
        match decl:
            case Struct(fields=fields):
                yield decl.at, decl.limits
                for one in fields:
                    yield one.at, one.limits
            case Alias(at=at, limits=limits):
                yield at, limits
            case Enum() | Union():
                pass


def _patterns(limits: Limits) -> Iterator[str]:
    for keyword, value in limits.items:
        if isinstance(value, Limits):
            yield from _patterns(value)
        elif keyword == "pattern" and isinstance(value, str):
            yield value


def _of_struct(
    struct: Struct, name: str, decls: Mapping[DeclId, Decl]
) -> Iterator[tuple[str, _Rules]]:
    """The rules of a model, then those of its properties by both names."""
    kind = ANY if struct.extra is None else MapOf(struct.extra)
    if own := _rules(kind, struct.limits, decls, frozenset()):
        yield name, own
    for one in struct.fields:
        if rules := _rules(one.type, one.limits, decls, frozenset()):
            yield f"{name}.{one.wire}", rules


def _rules(
    type_: Type,
    limits: Limits,
    decls: Mapping[DeclId, Decl],
    above: frozenset[DeclId],
) -> _Rules:
    """What is asked of a value by the place it stands in, and by names of its type."""
    match type_:
        case Nullable(inner):
            return _rules(inner, limits, decls, above)
        case Scalar(ScalarKind.FILE):
            return {}  # a file may be a path or a stream, of unknown length
        case ListOf(item):
            types: Mapping[str, Type] = {"items": item}
        case MapOf(value):
            types = {"additionalProperties": value}
        case _:
            types = {}
    parts = {key: part for key, part in limits.items if isinstance(part, Limits)}
    if isinstance(type_, TupleOf):
        parts.pop("items", None)  # holds for those behind the tuple
    found: dict[str, _Rule] = {
        keyword: rule
        for keyword, value in limits.items
        if (rule := _kept(keyword, value)) is not None
    }
    for key in [one for one in _PARTS if one in types or one in parts]:
        part = _rules(types.get(key, ANY), parts.get(key, NO_LIMITS), decls, above)
        if part:
            found[key] = part
    rules: _Rules = found
    if "allOf" in parts:
        rules = _both(rules, _rules(type_, parts["allOf"], decls, above))
    decl = decls[type_.target] if isinstance(type_, Ref) else None
    if isinstance(decl, Alias) and decl.id not in above:
        named = _rules(decl.target, decl.limits, decls, above | {decl.id})
        rules = _both(rules, named)
    return rules


def _kept(keyword: str, value: object) -> str | int | float | None:
    """The value of a rule; None for what says nothing, or is no rule for ``check``."""
    if keyword == "pattern":
        return value if isinstance(value, str) and regex(value) else None
    if keyword == "uniqueItems":
        return True if value is True else None
    number = told_number(value)
    if number is None:
        return None
    if keyword in _COUNTS:
        least = 1 if keyword.startswith("min") else 0
        return int(number) if number >= least and number == int(number) else None
    told = keyword in _BOUNDS or (keyword == "multipleOf" and number > 0)
    return number if told else None


def _both(one: _Rules, other: _Rules) -> _Rules:
    """What is asked where both are; rules of one keyword stand side by side."""
    rules = {**other, **one}
    disagree = any(rules[key] != other[key] for key in other)
    return {"allOf": [one, other]} if disagree else rules


def _display(value: _Rule) -> Code | Group:
    """Rules as a display, each on its line where they are too long for one."""
    match value:
        case Mapping():
            return dict_display(
                entry(constant(key), _display(one)) for key, one in value.items()
            )
        case list():
            return list_display(_display(one) for one in value)
        case _:
            return literal(value)
