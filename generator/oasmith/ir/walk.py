"""Walking and rewriting types and declarations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import assert_never

from ..source.values import replace
from .api import Operation
from .decls import Alias, Decl, Enum, Struct, Tag, Union
from .names import DeclId
from .types import (
    ListOf,
    Literal,
    MapOf,
    Native,
    Nullable,
    OneOf,
    Ref,
    Scalar,
    TupleOf,
    Type,
)

__all__ = [
    "map_decl",
    "map_type",
    "reachable",
    "references",
    "request_types",
    "response_types",
    "types_of",
]


def map_type(kind: Type, change: Callable[[Type], Type]) -> Type:
    """``kind`` with ``change`` applied to every leaf and reference in it."""
    match kind:
        case Scalar() | Literal() | Ref() | Native():
            return change(kind)
        case ListOf(item, unique):
            return ListOf(map_type(item, change), unique)
        case TupleOf(prefix, rest):
            first = tuple(map_type(one, change) for one in prefix)
            return TupleOf(first, None if rest is None else map_type(rest, change))
        case MapOf(value):
            return MapOf(map_type(value, change))
        case Nullable(inner):
            return Nullable(map_type(inner, change))
        case OneOf(members):
            return OneOf(tuple(map_type(one, change) for one in members))
        case _:
            assert_never(kind)


def map_decl(decl: Decl, change: Callable[[Type], Type]) -> Decl:
    """``decl`` with ``change`` applied to every leaf and reference of its types."""
    match decl:
        case Struct():
            fields = tuple(
                replace(one, type=map_type(one.type, change)) for one in decl.fields
            )
            extra = None if decl.extra is None else map_type(decl.extra, change)
            bases = tuple(_target(base, change) for base in decl.bases)
            tag = _map_tag(decl.tag, change)
            return replace(decl, fields=fields, extra=extra, bases=bases, tag=tag)
        case Enum():
            return decl
        case Union():
            members = tuple(map_type(one, change) for one in decl.members)
            return replace(decl, members=members, tag=_map_tag(decl.tag, change))
        case Alias():
            return replace(decl, target=map_type(decl.target, change))
        case _:
            assert_never(decl)


def _map_tag(tag: Tag | None, change: Callable[[Type], Type]) -> Tag | None:
    if tag is None:
        return None
    mapping = tuple((word, _target(identity, change)) for word, identity in tag.mapping)
    default = None if tag.default is None else _target(tag.default, change)
    return replace(tag, mapping=mapping, default=default)


def _target(identity: DeclId, change: Callable[[Type], Type]) -> DeclId:
    changed = change(Ref(identity))
    return changed.target if isinstance(changed, Ref) else identity


def references(kind: Type) -> Iterator[DeclId]:
    """The declarations ``kind`` refers to."""
    match kind:
        case Ref(target):
            yield target
        case Scalar() | Literal() | Native():
            return
        case ListOf(item):
            yield from references(item)
        case TupleOf(prefix, rest):
            for one in prefix:
                yield from references(one)
            if rest is not None:
                yield from references(rest)
        case MapOf(value):
            yield from references(value)
        case Nullable(inner):
            yield from references(inner)
        case OneOf(members):
            for one in members:
                yield from references(one)
        case _:
            assert_never(kind)


def types_of(decl: Decl) -> Iterator[Type]:
    """The types a declaration is made of; its bases and tag targets as references."""
    match decl:
        case Struct():
            yield from (Ref(base) for base in decl.bases)
            yield from (one.type for one in decl.fields)
            if decl.extra is not None:
                yield decl.extra
            yield from _of_tag(decl.tag)
        case Enum():
            return
        case Union():
            yield from decl.members
            yield from _of_tag(decl.tag)
        case Alias():
            yield decl.target
        case _:
            assert_never(decl)


def _of_tag(tag: Tag | None) -> Iterator[Type]:
    if tag is not None:
        yield from (Ref(identity) for _, identity in tag.mapping)
        if tag.default is not None:
            yield Ref(tag.default)


def reachable(decls: Mapping[DeclId, Decl], start: Iterable[Type]) -> set[DeclId]:
    """Every declaration that ``start`` leads to."""
    pending = [identity for kind in start for identity in references(kind)]
    found: set[DeclId] = set()
    while pending:
        identity = pending.pop()
        if identity in found or identity not in decls:
            continue
        found.add(identity)
        for kind in types_of(decls[identity]):
            pending.extend(references(kind))
    return found


def request_types(operation: Operation) -> Iterator[Type]:
    """The types an operation sends."""
    for param in operation.params:
        yield param.type
    if operation.body is not None:
        for content in operation.body.contents:
            if content.type is not None:
                yield content.type
            if content.items is not None:
                yield content.items.type


def response_types(operation: Operation) -> Iterator[Type]:
    """The types an operation brings back."""
    for response in operation.responses:
        for content in response.contents:
            if content.type is not None:
                yield content.type
            if content.items is not None:
                yield content.items.type
        for header in response.headers:
            yield header.type
    if operation.headers is not None:
        yield Ref(operation.headers)
