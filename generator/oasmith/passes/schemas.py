"""Schemas to types and declarations.

Declarations are found by reference and lowered from a queue, so neither cycles
nor depth of reference are special; only inline nesting recurses.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from typing import assert_never

from ..diagnostics import Effect, Report
from ..ir.api import Param
from ..ir.decls import Alias, Decl
from ..ir.names import DeclId, Hint, Right
from ..ir.types import (
    ANY,
    NONE,
    ListOf,
    MapOf,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
)
from ..openapi.description import Description
from ..openapi.node import Node
from ..source.pointer import Place, Pointer
from . import allof, enums, unions
from .combine import one_of
from .compose import collapsed, is_component
from .context import SchemaContext, Words
from .docs import doc_of, limits_of
from .families import families_of
from .identity import Identities, file_stem
from .plain import PlainSchemas
from .refine import restated
from .shape import (
    Shape,
    is_nullable,
    is_only_null,
    shape_of,
    types_of,
    written_types,
)
from .standing import inline_hint, shared_words, standing_hint
from .structs import map_value, merged_struct, own_struct
from .values import listed_values, type_of_values
from .vocabulary import TYPES, meant_type, scalar_of, type_of_format
from .words import item_words

__all__ = ["Lowering"]


class Lowering:
    """Turns schemas into types; ``decls`` fills as references are met.

    ``restated`` are places of properties, with those of the ones that stand for them;
    ``parameters`` those of the components, by where they stand.
    Call ``type_of`` for every schema an operation uses and ``drain`` at the
    end of each phase.
    """

    def __init__(self, description: Description, report: Report) -> None:
        self.description = description
        self.report = report
        self.plain = PlainSchemas()
        self.decls: dict[DeclId, Decl] = {}
        self.restated: dict[Place, Place] = {}
        self.identities = Identities(description)
        self.parameters: dict[tuple[str, Pointer], Param | None] = {}
        self._nodes: dict[DeclId, Node] = {}
        self._unions: dict[DeclId, DeclId] = {}
        self._ids: dict[tuple[str, tuple[str, ...], str], DeclId] = {}
        self._merged: dict[frozenset[Node], DeclId] = {}
        self._queue: deque[tuple[DeclId, tuple[Node, ...], Hint]] = deque()

    def drain(self) -> None:
        """Lower everything declared so far, and what that refers to."""
        while self._queue:
            identity, schemas, hint = self._queue.popleft()
            last = schemas[-1]
            if len(schemas) > 1:
                made: Decl = merged_struct(self, identity, last, hint, schemas)
            else:
                self._nodes[identity] = last
                made = self._lower(identity, last, hint)
            self.decls[identity] = made

    def found_families(self) -> None:
        """Let bases with a discriminator know what was built on them so far."""
        families = families_of(self, self._nodes, self.decls)
        self.decls = families.decls
        self._unions = families.unions

    def type_of(self, schema: Node, words: Words) -> Type:
        """The type of ``schema``.

        ``words`` name what it declares inline, outermost first.
        """
        words = shared_words(self, schema, words)
        bare = self._bare_type(schema, words)
        if bare in (ANY, NONE) or isinstance(bare, Nullable):
            return bare
        return Nullable(bare) if is_nullable(self.description, schema) else bare

    def restate(self, general: Node, special: Node) -> None:
        """Note that ``special`` says all that ``general`` does and stands for it."""
        self.restated.update(restated(self.description, special, general))

    def degrade(self, code: str, node: Node, message: str, hint: str = "") -> Type:
        """Report that ``node`` is typed Any, and say so."""
        self.report.add(code, node.place, message, hint=hint, effect=Effect.DEGRADED)
        return ANY

    def declare_inline(self, schema: Node, words: Words) -> Type:
        """Declare what stands inline, named by its title or by where it stands."""
        return Ref(self._declare(schema, inline_hint(schema, words)))

    def reference(self, schema: Node) -> Type:
        """The type of a ``$ref``; a dangling one has been reported and is Any."""
        target = self.description.follow(schema)
        if target is None:
            return ANY
        if target.value is True or target.value == {}:
            return ANY
        if is_only_null(target):
            return NONE
        identity = self.declare(target)
        return Ref(self._unions.get(identity, identity))

    def declare(self, schema: Node) -> DeclId:
        """Declare what a reference reaches, and return its identity."""
        return self._declare(schema, _component_hint(self, schema))

    def known(self, schema: Node) -> DeclId | None:
        """The identity of what stands there, if it has been declared."""
        return self._ids.get((schema.file, schema.pointer, ""))

    def declare_merged(self, schemas: Sequence[Node], words: Words) -> Type:
        """Declare the one struct that satisfies several schemas, and refer to it."""
        ends = [self.description.follow(schema) or schema for schema in schemas]
        known = self._merged.get(frozenset(ends))
        if known is not None:
            return Ref(known)
        others = [self.identities.of(end).pointer for end in ends[:-1]]
        variant = "with " + " ".join(others)
        identity = self.identities.of(schemas[-1], variant)
        self._merged[frozenset(ends)] = identity
        self._queue.append((identity, tuple(schemas), Hint(words, Right.DERIVED)))
        return Ref(identity)

    def declare_variant(self, decl: Decl) -> None:
        """Add a declaration that no single schema stands for."""
        self.decls[decl.id] = decl

    def _declare(self, schema: Node, hint: Hint, variant: str = "") -> DeclId:
        at = (schema.file, schema.pointer, variant)
        known = self._ids.get(at)
        if known is not None:
            return known
        identity = self.identities.of(schema, variant)
        self._ids[at] = identity
        self._queue.append((identity, (schema,), hint))
        return identity

    def _lower(self, identity: DeclId, schema: Node, hint: Hint) -> Decl:
        words = hint.words
        self._check_type(schema)
        shape = shape_of(schema)
        match shape:
            case Shape.OBJECT:
                return own_struct(self, identity, schema, hint)
            case Shape.ALL_OF:
                return allof.lower(self, identity, schema, hint)
            case Shape.ENUM:
                found = enums.declaration(self, identity, schema, hint)
                if found is not None:
                    return found
            case Shape.UNION:
                return unions.lower(self, identity, schema, hint)
            case _:
                pass
        target = self._inline_type(schema, shape, words)
        doc, limits = doc_of(schema), limits_of(schema)
        return Alias(identity, hint, doc, schema.place, target, limits=limits)

    def _bare_type(self, schema: Node, words: Words) -> Type:
        self._check_type(schema)
        shape = shape_of(schema)
        match shape:
            case Shape.REFERENCE:
                return self.reference(schema)
            case Shape.OBJECT:
                return self.declare_inline(schema, words)
            case Shape.ALL_OF:
                wrapped = collapsed(self.description, schema)
                if wrapped is not None:
                    return self.type_of(wrapped, words)
                return allof.inline_type(self, schema, words)
            case Shape.ENUM:
                return enums.inline_type(self, schema, words)
            case Shape.UNION:
                return unions.inline_type(self, schema, words)
            case _:
                return self._inline_type(schema, shape, words)

    def _inline_type(self, schema: Node, shape: Shape, words: Words) -> Type:
        """The type of a schema that needs no declaration of its own."""
        match shape:
            case Shape.ANY:
                return self._any(schema)
            case Shape.NEVER:
                return self.degrade(
                    "SCH004", schema, "no value satisfies this schema", "leave it out"
                )
            case Shape.NULL:
                return NONE
            case Shape.CONST | Shape.ENUM:
                return enums.constants(schema)
            case Shape.MAP:
                return MapOf(map_value(self, schema, words))
            case Shape.ARRAY:
                return self._array(schema, words)
            case Shape.SCALAR:
                names = types_of(schema) or (type_of_format(schema.text("format")),)
                return self._scalar(schema, names[0] or "string")
            case Shape.SEVERAL:
                return self._several(schema, words)
            case Shape.REFERENCE:
                return self.reference(schema)
            case Shape.OBJECT | Shape.ALL_OF | Shape.UNION:
                return self._bare_type(schema, words)
            case _:
                assert_never(shape)

    def _check_type(self, schema: Node) -> None:
        """Report types by names that are not JSON Schema's."""
        for name in written_types(schema):
            if name not in TYPES and (meant := meant_type(name)) in TYPES:
                self.report.add(
                    "SCH020",
                    schema.place,
                    f"{name!r} is no JSON Schema type; it is read as {meant!r}",
                    hint=f"write {meant}",
                )

    def _check_contents(self, schema: Node) -> None:
        """Report that what is written inside a text stays a text."""
        contents = schema.get("contentSchema")
        if contents is not None:
            words = "the text is not read by this schema"
            hint = "read it in the program that uses the client"
            self.report.add("SCH022", contents.place, words, hint=hint)

    def _any(self, schema: Node) -> Type:
        for name in types_of(schema):
            return self.degrade(
                "SCH001",
                schema,
                f"{name!r} is no JSON Schema type",
                "use string, number, integer, boolean, array, object or null",
            )
        return type_of_values(listed_values(schema))

    def _array(self, schema: Node, words: Words) -> Type:
        named = item_words(words)
        items = enums.of_items(self, schema) or schema.get("items")
        prefix = schema.get("prefixItems")
        if items is not None and isinstance(items.value, list):
            # Drafts before 2020-12 wrote the items of a tuple so.
            prefix, items = items, schema.get("additionalItems")
        first = [] if prefix is None else list(prefix.elements())
        closed = (items is not None and items.value is False) or (
            bool(first) and _most(schema) <= len(first)
        )
        types = tuple(self.type_of(item, named) for item in first)
        rest = ANY if items is None or closed else self.type_of(items, named)
        if closed or types:
            return TupleOf(types, None if closed else rest)
        return ListOf(rest, schema.flag("uniqueItems"))

    def _several(self, schema: Node, words: Words) -> Type:
        names = types_of(schema)
        members: list[Type] = []
        for name in names:
            match name:
                case "object" if schema.get("properties"):
                    members.append(self._object_among(schema, words))
                case "object":
                    members.append(MapOf(map_value(self, schema, words)))
                case "array":
                    members.append(self._array(schema, words))
                case "integer" if "number" in names:
                    pass
                case _:
                    members.append(self._scalar(schema, name))
        return one_of(members)

    def _object_among(self, schema: Node, words: Words) -> Type:
        """The object that is one of several types of a schema."""
        whole = schema.value if isinstance(schema.value, dict) else {}
        alone = schema.below((), {**whole, "type": "object"})
        hint = Hint((*words, "Object"), Right.DERIVED)
        return Ref(self._declare(alone, hint, "object"))

    def _scalar(self, schema: Node, name: str) -> Type:
        if name == "string":
            self._check_contents(schema)
            return Scalar(_text_kind(schema))
        kind = _KINDS.get(name)
        return self._any(schema) if kind is None else Scalar(kind)


_KINDS = {
    "integer": ScalarKind.INT,
    "number": ScalarKind.FLOAT,
    "boolean": ScalarKind.BOOL,
}


def _text_kind(schema: Node) -> ScalarKind:
    """What a string stands for: its format, its encoding, or itself."""
    if schema.text("contentEncoding").lower() == "base64":
        return ScalarKind.BYTES
    if schema.text("contentMediaType") == "application/octet-stream":
        return ScalarKind.FILE
    told = schema.text("format") or next(iter(written_types(schema)), "")
    return scalar_of("string", told) or ScalarKind.STR


def _most(schema: Node) -> float:
    """The greatest number of items there may be."""
    found = schema.get("maxItems")
    number = None if found is None else found.value
    return number if isinstance(number, int | float) else math.inf


def _component_hint(context: SchemaContext, schema: Node) -> Hint:
    """A component's key, or what names a schema that only a reference reaches."""
    pointer = schema.pointer
    if is_component(schema):
        return Hint((pointer[-1],), Right.REQUIRED)
    if not pointer:
        return Hint((file_stem(schema.file),), Right.REQUIRED)
    return standing_hint(context, schema)
