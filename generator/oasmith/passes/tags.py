"""Discriminators: which value of a property names which struct.

Specification 3.1 and 3.2, "Discriminator Object".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from ..diagnostics import Effect
from ..ir.decls import Tag
from ..ir.names import DeclId
from ..openapi.description import Description
from ..openapi.node import Node
from .compose import Merged, is_component, merge, parts_of, struct_node
from .context import SchemaContext

__all__ = [
    "Find",
    "default_of",
    "discriminator_of",
    "explicit",
    "implicit",
    "only_constant",
    "property_of",
    "tag_of",
]

Find = Callable[[Node], DeclId | None]
"""The declaration that stands for what a mapping names, if there is one."""

_VENDOR_VALUE = "x-ms-discriminator-value"


def discriminator_of(schema: Node) -> Node | None:
    """The discriminator of ``schema``, if it names a property."""
    found = schema.get("discriminator")
    return found if found is not None and found.text("propertyName") else None


def property_of(discriminator: Node) -> str:
    """The name of the property that tells."""
    return discriminator.text("propertyName")


def explicit(
    context: SchemaContext, discriminator: Node, find: Find
) -> dict[str, DeclId]:
    """What ``mapping`` says; what names nothing is reported."""
    mapping: dict[str, DeclId] = {}
    found = discriminator.get("mapping")
    for word, written in () if found is None else found.items():
        identity = _named(context.description, written, find)
        if identity is not None:
            mapping[word] = identity
            continue
        context.report.add(
            "REF007",
            written.place,
            f"no object schema at {written.value!r}, which {word!r} is mapped to",
            hint="name a component schema or give a reference",
            effect=_cost(context.description, written),
        )
    return mapping


def default_of(
    context: SchemaContext, discriminator: Node, find: Find
) -> DeclId | None:
    """What ``defaultMapping`` names (3.2); what names nothing is reported."""
    written = discriminator.get("defaultMapping")
    if written is None:
        return None
    identity = _named(context.description, written, find)
    if identity is None:
        context.report.add(
            "REF007",
            written.place,
            f"no object schema at {written.value!r}, which is the default",
            hint="name a component schema or give a reference",
            effect=Effect.DEGRADED,
        )
    return identity


def _cost(description: Description, written: Node) -> Effect:
    """Nothing is lost with a schema that cannot have the property anyway."""
    word = written.value
    if isinstance(word, str) and _target(description, written.file, word) is not None:
        return Effect.NONE
    return Effect.DEGRADED


def _named(description: Description, written: Node, find: Find) -> DeclId | None:
    if not isinstance(written.value, str):
        return None
    target = _target(description, written.file, written.value)
    return None if target is None else find(target)


def _target(description: Description, file: str, written: str) -> Node | None:
    """What a mapping's value names: a component by its name first, else a reference."""
    components = description.root.get("components")
    schemas = None if components is None else components.get("schemas")
    named = None if schemas is None else schemas.get(written)
    return named or description.resolve(file, written)


def implicit(
    description: Description, members: Mapping[DeclId, Node], name: str
) -> dict[str, DeclId]:
    """The values that name the members where no mapping says so.

    The constants a member alone allows, else the key of its schema, if it has one.
    What a member says itself is not another's, which only inherits it.
    """
    told = {
        identity: _told_itself(description, node, name)
        for identity, node in members.items()
    }
    claimed = {value for values in told.values() for value in values}
    for identity, node in members.items():
        if not told[identity]:
            inherited = _values(description, merge(description, [node]), name)
            told[identity] = tuple(one for one in inherited if one not in claimed)
    counted = Counter(value for values in told.values() for value in values)
    mapping: dict[str, DeclId] = {}
    for identity, values in told.items():
        own = [value for value in values if counted[value] == 1]
        for value in own or _key(identity, members[identity]):
            mapping.setdefault(value, identity)
    return mapping


def _key(identity: DeclId, schema: Node) -> list[str]:
    if identity.variant:
        return [identity.variant]
    return [schema.pointer[-1]] if is_component(schema) else []


def _told_itself(description: Description, schema: Node, name: str) -> tuple[str, ...]:
    """The values a schema's own words allow its property, inherited ones aside."""
    vendor = schema.text(_VENDOR_VALUE)
    if vendor:
        return (vendor,)
    own = [part for part in parts_of(schema) if part.ref is None]
    parts = [*own, schema.without("allOf", "$ref")]
    return _values(description, merge(description, parts), name)


def _values(description: Description, merged: Merged, name: str) -> tuple[str, ...]:
    """The constants every definition of a property that lists some allows."""
    listed = [
        values
        for node in merged.properties.get(name, ())
        if (values := _constants(description, node))
    ]
    if not listed:
        return ()
    common = frozenset(listed[0]).intersection(*listed[1:])
    return tuple(one for one in listed[0] if one in common)


def _constants(description: Description, schema: Node) -> tuple[str, ...]:
    target = description.follow(schema)
    if target is None or not isinstance(target.value, dict):
        return ()
    constant = target.value.get("const")
    if isinstance(constant, str):
        return (constant,)
    enum = target.value.get("enum")
    told = enum if isinstance(enum, list) else []
    return tuple(value for value in told if isinstance(value, str))


def only_constant(schema: Node) -> str | None:
    """The text an inline schema allows alone; None where it is another case."""
    value = schema.value
    if not isinstance(value, dict):
        return None
    told = value.get("const", value.get("enum"))
    if isinstance(told, list):
        told = told[0] if len(told) == 1 else None
    return told if isinstance(told, str) else None


def tag_of(
    context: SchemaContext,
    schema: Node,
    members: Mapping[DeclId, Node],
    renamed: Mapping[Node, DeclId],
) -> Tag | None:
    """How the members of a union are told apart by a property, if all of them are.

    ``members`` are its structs and what they are made of; ``renamed`` gives the
    declaration that stands in the place of a schema.
    """
    discriminator = discriminator_of(schema)
    if discriminator is None:
        found = _one_constant_each(context.description, members.values())
        if found is None:
            return None
        name, values = found
        return Tag(name, tuple(zip(values, members, strict=True)), inferred=True)
    name = property_of(discriminator)

    def find(node: Node) -> DeclId | None:
        struct = struct_node(context.description, node)
        if struct is None:
            return None
        return renamed.get(struct) or context.declare(struct)

    mapping = explicit(context, discriminator, find)
    default = default_of(context, discriminator, find)
    mapped = set(mapping.values())
    unmapped = {
        identity: node for identity, node in members.items() if identity not in mapped
    }
    for value, identity in implicit(context.description, unmapped, name).items():
        mapping.setdefault(value, identity)
    if default is None and not members.keys() <= set(mapping.values()):
        return None  # some value is that of a member, but nothing says which
    return Tag(name, tuple(mapping.items()), default=default)


def _one_constant_each(
    description: Description, members: Iterable[Node]
) -> tuple[str, list[str]] | None:
    """The first property that is another required string constant in each member."""
    told: list[dict[str, str]] = []
    for member in members:
        merged = merge(description, [member])
        told.append(
            {
                name: values[0]
                for name in merged.properties
                if name in merged.required
                and len(values := _values(description, merged, name)) == 1
            }
        )
    for name in told[0] if told else ():
        each = [constants[name] for constants in told if name in constants]
        if len(each) == len(told) and len(set(each)) == len(each):
            return name, each
    return None
