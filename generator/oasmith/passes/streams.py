"""Contents that are read item by item: lines, JSON sequences, server-sent events.

OpenAPI 3.2, "Sequential Media Types" and "Special Considerations for Server-Sent
Events". ``itemSchema`` describes an item; ``schema`` in its place describes all of them
as an array, but is mostly written for one item, and older documents have no other way.
"""

from __future__ import annotations

from ..ir.api import Codec, Content, Framing, Items
from ..ir.types import ANY, OneOf, Scalar, ScalarKind, Type
from ..openapi.node import Node
from ..source.pointer import Place
from ..source.values import Frozen, replace
from .schemas import Lowering
from .shape import Shape, alternatives, shape_of, types_of

__all__ = ["with_items"]

_TEXT = Scalar(ScalarKind.STR)
_FIELDS = frozenset({"data", "event", "id", "retry", "comment"})
_END = "[DONE]"
_JSON = "json"


def with_items(
    lowering: Lowering, entry: Node, content: Content, words: tuple[str, ...]
) -> Content:
    """The content of a stream with the type of its items.

    ``words`` name the answer; the last of them says that it is one.
    """
    words = words[:-1]
    schema = _item_schema(lowering, entry)
    if content.codec is Codec.EVENTS:
        items = _of_events(lowering, schema, entry.has("itemSchema"), words)
    elif schema is None or _is_text(lowering, schema):
        items = Items(ANY, Framing.VALUES)  # each line is JSON whatever it holds
    else:
        kind = lowering.type_of(schema, (*words, "Item"))
        items = Items(kind, Framing.VALUES)
    return replace(content, type=_TEXT, items=items)


def _item_schema(lowering: Lowering, entry: Node) -> Node | None:
    found = entry.get("itemSchema")
    if found is not None:
        return found
    schema = entry.get("schema")
    if schema is None:
        return None
    target = lowering.description.follow(schema)
    if target is not None and shape_of(target) is Shape.ARRAY:
        return target.get("items") or schema
    return schema


def _is_text(lowering: Lowering, schema: Node) -> bool:
    """Whether a schema says no more than that a stream is a text."""
    found = lowering.description.follow(schema)
    return found is None or (
        shape_of(found) in (Shape.SCALAR, Shape.ANY) and types_of(found) in _BARE
    )


_BARE = ((), ("string",))


def _of_events(
    lowering: Lowering, schema: Node | None, by_item: bool, words: tuple[str, ...]
) -> Items:
    """Events: with their data, where the schema is of an event, else the data alone."""
    if schema is None or _is_text(lowering, schema):
        return Items(_TEXT, Framing.EVENTS)
    found = _Finding(lowering, by_item).events(schema, (), frozenset())
    if found is None:
        return Items(lowering.type_of(schema, (*words, "Event")), Framing.VALUES)
    types: dict[Type, None] = {}
    for data in found:
        if not _is_end(data.schema):
            types[_data_type(lowering, data, words)] = None
    taken = tuple(dict.fromkeys(place for data in found for place in data.taken))
    kinds = tuple(types) or (_TEXT,)
    if ANY in kinds:
        kinds = (ANY,)
    # What fits everything is tried last.
    kinds = (*(one for one in kinds if one != _TEXT), *(_TEXT,) * (_TEXT in kinds))
    data_type = kinds[0] if len(kinds) == 1 else OneOf(kinds)
    return Items(data_type, Framing.EVENTS, taken)


class _Data(Frozen):
    """The schema of the data of one kind of event, and the places it was found at."""

    schema: Node
    taken: tuple[Place, ...]


class _Finding(Frozen):
    """Looks for what describes the event object itself and not its data."""

    lowering: Lowering
    by_item: bool

    def events(
        self, schema: Node, base: tuple[_Data, ...], seen: frozenset[Place]
    ) -> tuple[_Data, ...] | None:
        """The data of each kind of event; None where this is no schema of events.

        ``base`` is what is known from around or beside it.
        """
        if schema.place in seen:
            return None
        seen |= {schema.place}
        known: tuple[_Data, ...] = base
        if schema.ref:
            target = self.lowering.description.follow(schema)
            found = None if target is None else self.events(target, base, seen)
            if found is None:
                return None
            known = found
        for part in _elements(schema, "allOf"):
            known = self.events(part, known, seen) or known
        own = self._own(schema)
        if own is not None:
            known = (own,)
        variants = alternatives(schema)
        if variants:
            several: list[_Data] = []
            for variant in variants:
                found = self.events(variant, known, seen)
                if found is None:
                    return None
                several += found
            known = tuple(several)
        return known or None

    def _own(self, schema: Node) -> _Data | None:
        """The data this very schema describes, as a property of an event."""
        properties = schema.get("properties")
        if properties is None:
            return None
        listed = dict(properties.items())
        data = listed.get("data")
        bare = self.by_item and _FIELDS.issuperset(listed)
        if data is None or not ("event" in listed or bare):
            return None
        return _Data(data, (schema.place, *(one.place for one in listed.values())))


def _elements(schema: Node, keyword: str) -> tuple[Node, ...]:
    found = schema.get(keyword)
    return () if found is None else tuple(found.elements())


def _is_end(schema: Node) -> bool:
    """Whether it describes what ends a stream, which is no item of it."""
    listed = schema.get("enum")
    values = [schema.value] if listed is None else [listed.value]
    constant = schema.get("const")
    return [_END] in values or (constant is not None and constant.value == _END)


def _data_type(lowering: Lowering, data: _Data, words: tuple[str, ...]) -> Type:
    """The type of the data: of the JSON in the text, or a text."""
    schema = data.schema
    found = lowering.description.follow(schema)
    if found is None:
        return _TEXT
    inner = found.get("contentSchema")
    if inner is not None:
        return lowering.type_of(inner, (*words, "Event"))
    if _JSON in found.text("contentMediaType"):
        return ANY
    if "string" in types_of(found):
        return _TEXT
    return lowering.type_of(schema, (*words, "Event"))
