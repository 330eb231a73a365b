"""What an answer holds: the items of a list, and what is said of it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from ..ir.api import Codec, Operation
from ..ir.decls import Decl, Field, Struct
from ..ir.lookup import bare, struct_fields, struct_of
from ..ir.names import DeclId
from ..ir.paging import PropertyPath
from ..ir.types import ListOf, OneOf, Scalar, ScalarKind, Type
from ..source.values import Frozen
from .paging_words import ASIDE, CONTAINERS, IDS, WRAPPERS
from .words import letters

__all__ = [
    "Answer",
    "Property",
    "answer_of",
    "is_number",
    "is_text",
    "is_truth",
    "item_of",
    "properties_of",
]

Decls = Mapping[DeclId, Decl]

_SUCCESS = 2
_DEEPEST = 3


class Property(Frozen):
    """A property of an answer; ``names`` are the letters of each step to it."""

    path: PropertyPath
    names: tuple[str, ...]
    field: Field

    @property
    def wires(self) -> str:
        """The path as it is written in a configuration."""
        return ".".join(wire for _, wire in self.path)


class Answer(Frozen):
    """The one body of the successes of an operation.

    ``lists`` are where arrays may be the items, with the type of an item; ``facts``
    what may be said of the list.
    """

    body: Type
    lists: tuple[tuple[PropertyPath, Type], ...]
    facts: tuple[Property, ...]


def answer_of(operation: Operation, decls: Decls) -> Answer | None:
    """What its answers hold; None where they are not all of one type of JSON."""
    bodies: set[Type] = set()
    for response in operation.responses:
        if response.status.low // 100 != _SUCCESS:
            continue
        contents = [one for one in response.contents if one.codec is Codec.JSON]
        bodies |= {one.type for one in contents if one.type is not None}
        if not contents or any(one.type is None for one in contents):
            return None
    if len(bodies) != 1:
        return None
    (body,) = bodies
    item = item_of(body, decls)
    if item is not None:
        return Answer(body, (((), item),), ())
    if _struct(body, decls) is None:
        return None
    among = properties_of(body, decls, CONTAINERS | WRAPPERS)
    facts = tuple(one for one in among if CONTAINERS.issuperset(one.names[:-1]))
    return Answer(body, tuple(_lists(among, decls)), facts)


def properties_of(
    type_: Type, decls: Decls, within: Container[str] | None = None
) -> tuple[Property, ...]:
    """The properties of an object, and of objects in it; none of what is no object.

    Of objects in it only those whose names are ``within``, where that is given: of all
    there may be more than the description has words.
    """
    struct = _struct(type_, decls)
    if struct is None:
        return ()
    return tuple(_properties(struct, (), (), decls, within))


def _properties(
    struct: Struct,
    path: PropertyPath,
    names: tuple[str, ...],
    decls: Decls,
    within: Container[str] | None,
) -> Iterator[Property]:
    for owner, field in struct_fields(struct, decls):
        here = (*path, (owner, field.wire))
        name = letters(field.wire)
        called = (*names, name)
        yield Property(here, called, field)
        if len(here) == _DEEPEST or not (within is None or name in within):
            continue
        inner = _struct(field.type, decls)
        if inner is not None:
            yield from _properties(inner, here, called, decls, within)


def _lists(
    among: tuple[Property, ...], decls: Decls
) -> Iterator[tuple[PropertyPath, Type]]:
    """The arrays that may be the items: those on top, else those of one wrapper.

    What has an id of its own is a thing, and its arrays are parts of it.
    """
    for depth, wrappers in ((1, frozenset[str]()), (2, WRAPPERS)):
        level = [
            one
            for one in among
            if len(one.names) == depth and wrappers.issuperset(one.names[:-1])
        ]
        if any(one.names[-1] in IDS for one in level):
            return
        found = [
            (one.path, item)
            for one in level
            if one.names[-1] not in ASIDE
            and (item := item_of(one.field.type, decls)) is not None
        ]
        yield from found
        if found:
            return


def item_of(type_: Type, decls: Decls) -> Type | None:
    """The type of an array's items; None for what is no array."""
    end = bare(type_, decls)
    return end.item if isinstance(end, ListOf) else None


def _struct(type_: Type, decls: Decls) -> Struct | None:
    return struct_of(bare(type_, decls), decls)


def _is_of(type_: Type, kinds: frozenset[ScalarKind], decls: Decls) -> bool:
    match bare(type_, decls):
        case Scalar(kind):
            return kind in kinds
        case OneOf(members):
            rest = [one for one in members if one != Scalar(ScalarKind.NONE)]
            return all(_is_of(one, kinds, decls) for one in rest)
        case _:
            return False


_NUMBERS = frozenset({ScalarKind.INT, ScalarKind.FLOAT})
_TEXTS = frozenset({ScalarKind.STR, ScalarKind.UUID})


def is_number(type_: Type, decls: Decls) -> bool:
    """Whether values are numbers."""
    return _is_of(type_, _NUMBERS, decls)


def is_text(type_: Type, decls: Decls) -> bool:
    """Whether values are texts."""
    return _is_of(type_, _TEXTS, decls)


def is_truth(type_: Type, decls: Decls) -> bool:
    """Whether values are true or false."""
    return _is_of(type_, frozenset({ScalarKind.BOOL}), decls)
