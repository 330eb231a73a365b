"""Schemas to types and declarations.

Declarations are found by reference and lowered from a queue, so neither cycles
nor depth of reference are special; only inline nesting recurses.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import assert_never

from ..diagnostics import Effect, Report
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
from . import allof, enums, unions
from .combine import one_of
from .compose import collapsed, is_component
from .context import SchemaContext, Words
from .docs import doc_of
from .families import families_of
from .identity import decl_id, file_stem
from .shape import (
    Shape,
    is_nullable,
    is_only_null,
    shape_of,
    types_of,
)
from .standing import inline_hint, shared_words, standing_hint
from .structs import merged_struct, own_struct
from .vocabulary import FORMATS
from .words import item_words

__all__ = ["Lowering"]


class Lowering:
    """Turns schemas into types; ``decls`` fills as references are met.

    Call ``type_of`` for every schema an operation uses and ``drain`` at the
    end of each phase.
    """

    def __init__(self, description: Description, report: Report) -> None:
        self.description = description
        self.report = report
        self.decls: dict[DeclId, Decl] = {}
        self._nodes: dict[DeclId, Node] = {}
        self._unions: dict[DeclId, DeclId] = {}
        self._ids: dict[tuple[str, tuple[str, ...]], DeclId] = {}
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
        return self._ids.get((schema.file, schema.pointer))

    def declare_merged(self, schemas: Sequence[Node], words: Words) -> Type:
        """Declare the one struct that satisfies several schemas, and refer to it."""
        ends = [self.description.follow(schema) or schema for schema in schemas]
        known = self._merged.get(frozenset(ends))
        if known is not None:
            return Ref(known)
        others = [decl_id(self.description, end).pointer for end in ends[:-1]]
        variant = "with " + " ".join(others)
        identity = decl_id(self.description, schemas[-1], variant)
        self._merged[frozenset(ends)] = identity
        self._queue.append((identity, tuple(schemas), Hint(words, Right.DERIVED)))
        return Ref(identity)

    def declare_variant(self, decl: Decl) -> None:
        """Add a declaration that no single schema stands for."""
        self.decls[decl.id] = decl

    def _declare(self, schema: Node, hint: Hint) -> DeclId:
        at = (schema.file, schema.pointer)
        known = self._ids.get(at)
        if known is not None:
            return known
        identity = decl_id(self.description, schema)
        self._ids[at] = identity
        self._queue.append((identity, (schema,), hint))
        return identity

    def _lower(self, identity: DeclId, schema: Node, hint: Hint) -> Decl:
        words = hint.words
        match shape_of(schema):
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
        target = self._inline_type(schema, words)
        return Alias(identity, hint, doc_of(schema), schema.place, target)

    def _bare_type(self, schema: Node, words: Words) -> Type:
        match shape_of(schema):
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
                return self._inline_type(schema, words)

    def _inline_type(self, schema: Node, words: Words) -> Type:
        """The type of a schema that needs no declaration of its own."""
        shape = shape_of(schema)
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
                return enums.constants(self, schema)
            case Shape.MAP:
                return self._map(schema, words)
            case Shape.ARRAY:
                return self._array(schema, words)
            case Shape.SCALAR:
                return self._scalar(schema, types_of(schema))
            case Shape.SEVERAL:
                return self._several(schema, words)
            case Shape.REFERENCE:
                return self.reference(schema)
            case Shape.OBJECT | Shape.ALL_OF | Shape.UNION:
                return self._bare_type(schema, words)
            case _:
                assert_never(shape)

    def _any(self, schema: Node) -> Type:
        for name in types_of(schema):
            return self.degrade(
                "SCH001",
                schema,
                f"{name!r} is no JSON Schema type",
                "use string, number, integer, boolean, array, object or null",
            )
        return ANY

    def _map(self, schema: Node, words: Words) -> Type:
        values: list[Type] = []
        patterns = schema.get("patternProperties")
        if patterns is not None:
            values += [
                self.type_of(value, (*words, "Value")) for _, value in patterns.items()
            ]
        more = schema.get("additionalProperties") or schema.get("unevaluatedProperties")
        if more is not None and more.value is not False:
            values.append(self.type_of(more, (*words, "Value")))
        elif more is None and not values:
            values.append(ANY)
        return MapOf(one_of(values) if values else ANY)

    def _array(self, schema: Node, words: Words) -> Type:
        prefix = schema.get("prefixItems")
        items = schema.get("items")
        named = item_words(words)
        if prefix is not None:
            first = tuple(self.type_of(item, named) for item in prefix.elements())
            if items is not None and items.value is False:
                return TupleOf(first, None)
            return TupleOf(first, ANY if items is None else self.type_of(items, named))
        item = ANY if items is None else self.type_of(items, named)
        return ListOf(item, schema.flag("uniqueItems"))

    def _several(self, schema: Node, words: Words) -> Type:
        members: list[Type] = []
        for name in types_of(schema):
            match name:
                case "object":
                    whole = bool(schema.get("properties"))
                    members.append(
                        self.declare_inline(schema, words)
                        if whole
                        else self._map(schema, words)
                    )
                case "array":
                    members.append(self._array(schema, words))
                case _:
                    members.append(self._scalar(schema, (name,)))
        return one_of(members)

    def _scalar(self, schema: Node, names: tuple[str, ...]) -> Type:
        name = names[0] if names else "string"
        if schema.text("contentEncoding").lower() in ("base64", "base64url"):
            return Scalar(ScalarKind.BYTES)
        if schema.text("contentMediaType") == "application/octet-stream":
            return Scalar(ScalarKind.FILE)
        by_format = FORMATS.get((name, schema.text("format")))
        if by_format is not None:
            return Scalar(by_format)
        match name:
            case "string":
                return Scalar(ScalarKind.STR)
            case "integer":
                return Scalar(ScalarKind.INT)
            case "number":
                return Scalar(ScalarKind.FLOAT)
            case "boolean":
                return Scalar(ScalarKind.BOOL)
            case _:
                return self._any(schema)


def _component_hint(context: SchemaContext, schema: Node) -> Hint:
    """A component's key, or what names a schema that only a reference reaches."""
    pointer = schema.pointer
    if is_component(schema):
        return Hint((pointer[-1],), Right.REQUIRED)
    if not pointer:
        return Hint((file_stem(schema.file),), Right.REQUIRED)
    return standing_hint(context, schema)
