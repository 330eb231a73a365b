"""Base schemas with a discriminator: which struct an object of the base is.

A struct built on the base is its subclass, so that the base's own name stands for
all of them. Where a schema of the family had to be merged instead, because it
redefines what it inherits, the base's uses become a union of the base and it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir.decls import Decl, Struct, Tag, Union
from ..ir.names import DeclId, Hint, Right
from ..ir.types import Ref, Type
from ..ir.walk import map_decl
from ..openapi.node import Node
from ..source.values import Frozen, replace
from .compose import parts_of, struct_node
from .context import SchemaContext
from .tags import default_of, discriminator_of, explicit, implicit, property_of

__all__ = ["Families", "families_of"]

Nodes = Mapping[DeclId, Node]


class Families(Frozen):
    """The declarations with bases that know their subclasses.

    ``unions`` are what stands for a base wherever it is used as a type.
    """

    decls: dict[DeclId, Decl]
    unions: dict[DeclId, DeclId]


def families_of(
    context: SchemaContext, nodes: Nodes, decls: Mapping[DeclId, Decl]
) -> Families:
    """Tag every base among ``decls``; ``nodes`` are the schemas they were made of."""
    made = dict(decls)
    unions: dict[DeclId, DeclId] = {}
    children = _children(context, nodes)
    for base, node in nodes.items():
        discriminator = discriminator_of(node)
        if discriminator is None or not isinstance(decls[base], Struct):
            continue
        members = _descendants(base, children)
        _settle(context, base, discriminator, members, nodes, made, unions)
    if unions:
        _stand_in(made, unions)
    return Families(made, unions)


def _settle(
    context: SchemaContext,
    base: DeclId,
    discriminator: Node,
    descendants: list[DeclId],
    nodes: Nodes,
    made: dict[DeclId, Decl],
    unions: dict[DeclId, DeclId],
) -> None:
    name = property_of(discriminator)

    def find(node: Node) -> DeclId | None:
        struct = struct_node(context.description, node)
        known = None if struct is None else context.known(struct)
        if known is None or not isinstance(made.get(known), Struct):
            return None
        return known

    mapping = explicit(context, discriminator, find)
    default = default_of(context, discriminator, find)
    structs = [one for one in descendants if isinstance(made[one], Struct)]
    mapped = {base, *mapping.values()}
    unmapped = {one: nodes[one] for one in structs if one not in mapped}
    for value, identity in implicit(context.description, unmapped, name).items():
        mapping.setdefault(value, identity)
    if not set(mapping.values()) - {base}:
        return
    own = {base: nodes[base]}
    for value, identity in implicit(context.description, own, name).items():
        mapping.setdefault(value, identity)
    tag = Tag(name, tuple(mapping.items()), default=default)
    _tag_subclasses(base, tag, nodes, made)
    others = [
        one
        for one in dict.fromkeys(mapping.values())
        if base not in _lineage(one, made)
    ]
    if others:
        apart = tuple((value, one) for value, one in mapping.items() if one != base)
        union = _union(made[base], others, Tag(name, apart, default=default or base))
        made[union.id] = union
        unions[base] = union.id


def _children(context: SchemaContext, nodes: Nodes) -> dict[DeclId, list[DeclId]]:
    children: dict[DeclId, list[DeclId]] = {}
    for identity, node in nodes.items():
        for target in _composed_of(node):
            struct = struct_node(context.description, target)
            parent = None if struct is None else context.known(struct)
            if parent is not None:
                children.setdefault(parent, []).append(identity)
    return children


def _composed_of(schema: Node) -> Iterator[Node]:
    """The references a schema is composed of, through inline parts."""
    for part in parts_of(schema):
        if part.ref is not None:
            yield part.only("$ref")
        yield from _composed_of(part)
    if schema.ref is not None:
        yield schema.only("$ref")


def _descendants(base: DeclId, children: Mapping[DeclId, list[DeclId]]) -> list[DeclId]:
    found: dict[DeclId, None] = {}
    pending = list(children.get(base, ()))
    for identity in pending:
        if identity not in found and identity != base:
            found[identity] = None
            pending += children.get(identity, ())
    return list(found)


def _lineage(identity: DeclId, decls: Mapping[DeclId, Decl]) -> dict[DeclId, None]:
    """A declaration and all it is a subclass of."""
    found = {identity: None}
    pending = [identity]
    while pending:
        decl = decls[pending.pop()]
        for base in decl.bases if isinstance(decl, Struct) else ():
            if base not in found:
                found[base] = None
                pending.append(base)
    return found


def _tag_subclasses(
    base: DeclId, tag: Tag, nodes: Nodes, made: dict[DeclId, Decl]
) -> None:
    """Give the base, and what stands between it and others, the part that concerns it.

    A schema between with a discriminator of its own goes by that.
    """
    parts = _parts_by_class(tag, made)
    default = tag.default
    defaulting = {} if default is None else _lineage(default, made)
    for identity in dict.fromkeys([base, *(one for _, one in tag.mapping)]):
        decl = made[identity]
        node = nodes.get(identity)
        own = node is not None and discriminator_of(node) is not None
        if not isinstance(decl, Struct) or (own and identity != base):
            continue
        if base not in _lineage(identity, made):
            continue
        mapping = tuple(parts.get(identity, ()))
        if any(one != identity for _, one in mapping):
            fallback = default if identity in defaulting else None
            told = Tag(tag.property, mapping, False, fallback)
            made[identity] = replace(decl, tag=told)


def _parts_by_class(
    tag: Tag, decls: Mapping[DeclId, Decl]
) -> dict[DeclId, list[tuple[str, DeclId]]]:
    """What of a mapping names subclasses of each class, or the class itself."""
    parts: dict[DeclId, list[tuple[str, DeclId]]] = {}
    for value, identity in tag.mapping:
        for above in _lineage(identity, decls):
            parts.setdefault(above, []).append((value, identity))
    return parts


def _union(base: Decl, others: list[DeclId], tag: Tag) -> Union:
    """The union of a base and the structs of its family that are no subclasses."""
    *outer, last = base.hint.words
    return Union(
        DeclId(base.id.file, base.id.pointer, "any"),
        Hint((*outer, f"Any {last}"), Right.DERIVED),
        base.doc,
        base.at,
        (Ref(base.id), *(Ref(one) for one in others)),
        tag,
    )


def _stand_in(made: dict[DeclId, Decl], unions: Mapping[DeclId, DeclId]) -> None:
    """Let the unions stand for their bases in every field, member and alias."""

    def change(kind: Type) -> Type:
        if isinstance(kind, Ref) and kind.target in unions:
            return Ref(unions[kind.target])
        return kind

    added = set(unions.values())
    for identity, decl in made.items():
        if identity in added:
            continue
        changed = map_decl(decl, change)
        match changed, decl:
            case Struct(), Struct(bases=bases, tag=tag):
                made[identity] = replace(changed, bases=bases, tag=tag)
            case Union(), Union(tag=tag):
                made[identity] = replace(changed, tag=tag)
            case _:
                made[identity] = changed
