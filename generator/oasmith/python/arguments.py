"""The arguments of a method: parameters, the body, and the body's fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import LiteralString

from ..ir.api import Body, Operation
from ..ir.decls import Access, Struct
from ..ir.types import NONE, Literal, Nullable, OneOf, Ref, Type
from ..ir.where import Where
from ..source.values import Frozen, replace
from .annotations import (
    Annotation,
    Scope,
    admits_null,
    annotate,
    is_any,
    optional,
    sent_items,
    unite,
)
from .code import Code, fixed
from .constants import constant_of
from .context import Context, beyond_aliases, struct_fields, struct_of
from .docs import telling, words
from .encode import constant, identifier, literal
from .fit import Group, Parameter, dict_display, entry, named
from .ident import ARGUMENT_RESERVED, PythonRules
from .results import content_type
from .uses import use_annotation

__all__ = ["Argument", "Arguments", "arguments_of", "body_table"]

_FIELD_RESERVED = ARGUMENT_RESERVED - {"body"}
_UNSET = fixed("rt.UNSET")
_ITEMS = "Its items are sent one by one; a text, bytes or a file as it is."


class Argument(Frozen):
    """One argument; ``wire`` is the name it is handed on under."""

    name: str
    wire: str
    annotation: Annotation
    default: Code | None
    words: str

    def parameter(self) -> Parameter:
        """The argument as it stands in a signature."""
        alternatives = self.annotation.alternatives
        return Parameter(identifier(self.name), alternatives, self.default)

    def lenient(self) -> Parameter:
        """The same in the implementation of overloads, where nothing is required."""
        if self.default is not None:
            return self.parameter()
        alternatives = (*self.annotation.alternatives, fixed("rt.Unset"))
        return Parameter(identifier(self.name), alternatives, _UNSET)


class Arguments(Frozen):
    """All arguments of one method.

    ``fields`` None: the body can only be given whole; then ``body`` None
    means there is none.
    """

    path: tuple[Argument, ...]
    others: tuple[tuple[Where, Argument], ...]
    body: Argument | None
    fields: tuple[Argument, ...] | None

    def all(self) -> tuple[Argument, ...]:
        """Every argument in the order of the signature."""
        body = () if self.body is None else (self.body,)
        return (*self.path, *body, *ordered(self.keywords()))

    def keywords(self) -> tuple[Argument, ...]:
        """The keyword-only ones: parameters, then the body's fields."""
        return (*(one for _, one in self.others), *(self.fields or ()))

    def handed_on(self) -> tuple[Code | Group, ...]:
        """What the method's one call gets, besides operation and options."""
        parts: list[Code | Group] = []
        groups: tuple[tuple[LiteralString, Where], ...] = (
            ("query", Where.QUERY),
            ("header", Where.HEADER),
            ("cookie", Where.COOKIE),
        )
        if self.path:
            parts.append(named(fixed("path"), _dict(self.path)))
        for word, where in groups:
            there = [one for at, one in self.others if at is where]
            if there:
                parts.append(named(fixed(word), _dict(there)))
        if self.body is not None:
            parts.append(fixed("body=body"))
        if self.fields is not None:
            parts.append(named(fixed("fields"), _dict(self.fields)))
        return tuple(parts)


def _without_null(type_: Type) -> Type:
    """The type of a parameter: there is no null outside bodies, None is not sent."""
    match type_:
        case Nullable(inner):
            return inner
        case OneOf(members):
            rest = tuple(one for one in members if one != NONE)
            return rest[0] if len(rest) == 1 else OneOf(rest or members)
        case _:
            return type_


def _constant(type_: Type, context: Context) -> Code | None:
    """The one value there is, for what is required and needs no choice."""
    match beyond_aliases(type_, context):
        case Literal(values=(only,)):
            return literal(only)
        case _:
            return None


def _of_declaration(type_: Type, context: Context) -> str:
    """What is said of the declaration a type refers to, for want of other words."""
    bare = type_.inner if isinstance(type_, Nullable) else type_
    if not isinstance(bare, Ref):
        return ""
    name = context.names.decls[bare.target]
    return words(telling(context.decls[bare.target].doc, name))


