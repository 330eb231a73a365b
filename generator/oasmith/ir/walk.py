"""Walking and rewriting types and declarations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import assert_never

from ..source.values import replace
from .api import Operation
from .decls import Alias, Decl, Enum, Field, Struct, Tag, Union
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
    "Reach",
    "map_decl",
    "map_type",
    "references",
    "request_types",
    "response_types",
    "types_of",
]


def map_type(kind: Type, change: Callable[[Type], Type]) -> Type:
    """``kind`` with ``change`` applied to every leaf and reference in it.

    What ``change`` leaves as it is stays the very object.
    """
    match kind:
        case Scalar() | Literal() | Ref() | Native():
            return change(kind)
        case ListOf(item, unique):
            inner = map_type(item, change)
            return kind if inner is item else ListOf(inner, unique)
        case TupleOf(prefix, rest):
            first = tuple(map_type(one, change) for one in prefix)
            return TupleOf(first, None if rest is None else map_type(rest, change))
        case MapOf(value):
            inner = map_type(value, change)
            return kind if inner is value else MapOf(inner)
        case Nullable(told):
            inner = map_type(told, change)
            return kind if inner is told else Nullable(inner)
        case OneOf(members):
            return OneOf(tuple(map_type(one, change) for one in members))
        case _:
            assert_never(kind)


def map_decl(decl: Decl, change: Callable[[Type], Type]) -> Decl:
    """``decl`` with ``change`` applied to every leaf and reference of its types."""
    match decl:
        case Struct():
            fields = tuple([_map_field(one, change) for one in decl.fields])
            extra = None if decl.extra is None else map_type(decl.extra, change)
            bases = tuple([_target(base, change) for base in decl.bases])
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


def _map_field(field: Field, change: Callable[[Type], Type]) -> Field:
    changed = map_type(field.type, change)
    return field if changed is field.type else replace(field, type=changed)


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


class Reach:
    """Where types lead to over the declarations they refer to.

    What a declaration refers to is looked up once, however often it is passed.
    """

    def __init__(self, decls: Mapping[DeclId, Decl]) -> None:
        self._decls = decls
        self._ahead: dict[DeclId, tuple[DeclId, ...]] = {}

    def of(self, start: Iterable[Type]) -> set[DeclId]:
        """Every declaration that ``start`` leads to."""
        pending = [identity for kind in start for identity in references(kind)]
        found: set[DeclId] = set()
        while pending:
            identity = pending.pop()
            if identity not in found and identity in self._decls:
                found.add(identity)
                pending += self.ahead(identity)
        return found

    def ahead(self, identity: DeclId) -> tuple[DeclId, ...]:
        """What a declaration refers to itself."""
        known = self._ahead.get(identity)
        if known is None:
            kinds = types_of(self._decls[identity])
            # Most are scalars, which refer to nothing.
            told = [kind for kind in kinds if not isinstance(kind, Scalar)]
            every = [one for kind in told for one in references(kind)]
            known = self._ahead[identity] = tuple(dict.fromkeys(every))
        return known


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
