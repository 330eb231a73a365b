"""Whether an operation begins what another one waits for, and tells which it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..ir.api import Operation, Start
from ..ir.decls import Decl, Struct
from ..ir.lookup import struct_fields, struct_of
from ..ir.names import DeclId, FieldId
from ..ir.types import Type
from ..ir.where import Where
from ..source.pointer import parse_pointer
from .states import answers, bare, structs_of

__all__ = ["begins", "start_of"]

Decls = Mapping[DeclId, Decl]
_IN_BODY = "$response.body#"
_ENDS_ON_ONE = re.compile(r"\}(?:/(?:state|status))?/?$", re.IGNORECASE)


def start_of(
    start: Operation, waiting: Operation, result: Type, decls: Decls
) -> Start | None:
    """How ``start`` leads to ``waiting``, which brings a ``result``; None: it does not.

    A path parameter of the same name is the same; others are what a link says, else
    what the answer holds under the parameter's name, or as the id of a result.
    """
    if waiting.body is not None and waiting.body.required:
        return None
    same = {one.wire for one in start.params if one.where is Where.PATH}
    known: list[tuple[str, tuple[FieldId, ...]]] = []
    for param in waiting.params:
        if not param.required or (param.where is Where.PATH and param.wire in same):
            continue
        way = _linked(start, waiting, param.wire, decls)
        way = way or _told(start, param.wire, result, decls)
        if param.where is not Where.PATH or way is None:
            return None
        known.append((param.wire, way))
    return Start(start.id, tuple(known))


def begins(
    start: Operation, waiting: Operation, result: Type, decls: Decls
) -> Start | None:
    """How ``start`` leads there, where the description says so; None: it may not.

    The answer holds what the waiting operation brings, or a link says so, and it is
    nothing that is done to what there is already.
    """
    if start.method != "POST" or start.path.startswith(f"{waiting.path}/"):
        return None
    linked = any(
        link.target == waiting.id
        for response in start.responses
        for link in response.links
    )
    wanted = structs_of(result, decls)
    held = any(struct in wanted for struct, _ in _around(start, decls))
    found = start_of(start, waiting, result, decls) if linked or held else None
    if found is None or linked or not found.known:
        return found
    # Only a path that ends on it asks for the very thing that the answer holds.
    return found if _ENDS_ON_ONE.search(waiting.path) else None


def _around(
    start: Operation, decls: Decls
) -> Iterator[tuple[Struct, tuple[FieldId, ...]]]:
    """What the operation answers, and the objects in that, each with the way there."""
    for type_ in answers(start):
        structs = structs_of(type_, decls)
        if len(structs) != 1:
            continue
        yield structs[0], ()
        for owner, field in struct_fields(structs[0], decls):
            inner = struct_of(bare(field.type, decls), decls)
            if inner is not None:
                yield inner, ((owner, field.wire),)


def _linked(
    start: Operation, waiting: Operation, wire: str, decls: Decls
) -> tuple[FieldId, ...] | None:
    """The way that a link of the answer says."""
    for response in start.responses:
        for link in response.links:
            told = dict(link.parameters)
            value = told.get(wire, told.get(f"path.{wire}"))
            if link.target != waiting.id or not isinstance(value, str):
                continue
            pointer = value.removeprefix(_IN_BODY)
            if not value.startswith(_IN_BODY) or not pointer.startswith("/"):
                continue
            for type_ in answers(start):
                way = _way(type_, parse_pointer(pointer), decls)
                if way is not None:
                    return way
    return None


def _way(
    type_: Type, steps: tuple[str, ...], decls: Decls
) -> tuple[FieldId, ...] | None:
    """The fields that the steps lead through."""
    if not steps:
        return ()
    struct = struct_of(bare(type_, decls), decls)
    for owner, field in () if struct is None else struct_fields(struct, decls):
        if field.wire == steps[0]:
            rest = _way(field.type, steps[1:], decls)
            return None if rest is None else ((owner, field.wire), *rest)
    return None


def _told(
    start: Operation, wire: str, result: Type, decls: Decls
) -> tuple[FieldId, ...] | None:
    """The way to a field of the parameter's name, or to the id of a result."""
    wanted = structs_of(result, decls)
    name = _letters(wire)
    found = [
        (struct in wanted, way, (owner, field.wire))
        for struct, way in _around(start, decls)
        for owner, field in struct_fields(struct, decls)
        if _is_named(_letters(field.wire), name, is_result=struct in wanted or not way)
    ]
    # The id of a result comes first, and then what has the very name.
    found.sort(key=lambda one: (not one[0], _letters(one[2][1]) != name, len(one[1])))
    return (*found[0][1], found[0][2]) if found else None


def _is_named(field: str, parameter: str, *, is_result: bool) -> bool:
    """Whether a field is what the parameter asks for: ``id`` of a job is ``job_id``."""
    return field == parameter or (
        is_result and field == "id" and parameter.endswith("id")
    )


def _letters(text: str) -> str:
    return "".join([one for one in text.casefold() if one.isalnum()])
