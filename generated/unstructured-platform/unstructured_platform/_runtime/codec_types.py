"""From types to plans: lists, maps, tuples, enumerations, literals, unions, models."""

from __future__ import annotations

import collections.abc
import enum
import types
import typing
from collections.abc import Callable
from typing import Any

from .codec_plan import ALL, ANY, SCALARS, TEXTS, UNFIT, Decode, Plan, kind_of
from .codec_union import tagged, untagged
from .drift import Decoding, Path
from .modeling import Model
from .resolve import Namespace
from .tagging import Tag
from .unset import Unset

__all__ = ["Planner"]

_UNIONS = (typing.Union, types.UnionType)
_LISTS = (list, collections.abc.Sequence, collections.abc.Iterable)
_MAPS = (dict, collections.abc.Mapping)
_LISTED = 6


def _choices(values: typing.Iterable[object]) -> str:
    """Name a few of the values, for messages."""
    shown = [repr(value) for value in values]
    more = ", …" if len(shown) > _LISTED else ""
    text = ", ".join(shown[:_LISTED]) + more
    return text if len(shown) == 1 else f"one of {text}"


def _list_of(item: Plan) -> Plan:
    decode, fits, parse = item.decode, item.fits, item.parse

    def each(value: Any, path: Path, decoding: Decoding) -> Any:
        return [decode(one, (path, at), decoding) for at, one in enumerate(value)]

    def every(value: Any, path: Path, decoding: Decoding) -> Any:
        if not issubclass(value.__class__, list):
            return decoding.mismatch(value, path, "an array")
        if not fits.issuperset(map(type, value)):
            return each(value, path, decoding)
        try:
            return [*value] if parse is None else [*map(parse, value)]
        except UNFIT:  # which of them deviates, is told on the long way
            return each(value, path, decoding)

    return Plan(every, "an array", "array", item=item)


def _map_of(item: Plan) -> Plan:
    decode, fits, parse = item.decode, item.fits, item.parse

    def every(value: Any, path: Path, decoding: Decoding) -> Any:
        if not issubclass(value.__class__, dict):
            return decoding.mismatch(value, path, "an object")
        if parse is None and fits.issuperset(map(type, value.values())):
            return {**value}
        return {key: decode(one, (path, key), decoding) for key, one in value.items()}

    return Plan(every, "an object", "object")


def _tuple_of(prefix: list[Decode], rest: Decode | None) -> Plan:
    expected = f"an array of {len(prefix)}{' or more' if rest else ''}"

    def every(value: Any, path: Path, decoding: Decoding) -> Any:
        if not issubclass(value.__class__, list):
            return decoding.mismatch(value, path, "an array")
        count = len(value)
        if count < len(prefix) or (count > len(prefix) and rest is None):
            decoding.drift(value, path, expected, "length", f"{count} items")
        spare = [rest or ANY.decode] * max(count - len(prefix), 0)
        return tuple(
            decode(one, (path, at), decoding)
            for at, (one, decode) in enumerate(
                zip(value, [*prefix, *spare], strict=False)
            )
        )

    return Plan(every, expected, "array")


