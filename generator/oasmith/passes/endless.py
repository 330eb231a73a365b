"""Declarations made of themselves, such as ``A: {anyOf: [{$ref: A}, {type: string}]}``.

To tell whether a value fits such a schema one would have to know whether it does, and
"A schema MUST NOT be run into an infinite recursive loop" (JSON Schema 2020-12 core,
section 9.4.1).
What is left of it is what its ring of schemas says besides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from ..diagnostics import Effect, Report
from ..ir.decls import Alias, Decl, Enum, Struct, Union
from ..ir.names import DeclId
from ..ir.rings import rings_of
from ..ir.types import (
    ANY,
    NONE,
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
from ..source.values import replace
from .combine import one_of

__all__ = ["broken"]


def broken(decls: Mapping[DeclId, Decl], report: Report) -> dict[DeclId, Decl]:
    """``decls``, each alias and union brought to an end; what had none is reported."""
    ahead = {
        identity: [one.target for one in _parts(decl) if isinstance(one, Ref)]
        for identity, decl in decls.items()
    }
    rings = rings_of(ahead)
    result = dict(decls)
    for identity, decl in decls.items():
        ring = rings.get(identity)
        if ring is None or not isinstance(decl, Alias | Union):
            continue
        report.add(
            "SCH007",
            decl.at,
            "the schema is made of itself, so that no value can be told to fit it",
            effect=Effect.DEGRADED,
        )
        result[identity] = _ended(decl, _in_order(identity, ring, ahead), decls)
    return result


def _in_order(
    start: DeclId, ring: frozenset[DeclId], ahead: Mapping[DeclId, list[DeclId]]
) -> list[DeclId]:
    """What ``start`` is made of and is made of ``start``, itself first."""
    found = {start: None}
    pending = [start]
    for one in pending:
        for other in ahead[one]:
            if other in ring and other not in found:
                found[other] = None
                pending.append(other)
    return pending


def _ended(
    decl: Alias | Union, ring: list[DeclId], decls: Mapping[DeclId, Decl]
) -> Decl:
    """What the ring says besides itself."""
    among = set(ring)
    members = [
        one
        for identity in ring
        for one in _parts(decls[identity])
        if not (isinstance(one, Ref) and one.target in among)
    ]
    kind = one_of([one for one in members if one != NONE] or [ANY])
    if isinstance(decl, Union) and isinstance(kind, OneOf):
        return replace(decl, members=kind.members, tag=None)
    return Alias(decl.id, decl.hint, decl.doc, decl.at, kind, decl.usage)


def _parts(decl: Decl) -> Iterator[Type]:
    """What a value of the declaration is one of, null aside."""
    match decl:
        case Struct() | Enum():
            return
        case Union(members=members):
            for one in members:
                yield from _alternatives(one)
        case Alias(target=target):
            yield from _alternatives(target)
        case _:
            assert_never(decl)


def _alternatives(kind: Type) -> Iterator[Type]:
    match kind:
        case Nullable(inner):
            yield from _alternatives(inner)
        case OneOf(members):
            for one in members:
                yield from _alternatives(one)
        case Scalar() | Literal() | Ref() | Native() | ListOf() | TupleOf() | MapOf():
            yield kind
        case _:
            assert_never(kind)
