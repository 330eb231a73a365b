"""The alternatives of ``oneOf`` and ``anyOf``: which of them say what a value is."""

from __future__ import annotations

from ..ir.decls import EnumMember
from ..openapi.node import Node
from .context import SchemaContext
from .identity import constant_property
from .shape import Shape, alternatives, says_type, shape_of, types_of
from .vocabulary import TYPE_KEYWORDS, WORD_KEYWORDS

__all__ = ["constants_of", "is_choice", "member_words", "told_members"]

_DETAILS = frozenset({"format", "contentEncoding", "contentMediaType"})
"""What says more of a value whose type is said elsewhere."""


def told_members(context: SchemaContext, schema: Node) -> list[Node]:
    """The alternatives that say what a value is.

    Null is left out, and what only limits or describes a value whose type is told.
    """
    members = [
        _typed(schema, member)
        for member in alternatives(schema)
        if shape_of(member) is not Shape.NULL
    ]
    if any(schema.has(keyword) for keyword in ("properties", "type", "items")):
        told = [member for member in members if says_type(member)]
    else:
        told = [member for member in members if not _only_limits(member)] or members
    return _without_absorbed(context, told)


def is_choice(schema: Node) -> bool:
    """Whether any alternative says what a value is, rather than limiting it."""
    return not all(_only_limits(member) for member in alternatives(schema))


def _only_limits(schema: Node) -> bool:
    if not isinstance(schema.value, dict) or says_type(schema):
        return False
    return not WORD_KEYWORDS.issuperset(schema.value)


def _typed(schema: Node, member: Node) -> Node:
    """The alternative with the type said beside the alternatives, if it needs one."""
    kinds = types_of(schema)
    value = member.value
    if len(kinds) != 1 or not isinstance(value, dict):
        return member
    said = TYPE_KEYWORDS.intersection(value)
    return (
        member.below((), {"type": kinds[0], **value})
        if said <= _DETAILS and said
        else member
    )


def _without_absorbed(context: SchemaContext, members: list[Node]) -> list[Node]:
    """Without the plain string beside an enum of strings, which is open anyway."""
    if not any(_is_open_enum(context, member) for member in members):
        return members
    return [member for member in members if not _is_plain_string(member)]


def _is_open_enum(context: SchemaContext, schema: Node) -> bool:
    end = context.description.follow(schema)
    if end is None or shape_of(end) is not Shape.ENUM:
        return False
    values = end.value.get("enum") if isinstance(end.value, dict) else None
    told = (
        [one for one in values if one is not None] if isinstance(values, list) else []
    )
    return len(told) > 1 and all(isinstance(one, str) for one in told)


def _is_plain_string(schema: Node) -> bool:
    value = schema.value
    return (
        isinstance(value, dict)
        and value.get("type") == "string"
        and TYPE_KEYWORDS.intersection(value) == frozenset({"type"})
    )


def constants_of(schema: Node) -> tuple[EnumMember, ...] | None:
    """The members of an enum spelt as alternatives that are constants each.

    A plain string beside texts says that the enum is open, which it is.
    """
    members: dict[str | int, EnumMember] = {}
    kinds: set[type[str | int]] = set()
    for member in alternatives(schema):
        if shape_of(member) is Shape.NULL:
            continue
        if _is_plain_string(member):
            kinds.add(str)
            continue
        values = _constants(member)
        if not values:
            return None
        alone = len(values) == 1
        for value in values:
            name = member.text("title") if alone else ""
            doc = member.text("description") if alone else ""
            members.setdefault(value, EnumMember(value, name, doc))
    kinds.update(type(value) for value in members)
    return tuple(members.values()) if len(members) > 1 and len(kinds) == 1 else None


def _constants(schema: Node) -> list[str | int]:
    """The constants of an inline schema, if they are all texts or whole numbers."""
    value = schema.value
    if not isinstance(value, dict) or "$ref" in value:
        return []
    enum = value.get("enum")
    listed = [value["const"]] if "const" in value else enum
    told = listed if isinstance(listed, list) else []
    constants = [
        one for one in told if isinstance(one, str | int) and not isinstance(one, bool)
    ]
    return constants if len(constants) == len(told) else []


def member_words(context: SchemaContext, member: Node, position: int) -> str:
    """The word that tells an inline member of a union from its siblings."""
    if member.ref is not None:
        target = context.description.follow(member)
        if target is not None and target.pointer:
            return target.pointer[-1]
    title = member.text("title")
    if title:
        return title
    constant = constant_property(member)
    if constant is not None:
        return constant[1]
    kind = member.get("type")
    if kind is not None and isinstance(kind.value, str) and kind.value != "object":
        return kind.value.capitalize()
    return f"Option{position + 1}"
