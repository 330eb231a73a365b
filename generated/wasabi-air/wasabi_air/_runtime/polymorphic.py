"""Which subclass an object is, where a base class says what tells them apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .codec_plan import Decode
from .drift import Decoding, Path
from .modeling import Model
from .resolve import class_namespace
from .tagging import Tag, tag_of

__all__ = ["dispatching", "subclass_for"]


def subclass_for(cls: type[Model], value: Mapping[str, Any]) -> type[Model]:
    """The class an object is decoded as when ``cls`` is asked for."""
    tag = tag_of(cls)
    named = None if tag is None else _named(cls, tag, value)
    return cls if named is None or named is cls else subclass_for(named, value)


def _named(cls: type[Model], tag: Tag, value: Mapping[str, Any]) -> type[Model] | None:
    name = tag.name_for(value)
    if name is None:
        return None
    named: type[Model] = class_namespace(cls).evaluate(name)
    return named


def dispatching(
    cls: type[Model], tag: Tag, own: Decode, decoder_of: Callable[[type[Model]], Decode]
) -> Decode:
    """The decoder of a class whose objects may be of its subclasses.

    ``own`` decodes as the class itself: what names no subclass is one of these.
    """
    expected = f"one of {', '.join(map(repr, tag.mapping))}"
    known: dict[str, Decode] = {}

    def find(name: str, value: Mapping[str, Any]) -> Decode:
        named = _named(cls, tag, value)
        known[name] = own if named is None or named is cls else decoder_of(named)
        return known[name]

    def decode(value: Any, path: Path, decoding: Decoding) -> Any:
        if not issubclass(value.__class__, dict):
            return own(value, path, decoding)
        name = tag.name_for(value)
        if name is not None:
            return (known.get(name) or find(name, value))(value, path, decoding)
        told: object = value.get(tag.property)
        if isinstance(told, str):
            decoding.drift(told, (path, tag.property), expected, "tag")
        return own(value, path, decoding)

    return decode