def ordered(arguments: Iterable[Argument]) -> tuple[Argument, ...]:
    """Required ones first, else as they were."""
    return tuple(sorted(arguments, key=lambda one: one.default is not None))


def arguments_of(operation: Operation, scope: Scope, context: Context) -> Arguments:
    """The arguments of the operation's method; ``scope`` is that of its class.

    Methods of all flavours and forms ask for them, overloads, waiters and examples.
    """
    key = (arguments_of, operation.id, scope.side, scope.members)
    return context.once(key, lambda: _arguments_of(operation, scope, context))


def _arguments_of(operation: Operation, scope: Scope, context: Context) -> Arguments:
    path: list[Argument] = []
    others: list[tuple[Where, Argument]] = []
    for param in operation.params:
        name = context.names.params[operation.id, f"{param.where.value}:{param.wire}"]
        annotation, default = use_annotation(
            annotate(_without_null(param.type), scope),
            param.required,
            null=False,
            anything=False,
        )
        if param.required and param.where is not Where.PATH:
            default = _constant(param.type, context)
        # What is always given has no default to tell of.
        usual = None if param.required else param.default
        text = words(telling(param.doc, param.wire, name), usual, param.limits)
        text = text or _of_declaration(param.type, context)
        made = Argument(name, param.wire, annotation, default, text)
        if param.where is Where.PATH:
            path.append(made)
        else:
            others.append((param.where, made))
    taken = {one.name for one in path} | {one.name for _, one in others}
    body = None if operation.body is None else _body(operation.body, scope)
    fields = None
    if operation.body is not None and "body" not in taken:
        fields = _fields(operation.body, scope, context, frozenset(taken))
    if body is not None and fields is not None:
        instead = "Stands for all the fields below."
        body = replace(body, words=f"{body.words} {instead}".strip())
    return Arguments(tuple(path), tuple(others), body, fields)


def body_table(body: Body) -> tuple[tuple[str, Type], ...]:
    """The media types of a body with their types, in order of preference."""
    return tuple((one.media, content_type(one)) for one in body.contents)


def _body(body: Body, scope: Scope) -> Argument:
    streams = [one.items for one in body.contents if one.items is not None]
    kinds = [sent_items(one.type, scope) for one in streams]
    kinds += [annotate(type_, scope) for _, type_ in body_table(body)]
    annotation = unite(kinds)
    default = None if body.required else fixed("None")
    if default is not None:
        annotation = optional(annotation)
    told = f"{words(body.doc)} {_ITEMS}".strip() if streams else words(body.doc)
    return Argument("body", "", annotation, default, told)


def _fields(
    body: Body, scope: Scope, context: Context, taken: frozenset[str]
) -> tuple[Argument, ...] | None:
    """The fields of the body as arguments; None where only the whole body will do."""
    # Fields are sent as the preferred media type, which is the first.
    struct = struct_of(content_type(body.contents[0]), context)
    if struct is None or struct.tag is not None:
        return None
    fields = _field_arguments(struct, scope, context)
    names = [one.name for one in fields]
    clash = len(set(names)) < len(names) or not taken.isdisjoint(names)
    return None if clash or not fields or "body" in names else fields


def _field_arguments(
    struct: Struct, scope: Scope, context: Context
) -> tuple[Argument, ...]:
    rules = PythonRules()
    made: list[Argument] = []
    for owner, one in struct_fields(struct, context):
        if one.access is Access.READ:
            continue
        name = context.names.fields[owner, one.wire]
        annotation, default = use_annotation(
            annotate(one.type, scope),
            one.required,
            admits_null(one.type, context.decls),
            is_any(one.type),
        )
        known = constant_of(struct, one, context)
        if known is not None:
            default = known.code(scope.references)
        elif one.required:
            default = _constant(one.type, context)
        text = words(telling(one.doc, one.wire, name), one.default, one.limits)
        text = text or _of_declaration(one.type, context)
        given = rules.safe(name, _FIELD_RESERVED)
        made.append(Argument(given, name, annotation, default, text))
    return tuple(made)


def _dict(arguments: Iterable[Argument]) -> Group:
    return dict_display(
        entry(constant(one.wire), identifier(one.name)) for one in arguments
    )
