"""In which direction declarations travel, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ..ir.api import Body, Codec, Content, Operation
from ..ir.decls import Access, Decl, Field, Struct, Usage
from ..ir.names import DeclId, Hint, Right
from ..ir.types import Ref, Scalar, ScalarKind, Type
from ..ir.walk import (
    Reach,
    map_decl,
    map_type,
    request_types,
    response_types,
)
from ..source.values import replace

__all__ = ["binary_as_text", "mark_usage", "request_variants", "unread"]

Decls = Mapping[DeclId, Decl]
_Change = Callable[[Type], Type]


def mark_usage(
    decls: Decls, reach: Reach, operations: Sequence[Operation]
) -> dict[DeclId, Decl]:
    """Every declaration with its ``usage`` set."""
    sent = reach.of(kind for one in operations for kind in request_types(one))
    got = reach.of(kind for one in operations for kind in response_types(one))
    marked: dict[DeclId, Decl] = {}
    for identity, decl in decls.items():
        match identity in sent, identity in got:
            case True, True:
                usage = Usage.BOTH
            case True, False:
                usage = Usage.REQUEST
            case False, True:
                usage = Usage.RESPONSE
            case _:
                usage = Usage.NONE
        marked[identity] = replace(decl, usage=usage)
    return marked


def unread(
    decls: Decls, reach: Reach, operations: Sequence[Operation]
) -> dict[DeclId, Decl]:
    """What only contents declare that are handed over as texts or bytes.

    A component schema stands for itself, and so does what it leads to.
    """
    described = [
        content.described
        for one in operations
        for content in _contents(one)
        if content.described is not None
    ]
    if not described:
        return {}
    used = reach.of(kind for one in operations for kind in _types(one))
    kept = used | reach.of(Ref(one) for one in decls if _is_component(one))
    return {one: decls[one] for one in reach.of(described) if one not in kept}


def _is_component(identity: DeclId) -> bool:
    return not identity.pointer.startswith(
        ("/paths/", "/components/responses/", "/components/requestBodies/")
    )


def _contents(operation: Operation) -> Iterator[Content]:
    if operation.body is not None:
        yield from operation.body.contents
    for response in operation.responses:
        yield from response.contents


def _types(operation: Operation) -> Iterator[Type]:
    yield from request_types(operation)
    yield from response_types(operation)


def binary_as_text(decls: Decls, operations: Sequence[Operation]) -> dict[DeclId, Decl]:
    """Files only exist in multipart bodies; elsewhere such a property is text.

    JSON has no octets: ``format: binary`` in it is a string as it came.
    """
    carriers = Reach(decls).of(
        content.type
        for operation in operations
        if operation.body is not None
        for content in operation.body.contents
        if content.codec is Codec.MULTIPART and content.type is not None
    )
    return {
        identity: (
            decl
            if identity in carriers
            else map_decl(_apart_from(decl, decls, carriers), _as_text)
        )
        for identity, decl in decls.items()
    }


def _as_text(kind: Type) -> Type:
    file = isinstance(kind, Scalar) and kind.kind is ScalarKind.FILE
    return Scalar(ScalarKind.STR) if file else kind


def _apart_from(decl: Decl, decls: Decls, carriers: set[DeclId]) -> Decl:
    """A struct on its own if what it is built on holds files, which it does not."""
    if not isinstance(decl, Struct) or not any(
        _holds_file(base, decls) for base in decl.bases if base in carriers
    ):
        return decl
    fields = {one.wire: one for one in _all_fields(decl, decls)}
    return replace(decl, bases=(), fields=tuple(fields.values()))


def _holds_file(identity: DeclId, decls: Decls) -> bool:
    return any(
        map_type(one.type, _as_text) != one.type
        for one in _all_fields(decls[identity], decls)
    )


def _all_fields(decl: Decl, decls: Decls) -> Iterator[Field]:
    """The fields of a struct behind those it inherits."""
    if isinstance(decl, Struct):
        for base in decl.bases:
            yield from _all_fields(decls[base], decls)
        yield from decl.fields


def _differs(decl: Decl) -> bool:
    """Whether a required property travels in one direction only."""
    return isinstance(decl, Struct) and any(
        field.required and field.access is not Access.BOTH for field in decl.fields
    )


def request_variants(
    decls: Decls, operations: Sequence[Operation]
) -> tuple[dict[DeclId, Decl], tuple[Operation, ...]]:
    """Twins for requests, where a required property travels in one direction only.

    A declaration gets a twin when it is sent, comes back too, and leads to a
    required readOnly or writeOnly property. One that travels one way just loses
    the duty of what travels the other.
    """
    reach = Reach(decls)
    sent = reach.of(kind for one in operations for kind in request_types(one))
    one_way = {identity for identity in sent if _differs(decls[identity])}
    twins = _leading_to(reach, sent, one_way)
    twins = {identity for identity in twins if decls[identity].usage is Usage.BOTH}
    renamed = {identity: _twin_id(identity) for identity in twins}

    def to_twin(kind: Type) -> Type:
        return (
            Ref(renamed[kind.target])
            if isinstance(kind, Ref) and kind.target in renamed
            else kind
        )

    result: dict[DeclId, Decl] = {}
    for identity, decl in decls.items():
        if identity in renamed:
            got = replace(decl, usage=Usage.RESPONSE)
            result[identity] = _without_duty(got, Access.WRITE)
            result[renamed[identity]] = _twin(
                map_decl(decl, to_twin), renamed[identity]
            )
        elif decl.usage is Usage.REQUEST:
            result[identity] = _without_duty(map_decl(decl, to_twin), Access.READ)
        elif decl.usage is Usage.RESPONSE:
            result[identity] = _without_duty(decl, Access.WRITE)
        else:
            result[identity] = decl
    return result, tuple(_with_twins(one, to_twin) for one in operations)


def _leading_to(reach: Reach, among: set[DeclId], goals: set[DeclId]) -> set[DeclId]:
    """``goals`` and everything among ``among`` that refers to them, however far."""
    found = set(goals)
    grows = bool(found)
    while grows:
        more = {
            identity
            for identity in among - found
            if not found.isdisjoint(reach.ahead(identity))
        }
        found |= more
        grows = bool(more)
    return found


def _twin_id(identity: DeclId) -> DeclId:
    told = f"{identity.variant} request" if identity.variant else "request"
    return replace(identity, variant=told)


def _without_duty(decl: Decl, access: Access) -> Decl:
    """The declaration with its fields of that access optional."""
    if not isinstance(decl, Struct) or not any(
        field.required and field.access is access for field in decl.fields
    ):
        return decl
    fields = tuple(
        replace(field, required=False) if field.access is access else field
        for field in decl.fields
    )
    return replace(decl, fields=fields)


def _twin(decl: Decl, identity: DeclId) -> Decl:
    hint = Hint((*decl.hint.words[:-1], f"{decl.hint.words[-1]}Request"), Right.DERIVED)
    twin = replace(decl, id=identity, hint=hint, usage=Usage.REQUEST)
    if isinstance(twin, Struct):
        fields = tuple(
            field for field in twin.fields if field.access is not Access.READ
        )
        return replace(twin, fields=fields)
    return twin


def _with_twins(operation: Operation, to_twin: _Change) -> Operation:
    body = operation.body
    if body is None:
        return operation
    contents = tuple(_content_with_twins(content, to_twin) for content in body.contents)
    return replace(operation, body=Body(body.required, contents, body.doc, body.at))


def _content_with_twins(content: Content, to_twin: _Change) -> Content:
    kind = None if content.type is None else map_type(content.type, to_twin)
    items = content.items
    if items is not None:
        items = replace(items, type=map_type(items.type, to_twin))
    return replace(content, type=kind, items=items)
