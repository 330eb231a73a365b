"""Which module each declaration stands in; imports are derived from it."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir.api import Api
from ..ir.decls import Alias, Decl, Struct
from ..ir.names import DeclId
from ..ir.rings import alias_rings, rings_of
from ..ir.tables import Layout
from ..ir.types import Ref
from ..source.portable import within
from .allot import Claim, allot
from .naming import decl_key
from .spelling import NameRules

__all__ = ["SINGLE_LIMIT", "arrange"]

_LONGEST = 80
"""A module's name is cut behind so many letters, which few types' names have."""

SINGLE_LIMIT = 60
"""Up to this many declarations stand in one ``models.py``."""


def arrange(
    api: Api,
    names: Mapping[DeclId, str],
    rules: NameRules,
    reserved: frozenset[str],
    recorded: Mapping[str, str],
) -> Layout:
    """Modules in order of first appearance, bases before what is built on them.

    ``recorded`` is the layout of the last run: {"single": "true" or "false"}
    keeps a package from being rearranged when it grows past the limit.
    """
    single = (
        recorded.get("single", str(len(api.decls) <= SINGLE_LIMIT).lower()) == "true"
    )
    rings = alias_rings(api.decls)
    single_owners = {identity: _owner(api.decls, identity) for identity in api.decls}
    owners = _bound(api.decls, single_owners, rings)
    groups: dict[DeclId, list[DeclId]] = {}
    for identity in api.decls:
        groups.setdefault(owners[identity], []).append(identity)
    if single:
        every = [identity for group in groups.values() for identity in group]
        return Layout(True, {"models": tuple(_in_order(api.decls, every))})
    claims = [
        Claim(decl_key(owner), (0,), (_module_name(names[owner], rules, reserved),))
        for owner in groups
    ]
    modules = allot(claims, reserved, {})
    return Layout(
        False,
        {
            modules[decl_key(owner)]: tuple(_in_order(api.decls, group))
            for owner, group in groups.items()
        },
        rings,
    )


def _module_name(name: str, rules: NameRules, reserved: frozenset[str]) -> str:
    return rules.safe(within(rules.snake((name,)), _LONGEST), reserved)


def _owner(decls: Mapping[DeclId, Decl], identity: DeclId) -> DeclId:
    """The outermost declaration that ``identity`` stands inside of, or itself."""
    if identity.variant:
        plain = DeclId(identity.file, identity.pointer)
        if plain in decls:
            return _owner(decls, plain)
    steps = identity.pointer.split("/")
    for length in range(2, len(steps)):
        outer = DeclId(identity.file, "/".join(steps[:length]))
        if outer in decls:
            return outer
    return identity


def _bound(
    decls: Mapping[DeclId, Decl],
    owners: Mapping[DeclId, DeclId],
    rings: Mapping[DeclId, frozenset[DeclId]],
) -> dict[DeclId, DeclId]:
    """``owners``, where those that need each other to be executed become one.

    Two modules whose classes extend what stands inside the other's can be
    imported in no order; and type checkers follow aliases that refer to each other
    in one module only.
    """
    pairs = [
        (identity, other)
        for identity, decl in decls.items()
        for other in _needed_first(decl)
    ]
    for ring in set(rings.values()):
        # All of a ring need each other, which is so too if all need one and it them.
        hub = min(ring)
        pairs += [pair for one in ring for pair in ((one, hub), (hub, one))]
    needs: dict[DeclId, set[DeclId]] = {}
    for one, other in pairs:
        if owners[one] != owners[other]:
            needs.setdefault(owners[one], set()).add(owners[other])
    joined = {owner: min(ring) for owner, ring in rings_of(needs).items()}
    return {identity: joined.get(owner, owner) for identity, owner in owners.items()}


def _in_order(decls: Mapping[DeclId, Decl], group: list[DeclId]) -> list[DeclId]:
    """The group, bases and what aliases stand for before those who need them."""
    members = set(group)
    ordered: dict[DeclId, None] = {}
    seen: set[DeclId] = set()

    def add(identity: DeclId) -> None:
        if identity in ordered:
            return
        seen.add(identity)
        for other in _needed_first(decls[identity]):
            if other in members and other not in seen:
                add(other)
        ordered[identity] = None

    for identity in group:
        add(identity)
    return list(ordered)


def _needed_first(decl: Decl) -> tuple[DeclId, ...]:
    """What has to exist when the declaration is executed."""
    match decl:
        case Struct(bases=bases):
            return bases
        case Alias(target=Ref(target)):
            return (target,)
        case _:
            return ()
