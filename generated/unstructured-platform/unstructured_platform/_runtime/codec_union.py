"""Unions: which member a JSON value is.

The JSON type decides first. Among strings, members with a format or listed values go
before plain ones. Among objects, the best fit wins: all required properties present,
constants equal, most declared properties, fewest others; and of equals the one that
decodes with the fewest deviations, then the first. One that allows the value as it is
goes before a better fit that does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from .codec_plan import ANY, NULL, Plan, kind_of
from .drift import Decoding, Path
from .polymorphic import subclass_for
from .probing import Choice, Unfit, cost_of, trial_for
from .shape import Shape, shape_of
from .tagging import Tag

__all__ = ["tagged", "untagged"]

Fit: TypeAlias = tuple[int, int, int, int]
"""Missing required, unequal constants, minus the declared, others. Less is better."""

Mark: TypeAlias = frozenset[tuple[int, object]]
"""What unions of the same models have in common, wherever they are used."""

_PLAIN_MAP: Fit = (0, 0, 0, 0)


def fit(shape: Shape, value: Mapping[str, Any]) -> Fit:
    """How well an object fits a model, judged by its properties alone."""
    declared = sum(1 for name in value if name in shape.wires)
    missing = sum(1 for name in shape.required if name not in value)
    unequal = sum(
        1
        for name, allowed in shape.constants.items()
        if name in value and value[name] not in allowed
    )
    return (missing, unequal, -declared, len(value) - declared)


def _mark(plans: list[Plan], *told: object) -> Mark:
    """The mark of a union; ``told`` is what else bears on the choice."""
    return frozenset(enumerate([*told, *(plan.model or plan for plan in plans)]))


def _fit(plan: Plan, value: Mapping[str, Any]) -> Fit:
    if plan.model is None:
        return _PLAIN_MAP
    return fit(shape_of(subclass_for(plan.model, value)), value)


def _allows(plan: Plan, value: Any, decoding: Decoding) -> bool:
    """Whether a value is as a type says; formats are no part of that."""
    cost = cost_of(plan, value, decoding)
    return cost is not None and cost[0] == cost[1]


def _best(plans: list[Plan], value: Any, decoding: Decoding) -> Plan:
    """The member a value deviates from least; the first of equals."""
    best, least = plans[0], None
    for plan in plans:  # no comprehension: its frame would cost depth
        cost = cost_of(plan, value, decoding)
        if cost is not None and (least is None or cost[0] < least):
            best, least = plan, cost[0]
    return best


def _object(plans: list[Plan], value: Mapping[str, Any], decoding: Decoding) -> Plan:
    """The member an object fits best; only ties are tried out."""
    ranks = [_fit(plan, value) for plan in plans]
    top = min(ranks)
    equals = [plan for rank, plan in zip(ranks, plans, strict=True) if rank == top]
    return equals[0] if len(equals) == 1 else _best(equals, value, decoding)


def _decode_object(
    plans: list[Plan], mark: Mark, value: Any, path: Path, decoding: Decoding
) -> Any:
    """Decode as the best fit, or as the next best where only that one allows it.

    A value that one member allows is no deviation from the union, so deviations of the
    best fit are put up with only where every other member has some too.
    """
    key = (mark, id(value))
    choice = decoding.chosen.get(key)
    if choice is not None:
        return choice.decode(path, decoding)
    first = _object(plans, value, decoding)
    others = [plan for plan in plans if plan is not first]
    trial = trial_for(decoding)
    try:
        made = first.decode(value, path, trial)
    except Unfit:
        others = [one for one in others if cost_of(one, value, decoding) is not None]
    else:
        others = [
            one for one in others if not trial.allowed and _allows(one, value, decoding)
        ]
        if not others:
            decoding.chosen[key] = Choice(value, first)
            trial.tell(decoding)
            return made
    best = _object(others, value, decoding) if others else first
    choice = decoding.chosen[key] = Choice(value, best)
    return choice.decode(path, decoding)


def _decode_array(
    plans: list[Plan], mark: Mark, value: Any, path: Path, decoding: Decoding
) -> Any:
    """Decode as the member an array deviates from least."""
    key = (mark, id(value))
    if key not in decoding.chosen:
        decoding.chosen[key] = Choice(value, _best(plans, value, decoding))
    return decoding.chosen[key].decode(path, decoding)


def _scalar(plans: list[Plan], value: Any, decoding: Decoding) -> Plan:
    """The member a string or number fits best: exact types before plain ones."""
    if isinstance(value, int):
        whole = [plan for plan in plans if plan.atom is int]
        plans = [plan for plan in plans if plan.exact] + (whole or plans)
    plans = sorted(plans, key=lambda plan: not plan.exact)
    for plan in plans:
        cost = cost_of(plan, value, decoding)
        if cost is not None and not cost[0]:
            return plan
    return _best(plans, value, decoding)


def _flat(members: list[Plan]) -> dict[str, list[Plan]]:
    """The members that take each JSON type."""
    table: dict[str, list[Plan]] = {}
    for plan in members:
        for kind in sorted(plan.kinds):
            table.setdefault(kind, []).append(plan)
    return table


def untagged(members: list[Plan]) -> Plan:
    """The plan of a union whose members nothing but their shape tells apart."""
    if ANY in members:
        return ANY
    table = _flat(members)
    marks = {kind: _mark(plans) for kind, plans in table.items()}
    if set(table) == {"null"}:
        return members[0]
    others = [plan for plan in members if plan is not NULL]
    expected = " or ".join(dict.fromkeys(plan.expected for plan in others))

    def decode(value: Any, path: Path, decoding: Decoding) -> Any:
        kind = kind_of(value)
        plans = table.get(kind)
        if plans is None:
            return decoding.mismatch(value, path, expected)
        if len(plans) == 1:
            chosen = plans[0]
        elif kind == "object":
            return _decode_object(plans, marks[kind], value, path, decoding)
        elif kind == "array":
            return _decode_array(plans, marks[kind], value, path, decoding)
        else:
            chosen = _scalar(plans, value, decoding)
        return chosen.decode(value, path, decoding)

    if len(others) == 1:  # only nullable: None is the one value that differs
        only = others[0]
        inner = only.decode

        def nullable(value: Any, path: Path, decoding: Decoding) -> Any:
            return None if value is None else inner(value, path, decoding)

        if len(members) == 1:
            return only
        return Plan(
            nullable,
            expected,
            *table,
            atom=only.atom,
            model=only.model,
            fits=only.fits,
            parse=only.parse,
            item=only.item,
        )
    exact = all(plan.exact for plan in others)
    return Plan(decode, expected, *table, exact=exact)


def tagged(
    tag: Tag, classes: Mapping[str, Plan], default: Plan | None, members: list[Plan]
) -> Plan:
    """The plan of a union of objects that a property tells apart.

    ``default`` is the member of objects whose property names none of ``classes``.
    """
    name = tag.property
    expected = f"an object whose {name!r} is one of {', '.join(map(repr, classes))}"
    rest = untagged(members)
    objects = [plan for plan in members if "object" in plan.kinds]
    mark = _mark(objects, name)

    def decode(value: Any, path: Path, decoding: Decoding) -> Any:
        if not issubclass(value.__class__, dict):
            return rest.decode(value, path, decoding)
        told: Any = value.get(name)
        if isinstance(told, str) and told in classes:
            return classes[told].decode(value, path, decoding)
        if default is not None:
            return default.decode(value, path, decoding)
        if isinstance(told, str):  # a member that is yet unknown: none of these
            decoding.drift(told, (path, name), expected, "tag")
            return value
        key = (mark, id(value))
        choice = decoding.chosen.get(key)
        if choice is None:
            choice = _untold(objects, name, value, decoding)
            decoding.chosen[key] = choice
        if not choice.listed:
            found = "" if name in value else f"none of the property {name!r}"
            where = (path, name) if name in value else path
            decoding.drift(told, where, expected, "tag", found)
        return choice.decode(path, decoding)

    return Plan(decode, "an object", *rest.kinds)


def _untold(
    objects: list[Plan], name: str, value: Mapping[str, Any], decoding: Decoding
) -> Choice:
    """What an object is whose property of this name names no member at all."""
    allowing = [plan for plan in objects if _allows(plan, value, decoding)]
    if allowing:
        return Choice(value, _object(allowing, value, decoding))
    if name in value:
        return Choice(value, ANY, listed=False)
    best = _object(objects, value, decoding)
    missing, unequal, *_ = _fit(best, value)
    return Choice(value, ANY if missing or unequal else best, listed=False)