def _whole(value: Any) -> Any:
    """Read ``1.0`` as the integer it is."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _literal(values: tuple[Any, ...]) -> Plan:
    table = {(value.__class__, value): value for value in values}
    kinds = {kind_of(value) for value in values}
    if "integer" in kinds:
        kinds.add("number")
    expected = _choices(values)

    def decode(value: Any, path: Path, decoding: Decoding) -> Any:
        if kind_of(value) in ("array", "object"):
            return decoding.fail(value, path, expected)
        value = _whole(value)
        if (value.__class__, value) in table:
            return value
        if kind_of(value) in kinds:
            return decoding.drift(value, path, expected, "enum")
        return decoding.mismatch(value, path, expected)

    texts = {value: value for value in values if value.__class__ is str}
    fits, parse = (TEXTS, texts.__getitem__) if texts else (frozenset[type](), None)
    return Plan(decode, expected, *kinds, exact=True, fits=fits, parse=parse)


def _enum(cls: type[enum.Enum]) -> Plan:
    members = {member.value: member for member in cls.__members__.values()}
    text = issubclass(cls, str)
    base = SCALARS[str if text else int]
    expected = _choices(members)

    def decode(value: Any, path: Path, decoding: Decoding) -> Any:
        if not text and isinstance(value, float) and not value.is_integer():
            return decoding.drift(value, path, expected, "enum")
        plain = base.decode(value, path, decoding)
        if plain is None:
            return None
        member = members.get(plain)
        if member is None:
            decoding.drift(value, path, expected, "enum")
            try:
                member = cls(plain)
            except ValueError:
                return plain
        return member

    fits, parse = base.fits, members.__getitem__
    return Plan(decode, expected, *base.kinds, exact=True, fits=fits, parse=parse)


class Planner:
    """Makes the plans of the types one class or operation names."""

    def __init__(self, model: Callable[[type[Model]], Decode]) -> None:
        """Take what gives the decoder of a model, compiled or yet to be."""
        self._model = model
        self._named: dict[tuple[str, int], Plan | None] = {}

    def plan(self, type_: Any, space: Namespace) -> Plan:
        """Make the plan of a type found in a namespace.

        Raises:
            TypeError: The codec does not know such a type.
        """
        if isinstance(type_, str):
            return self._reference(type_, space)
        if isinstance(type_, typing.ForwardRef):
            return self._reference(type_.__forward_arg__, space)
        origin: Any = typing.get_origin(type_)
        if origin is not None:
            return self._generic(type_, origin, space)
        if type_ in SCALARS:
            return SCALARS[type_]
        if isinstance(type_, type):
            if issubclass(type_, Model):
                return Plan(self._model(type_), "an object", "object", model=type_)
            if issubclass(type_, enum.Enum):
                return _enum(type_)
            if type_ in _LISTS:
                return _list_of(ANY)
            if type_ in _MAPS:
                return _map_of(ANY)
            return ANY  # streams and the like, which only requests hold
        raise TypeError(f"no way to decode {type_!r}")

    def _reference(self, name: str, space: Namespace) -> Plan:
        """Follow a name; one that is being followed already is looked up later."""
        key = (name, id(space))
        if key in self._named:
            return self._named[key] or self._later(key)
        self._named[key] = None
        made = self.plan(space.evaluate(name), space)
        self._named[key] = made
        return made

    def _later(self, key: tuple[str, int]) -> Plan:
        def decode(value: Any, path: Path, decoding: Decoding) -> Any:
            return (self._named[key] or ANY).decode(value, path, decoding)

        return Plan(decode, key[0], *ALL)

    def _generic(self, type_: Any, origin: Any, space: Namespace) -> Plan:
        arguments: tuple[Any, ...] = typing.get_args(type_)
        if origin is typing.Annotated:
            return self._annotated(arguments, space)
        if origin in _UNIONS:
            return untagged(self._members(arguments, space))
        if origin is typing.Literal:
            return _literal(arguments)
        if origin in _LISTS:
            return _list_of(self.plan(arguments[0], space))
        if origin in _MAPS:
            return _map_of(self.plan(arguments[1], space))
        if origin is tuple:
            return self._tuple(arguments, space)
        return ANY

    def _members(self, arguments: tuple[Any, ...], space: Namespace) -> list[Plan]:
        return [self.plan(one, space) for one in arguments if one is not Unset]

    def _annotated(self, arguments: tuple[Any, ...], space: Namespace) -> Plan:
        base, *notes = arguments
        for note in notes:
            if isinstance(note, Tag):
                members = self._members(
                    typing.get_args(base) or (base,),
                    space,
                )
                classes = {
                    value: self.plan(typing.ForwardRef(name), space)
                    for value, name in note.mapping.items()
                }
                default = note.default
                rest = (
                    None
                    if default is None
                    else self.plan(typing.ForwardRef(default), space)
                )
                return tagged(note, classes, rest, members)
        return self.plan(base, space)

    def _tuple(self, arguments: tuple[Any, ...], space: Namespace) -> Plan:
        if len(arguments) > 1 and arguments[-1] is Ellipsis:
            return _tuple_of([], self.plan(arguments[0], space).decode)
        prefix: list[Decode] = []
        rest: Decode | None = None
        for one in arguments:
            inner = typing.get_args(one)
            if typing.get_origin(one) is typing.Unpack:
                inner = typing.get_args(inner[0])
            elif not getattr(one, "__unpacked__", False):
                prefix.append(self.plan(one, space).decode)
                continue
            rest = self.plan(inner[0], space).decode
        return _tuple_of(prefix, rest)
