"""Decoders of models, compiled to straight-line code on first use.

This and the encoder are the places that write code: plain assignments, with names of
the wire as literals. What is not plain is called by a name the code is given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from .codec_plan import ANY, Decode, Plan
from .codec_types import Planner
from .drift import Decoding, Path
from .modeling import Model, keep_unknown, mark
from .polymorphic import dispatching
from .shape import Row, Shape, shape_of
from .tagging import tag_of

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


def _statement(index: int, row: Row, plan: Plan) -> list[str]:
    """The lines that decode one property into one attribute."""
    slow = f"slow{index}(self, v, path, decoding)"
    head = f"    v = get({row.wire!r}, MISSING)"
    if plan.atom is not None:
        atom = plan.atom.__name__
        kept = f"v if v.__class__ is {atom} else {slow}"
        return [head, f"    self.{row.name} = {kept}"]
    fast = f"fast{index}(v, (path, {row.wire!r}), decoding)"
    return [
        head,
        f"    if v is MISSING or v is None: self.{row.name} = {slow}",
        f"    else: self.{row.name} = {fast}",
    ]


def _rest(shape: Shape, space: dict[str, Any], plans: Planner) -> list[str]:
    """The lines that keep the properties the description does not list."""
    space["KNOWN"] = shape.wires
    if shape.extra is None:
        space["unknown"] = _unknown
        return [
            "    if not value.keys() <= KNOWN:",
            "        unknown(self, KNOWN, value, path, decoding)",
        ]
    name = shape.extra.name
    plan = plans.plan(shape.extra.type, shape.extra.space)
    space["rest"] = plan.decode
    others = "{k: x for k, x in value.items() if k not in KNOWN}"
    return [
        f"    if value.keys() <= KNOWN: self.{name} = {{}}",
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
    space: dict[str, Any] = {"CLASS": cls, "NEW": cls.__new__, "MISSING": _MISSING}
    lines = [
        "def decode(value, path, decoding):",
        "    if value.__class__ is not dict and not isinstance(value, dict):",
        "        return decoding.mismatch(value, path, 'an object')",
        "    self = NEW(CLASS)",
        "    get = value.get",
    ]
    for index, row in enumerate(shape.rows):
        plan = plans.plan(row.type, row.space)
        space[f"slow{index}"] = _slow(row, plan)
        space[f"fast{index}"] = plan.decode
        lines += _statement(index, row, plan)
    lines += [*_rest(shape, space, plans), "    return self"]
    exec(compile("\n".join(lines), f"<decoder of {cls.__qualname__}>", "exec"), space)
    made: Decode = space["decode"]
    return made
