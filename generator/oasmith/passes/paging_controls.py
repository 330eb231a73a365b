"""What of a request may say which page of a list it is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..ir.api import Codec, Operation
from ..ir.decls import Access, Decl, Doc, Limits
from ..ir.names import DeclId
from ..ir.paging import Control, InBody, InQuery
from ..ir.types import Type
from ..ir.where import Where
from ..source.values import Frozen
from .answers import Property, properties_of
from .paging_words import CONTAINERS
from .words import letters

__all__ = ["Candidate", "candidates", "near_candidates", "shown_control"]

_BODY = "body."


class Candidate(Frozen):
    """A parameter of the query, or a field of the body, as it is described.

    ``name`` is its letters alone.
    """

    control: Control
    wire: str
    name: str
    type: Type
    doc: Doc
    default: object
    limits: Limits


def shown_control(control: Control) -> str:
    """How a configuration names it: ``cursor``, or ``body.cursor``."""
    match control:
        case InQuery(wire):
            return wire
        case InBody(path):
            return _BODY + ".".join(wire for _, wire in path)


def candidates(
    operation: Operation, decls: Mapping[DeclId, Decl]
) -> tuple[Candidate, ...]:
    """All there are, those of the body first."""
    body = _body_type(operation)
    sent = () if body is None else properties_of(body, decls)
    return (*_in_body(sent), *_in_query(operation))


def near_candidates(
    operation: Operation, decls: Mapping[DeclId, Decl]
) -> tuple[Candidate, ...]:
    """Those that stand where such things do.

    Not within some part of a thing, nor in the body of a GET, which means nothing.
    """
    body = None if operation.method == "GET" else _body_type(operation)
    sent = () if body is None else properties_of(body, decls, CONTAINERS)
    return (*_in_body(sent), *_in_query(operation))


def _in_query(operation: Operation) -> Iterator[Candidate]:
    for one in operation.params:
        if one.where is Where.QUERY:
            yield Candidate(
                InQuery(one.wire),
                one.wire,
                letters(one.wire),
                one.type,
                one.doc,
                one.default,
                one.limits,
            )


def _in_body(properties: Iterable[Property]) -> Iterator[Candidate]:
    for one in properties:
        field = one.field
        if field.access is not Access.READ:
            yield Candidate(
                InBody(one.path),
                field.wire,
                one.names[-1],
                field.type,
                field.doc,
                field.default,
                field.limits,
            )


def _body_type(operation: Operation) -> Type | None:
    """What its body is, where that is JSON however it is sent."""
    contents = () if operation.body is None else operation.body.contents
    types = {one.type if one.codec is Codec.JSON else None for one in contents}
    return types.pop() if len(types) == 1 else None
