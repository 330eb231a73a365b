"""Types made of types."""

from __future__ import annotations

from collections.abc import Sequence

from ..ir.types import ANY, NONE, Nullable, OneOf, Type

__all__ = ["one_of"]


def one_of(members: Sequence[Type]) -> Type:
    """A union of ``members`` without doubles.

    Any absorbs, a single member stands alone.
    """
    flat: list[Type] = []
    nullable = False
    for member in members:
        bare = member.inner if isinstance(member, Nullable) else member
        nullable = nullable or bare is not member or bare == NONE
        parts = bare.members if isinstance(bare, OneOf) else (bare,)
        flat += [part for part in parts if part != NONE and part not in flat]
    if not flat:
        return NONE
    if ANY in flat:
        return ANY
    result = flat[0] if len(flat) == 1 else OneOf(tuple(flat))
    return Nullable(result) if nullable else result
