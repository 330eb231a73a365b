"""Decoders of models, compiled to straight-line code on first use.

This and the encoder are the places that write code: plain assignments, with names of
the wire as literals. What is not plain is called by a name the code is given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from .codec_plan import ANY, UNFIT, Decode, Plan
from .codec_types import Planner
from .drift import Decoding, Path
from .modeling import Model, keep_unknown, mark
from .polymorphic import dispatching
from .shape import Row, Shape, shape_of
from .tagging import tag_of
from .unset import UNSET

__all__ = ["decoder_of"]

Slow: TypeAlias = Callable[[Model, Any, Path, Decoding], Any]
_CACHE = "__rt_decode__"


class _Missing:
    """The type of the mark for a property that is not there."""


_MISSING = _Missing()


def decoder_of(cls: type[Model]) -> Decode:
    """The decoder of a model; compiled once for a class."""
    made: Decode | None = cls.__dict__.get(_CACHE)
    if made is None:
        made = _compile(cls)
        tag = tag_of(cls)
        if tag is not None:
            made = dispatching(cls, tag, made, decoder_of)
        type.__setattr__(cls, _CACHE, made)
    return made


def _reference(cls: type[Model]) -> Decode:
    """The decoder of a model another one holds, compiled when it is first met."""
    made: Decode | None = cls.__dict__.get(_CACHE)
    if made is not None:
        return made

    def late(value: Any, path: Path, decoding: Decoding) -> Any:
        return decoder_of(cls)(value, path, decoding)

    return late


def planner() -> Planner:
    """What makes the plans of types that may name models."""
    return Planner(_reference)


def _slow(row: Row, plan: Plan) -> Slow:
    """What decodes a property that is missing, null or not of the plain type."""
    decode, name, wire, absent = plan.decode, row.name, row.wire, row.absent
    expected = plan.expected
    quiet = row.access == "write"

    def required(self: Model, value: Any, path: Path, decoding: Decoding) -> Any:
        if value is not _MISSING:
            return decode(value, (path, wire), decoding)
        if not quiet:
            where: Path = (path, wire)
            decoding.drift(None, where, expected, "missing", "no such property")
        mark(self, name)
        return None

    def optional(self: Model, value: Any, path: Path, decoding: Decoding) -> Any:
        if value is _MISSING:
            return absent
        if value is not None:
            return decode(value, (path, wire), decoding)
        if plan is not ANY:
            decoding.drift(None, (path, wire), expected, "null")
        mark(self, name)
        return None

    def unset(self: Model, value: Any, path: Path, decoding: Decoding) -> Any:
        if value is _MISSING:
            return absent
        return decode(value, (path, wire), decoding)

    match row.need:
        case "required":
            return required
        case "optional":
            return optional
        case "unset":
            return unset


def _late(space: dict[str, Any], name: str, cls: type[Model]) -> Decode:
    """Compiles the decoder of a model when first met, and leaves it in ``space``."""

    def first(value: Any, path: Path, decoding: Decoding) -> Any:
        made = space[name] = decoder_of(cls)
        return made(value, path, decoding)

    return first


def _lines(index: int, row: Row, plan: Plan) -> list[str]:
    """The lines that decode one property into one attribute, the likeliest first."""
    put = f"self.{row.name} ="
    slow = f"{put} slow{index}(self, v, path, decoding)"
    optional = row.need != "required"
    absent = f"{put} {'UNSET' if row.need == 'unset' else 'None'}" if optional else slow
    may_be_null = "null" in plan.kinds and row.need != "optional"
    lines = [
        f"    v = get({row.wire!r}, MISSING)",
        *_likeliest(index, row, plan),
        f"    elif v is MISSING: {absent}; absent += 1",
    ]
    if may_be_null:
        lines.append(f"    elif v is None: {put} None")
    return [*lines, f"    else: {slow}"]


def _likeliest(index: int, row: Row, plan: Plan) -> list[str]:
    """The lines that decode a property which is as described."""
    put, inner = f"self.{row.name} =", f"(path, {row.wire!r}), decoding"
    if plan.fits:
        kinds = sorted(kind.__name__ for kind in plan.fits)
        test = "    if " + " or ".join(f"v.__class__ is {kind}" for kind in kinds)
        if plan.parse is None:
            return [f"{test}: {put} v"]
        return [
            f"{test}:",
            f"        try: {put} parse{index}(v)",
            f"        except UNFIT: {put} slow{index}(self, v, path, decoding)",
        ]
    if plan.model is not None:
        return [f"    if v.__class__ is dict: {put} model{index}(v, {inner})"]
    if plan.item is not None and plan.item.model is not None:
        return [f"    if v.__class__ is list: {put} every{index}(v, {inner})"]
    made = "v" if plan is ANY else f"decode{index}(v, {inner})"
    return [f"    if v is not MISSING and v is not None: {put} {made}"]


def _items(index: int, item: Plan) -> list[str]:
    """The lines that decode a list of models."""
    null = "None if one is None else " if "null" in item.kinds else ""
    return [
        f"def every{index}(value, path, decoding):",
        f"    return [{null}model{index}(one, (path, at), decoding)",
        "        for at, one in enumerate(value)]",
    ]


def _rest(shape: Shape, space: dict[str, Any], plans: Planner) -> list[str]:
    """The lines that keep the properties the description does not list."""
    space["KNOWN"] = shape.wires
    known = f"len(value) + absent == {len(shape.rows)}"
    if shape.extra is None:
        space["unknown"] = _unknown
        return [
            f"    if not ({known}):",
            "        unknown(self, KNOWN, value, path, decoding)",
        ]
    name = shape.extra.name
    plan = plans.plan(shape.extra.type, shape.extra.space)
    space["rest"] = plan.decode
    others = "{k: x for k, x in value.items() if k not in KNOWN}"
    return [
        f"    if {known}: self.{name} = {{}}",
        f"    else: self.{name} = rest({others}, path, decoding)",
    ]


def _unknown(
    self: Model,
    known: frozenset[str],
    value: dict[str, Any],
    path: Path,
    decoding: Decoding,
) -> None:
    """Report the properties a closed object should not have, and keep them."""
    others = {key: one for key, one in value.items() if key not in known}
    for key, one in others.items():
        decoding.drift(one, (path, key), "no such property", "unknown")
    keep_unknown(self, others)


def _compile(cls: type[Model]) -> Decode:
    """Write and compile the decoder of one model."""
    shape = shape_of(cls)
    plans = planner()
    space: dict[str, Any] = {
        "CLASS": cls,
        "NEW": cls.__new__,
        "MISSING": _MISSING,
        "UNFIT": UNFIT,
        "UNSET": UNSET,
    }
    helpers: list[str] = []
    lines = [
        "def decode(value, path, decoding):",
        "    if value.__class__ is not dict and not isinstance(value, dict):",
        "        return decoding.mismatch(value, path, 'an object')",
        "    self = NEW(CLASS)",
        "    self.__rt_odd__ = None",
        "    get = value.get",
        "    absent = 0",
    ]
    for index, row in enumerate(shape.rows):
        plan = plans.plan(row.type, row.space)
        space[f"slow{index}"] = _slow(row, plan)
        space[f"decode{index}"] = plan.decode
        space[f"parse{index}"] = plan.parse
        held = plan.item or plan
        if held.model is not None:
            name = f"model{index}"
            space[name] = _late(space, name, held.model)
            if plan.item is not None:
                helpers += _items(index, plan.item)
        lines += _lines(index, row, plan)
    lines += [*_rest(shape, space, plans), "    return self"]
    text = "\n".join([*helpers, *lines])
    exec(compile(text, f"<decoder of {cls.__qualname__}>", "exec"), space)
    made: Decode = space["decode"]
    return made
