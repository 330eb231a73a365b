"""Which fields of which object hold which objects.

The one table of the specification's grammar: whoever walks a description walks
it by this table, so that examples, defaults, enums and extensions, which may
hold anything, are never taken for parts of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from types import MappingProxyType
from typing import TypeAlias

from ..source.document import JsonValue
from ..source.pointer import Pointer
from ..source.values import Frozen

__all__ = [
    "GRAMMAR_2",
    "GRAMMAR_3",
    "METHODS",
    "Grammar",
    "Kind",
    "children",
    "kind_at",
    "sections",
]


class Kind(Enum):
    """The objects of the specification; the value is what messages call one."""

    # That of an Enum is made in Python, each time a kind is looked up.
    __hash__ = object.__hash__

    OPENAPI = "description"
    COMPONENTS = "component"
    SERVER = "server"
    PATHS = "paths"
    PATH_ITEM = "path item"
    OPERATION = "operation"
    PARAMETER = "parameter"
    REQUEST_BODY = "request body"
    MEDIA_TYPE = "media type"
    ENCODING = "encoding"
    RESPONSES = "responses"
    RESPONSE = "response"
    CALLBACK = "callback"
    EXAMPLE = "example"
    LINK = "link"
    HEADER = "header"
    SCHEMA = "schema"
    SECURITY_SCHEME = "security scheme"
    ITEMS = "items"
    SECTION = "section"


class Shape(Enum):
    """How a field holds its objects."""

    ONE = "one"
    LIST = "list"
    MAP = "map"
    EITHER = "one or list"


class Part(Frozen):
    """What a field holds."""

    kind: Kind
    shape: Shape = Shape.ONE


Fields: TypeAlias = Mapping[str, Part]


class Grammar(Frozen):
    """``fields`` by name; ``rest`` for objects whose field names are free.

    ``maps`` are those of the fields that hold objects by free names.
    """

    fields: Mapping[Kind, Fields]
    rest: Mapping[Kind, Kind]
    maps: Mapping[Kind, tuple[str, ...]]


def _grammar(fields: Mapping[Kind, Fields], rest: Mapping[Kind, Kind]) -> Grammar:
    maps = {
        kind: tuple(key for key, part in parts.items() if part.shape is Shape.MAP)
        for kind, parts in fields.items()
    }
    return Grammar(
        MappingProxyType(fields), MappingProxyType(rest), MappingProxyType(maps)
    )


def _one(kind: Kind, *names: str) -> dict[str, Part]:
    return {name: Part(kind) for name in names}


def _list(kind: Kind, *names: str) -> dict[str, Part]:
    return {name: Part(kind, Shape.LIST) for name in names}


def _map(kind: Kind, *names: str) -> dict[str, Part]:
    return {name: Part(kind, Shape.MAP) for name in names}


_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
METHODS = (*_METHODS, "query")
"""The methods with a field of their own in a path item; QUERY since 3.2."""

_ENCODINGS = {
    **_map(Kind.ENCODING, "encoding"),
    **_list(Kind.ENCODING, "prefixEncoding"),
    **_one(Kind.ENCODING, "itemEncoding"),
}
_SCHEMA: Fields = {
    **_map(
        Kind.SCHEMA,
        "properties",
        "patternProperties",
        "dependentSchemas",
        "$defs",
        "definitions",
    ),
    **_list(Kind.SCHEMA, "allOf", "anyOf", "oneOf", "prefixItems"),
    **_one(
        Kind.SCHEMA,
        "additionalProperties",
        "not",
        "if",
        "then",
        "else",
        "contains",
        "propertyNames",
        "unevaluatedItems",
        "unevaluatedProperties",
        "contentSchema",
        "additionalItems",
    ),
    "items": Part(Kind.SCHEMA, Shape.EITHER),
}
_VALUE: Fields = {
    **_one(Kind.SCHEMA, "schema"),
    **_map(Kind.MEDIA_TYPE, "content"),
    **_map(Kind.EXAMPLE, "examples"),
}

GRAMMAR_3 = _grammar(
    fields={
        Kind.OPENAPI: {
            **_list(Kind.SERVER, "servers"),
            **_one(Kind.PATHS, "paths", "x-ms-paths"),
            **_map(Kind.PATH_ITEM, "webhooks", "x-webhooks"),
            **_one(Kind.COMPONENTS, "components"),
        },
        Kind.COMPONENTS: {
            **_map(Kind.SCHEMA, "schemas"),
            **_map(Kind.RESPONSE, "responses"),
            **_map(Kind.PARAMETER, "parameters"),
            **_map(Kind.EXAMPLE, "examples"),
            **_map(Kind.REQUEST_BODY, "requestBodies"),
            **_map(Kind.HEADER, "headers"),
            **_map(Kind.SECURITY_SCHEME, "securitySchemes"),
            **_map(Kind.LINK, "links"),
            **_map(Kind.CALLBACK, "callbacks"),
            **_map(Kind.PATH_ITEM, "pathItems"),
            **_map(Kind.MEDIA_TYPE, "mediaTypes"),
        },
        Kind.PATH_ITEM: {
            **_one(Kind.OPERATION, *METHODS),
            **_map(Kind.OPERATION, "additionalOperations"),
            **_list(Kind.PARAMETER, "parameters"),
            **_list(Kind.SERVER, "servers"),
        },
        Kind.OPERATION: {
            **_list(Kind.PARAMETER, "parameters"),
            **_one(Kind.REQUEST_BODY, "requestBody"),
            **_one(Kind.RESPONSES, "responses"),
            **_map(Kind.CALLBACK, "callbacks"),
            **_list(Kind.SERVER, "servers"),
        },
        Kind.PARAMETER: _VALUE,
        Kind.HEADER: _VALUE,
        Kind.REQUEST_BODY: _map(Kind.MEDIA_TYPE, "content"),
        Kind.MEDIA_TYPE: {
            **_one(Kind.SCHEMA, "schema", "itemSchema"),
            **_map(Kind.EXAMPLE, "examples"),
            **_ENCODINGS,
        },
        Kind.ENCODING: {**_map(Kind.HEADER, "headers"), **_ENCODINGS},
        Kind.RESPONSE: {
            **_map(Kind.HEADER, "headers"),
            **_map(Kind.MEDIA_TYPE, "content"),
            **_map(Kind.LINK, "links"),
        },
        Kind.LINK: _one(Kind.SERVER, "server"),
        Kind.SCHEMA: _SCHEMA,
    },
    rest={
        Kind.PATHS: Kind.PATH_ITEM,
        Kind.RESPONSES: Kind.RESPONSE,
        Kind.CALLBACK: Kind.PATH_ITEM,
    },
)
"""OpenAPI 3.0, 3.1 and 3.2 together: what one of them lacks does no harm."""

GRAMMAR_2 = _grammar(
    fields={
        Kind.OPENAPI: {
            **_one(Kind.PATHS, "paths", "x-ms-paths"),
            **_map(Kind.SCHEMA, "definitions"),
            **_map(Kind.PARAMETER, "parameters"),
            **_map(Kind.RESPONSE, "responses"),
            **_map(Kind.SECURITY_SCHEME, "securityDefinitions"),
        },
        Kind.PATH_ITEM: {
            **_one(Kind.OPERATION, *_METHODS),
            **_list(Kind.PARAMETER, "parameters"),
        },
        Kind.OPERATION: {
            **_list(Kind.PARAMETER, "parameters"),
            **_one(Kind.RESPONSES, "responses"),
        },
        Kind.PARAMETER: {
            **_one(Kind.SCHEMA, "schema"),
            **_one(Kind.ITEMS, "items"),
        },
        Kind.HEADER: _one(Kind.ITEMS, "items"),
        Kind.ITEMS: _one(Kind.ITEMS, "items"),
        Kind.RESPONSE: {
            **_one(Kind.SCHEMA, "schema"),
            **_map(Kind.HEADER, "headers"),
        },
        Kind.SCHEMA: _SCHEMA,
    },
    rest={Kind.PATHS: Kind.PATH_ITEM, Kind.RESPONSES: Kind.RESPONSE},
)
"""Swagger 2.0."""

_NO_FIELDS: Fields = MappingProxyType({})


def children(
    grammar: Grammar, kind: Kind, value: JsonValue
) -> Sequence[tuple[Pointer, JsonValue, Kind]]:
    """The objects directly inside ``value``: steps down, value, kind, in order."""
    if not isinstance(value, dict):
        return ()
    fields = grammar.fields.get(kind)
    if fields is None:
        return _free_children(grammar, kind, value)
    if fields.keys().isdisjoint(value):
        # So it is with most schemas: what is in them are words.
        return ()
    found: list[tuple[Pointer, JsonValue, Kind]] = []
    for key, inside in value.items():
        part = fields.get(key)
        if part is None:
            continue
        its, shape = part.kind, part.shape
        if isinstance(inside, list):
            if shape is Shape.LIST or shape is Shape.EITHER:
                found += [((key, str(n)), item, its) for n, item in enumerate(inside)]
        elif isinstance(inside, dict) and shape is Shape.MAP:
            found += [((key, name), member, its) for name, member in inside.items()]
        elif shape is Shape.ONE or shape is Shape.EITHER:
            found.append(((key,), inside, its))
    return found


def _free_children(
    grammar: Grammar, kind: Kind, value: Mapping[str, JsonValue]
) -> Sequence[tuple[Pointer, JsonValue, Kind]]:
    """The same where the names of all fields are free, or none holds an object."""
    rest = grammar.rest.get(kind)
    if rest is None:
        return ()
    return [
        ((key,), inside, rest)
        for key, inside in value.items()
        if not key.startswith("x-") and key != "$ref"
    ]


def sections(
    grammar: Grammar, kind: Kind, value: dict[str, JsonValue]
) -> Sequence[tuple[str, dict[str, JsonValue]]]:
    """The mappings of objects by free names directly inside ``value``, by field."""
    return [
        (key, inside)
        for key in grammar.maps.get(kind, ())
        if isinstance(inside := value.get(key), dict)
    ]


def kind_at(
    grammar: Grammar, pointer: Pointer, start: Kind = Kind.OPENAPI
) -> Kind | None:
    """What stands at a pointer below a ``start``; None for what is no object."""
    kind, rest = start, pointer
    while rest:
        free = grammar.rest.get(kind)
        if free is not None:
            kind, rest = free, rest[1:]
            continue
        part = grammar.fields.get(kind, _NO_FIELDS).get(rest[0])
        if part is None:
            return None
        steps = 2 if part.shape in (Shape.MAP, Shape.LIST) else 1
        if part.shape is Shape.EITHER and len(rest) > 1 and rest[1].isdecimal():
            steps = 2
        if len(rest) < steps:
            return None
        kind, rest = part.kind, rest[steps:]
    return kind
