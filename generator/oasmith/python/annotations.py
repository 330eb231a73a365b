"""Types as Python annotations, and what the module must import for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum as _Enum
from functools import cache
from typing import LiteralString, assert_never

from ..ir.decls import Alias, Decl, Enum, Struct, Union
from ..ir.names import DeclId
from ..ir.types import (
    ListOf,
    Literal,
    LiteralValue,
    MapOf,
    Native,
    Nullable,
    OneOf,
    Ref,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
)
from ..source.values import Frozen, replace
from .code import Code, build, fixed, join
from .encode import dotted, identifier, literal

__all__ = [
    "Annotation",
    "References",
    "Scope",
    "Side",
    "admits_null",
    "annotate",
    "bounded",
    "expression",
    "is_any",
    "listener",
    "of_root",
    "optional",
    "sent_items",
    "unite",
]


class Side(_Enum):
    """Who makes the value: it decides how generous the annotation is."""

    RECEIVED = "received"
    """Fields of models that come from the server, results, error bodies."""
    SENT = "sent"
    """Fields of models that are only sent: an enum takes its plain values too."""
    ARGUMENT = "argument"
    """Arguments of methods: as SENT, and any sequence for an array."""


class References(Frozen):
    """How declarations are written: those in ``bare`` bare, others behind ``m``."""

    decls: Mapping[DeclId, Decl]
    names: Mapping[DeclId, str]
    bare: frozenset[DeclId] = frozenset()


class Scope(Frozen):
    """Where an annotation stands.

    ``members`` are the names of the class around it: a builtin or module of
    the same name is written so that the member does not shadow it.
    """

    references: References
    side: Side = Side.RECEIVED
    members: frozenset[str] = frozenset()


class Annotation(Frozen):
    """Alternatives, and the modules they need ("_uuid": ``uuid`` under that alias)."""

    alternatives: tuple[Code, ...]
    uses: frozenset[str]

    @property
    def code(self) -> Code:
        """The annotation as it is written."""
        return join(" | ", self.alternatives)


_MODULES: dict[ScalarKind, tuple[LiteralString, LiteralString]] = {
    ScalarKind.ANY: ("typing", "Any"),
    ScalarKind.DATE: ("datetime", "date"),
    ScalarKind.DATETIME: ("datetime", "datetime"),
    ScalarKind.DECIMAL: ("decimal", "Decimal"),
    ScalarKind.DURATION: ("datetime", "timedelta"),
    ScalarKind.TIME: ("datetime", "time"),
    ScalarKind.UUID: ("uuid", "UUID"),
}

_MANY = 100
"""Alternatives one writes with ``|``."""

_BUILTINS: dict[ScalarKind, LiteralString] = {
    ScalarKind.BOOL: "bool",
    ScalarKind.BYTES: "bytes",
    ScalarKind.FLOAT: "float",
    ScalarKind.INT: "int",
    ScalarKind.STR: "str",
}


def annotate(type_: Type, scope: Scope) -> Annotation:
    """The annotation of a value of the type."""
    match type_:
        case Scalar(kind):
            return _scalar(kind, scope)
        case Literal(values):
            return _constants(values, scope)
        case ListOf(item):
            return _list_of(annotate(item, scope), scope)
        case TupleOf(prefix, rest):
            return _tuple_of(prefix, rest, scope)
        case MapOf(value):
            items = (_builtin("str", scope), annotate(value, scope))
            return _subscript(_builtin("dict", scope), items)
        case Nullable(inner):
            return optional(annotate(inner, scope))
        case OneOf(members):
            return bounded([annotate(member, scope) for member in members], scope)
        case Ref(target):
            return _reference(target, scope)
        case Native(name, module):
            root = of_root(module.partition(".")[0], scope.members)
            rest_of_path = module.partition(".")[2]
            path = f"{rest_of_path}.{name}" if rest_of_path else name
            return Annotation(
                (build(root.code, ".", dotted(path)),), frozenset({module})
            )
        case _:
            assert_never(type_)


def optional(annotation: Annotation) -> Annotation:
    """The annotation, or None."""
    return unite([annotation, _single(fixed("None"))])


def unite(annotations: Iterable[Annotation]) -> Annotation:
    """One of the annotations, each once, ``None`` last; ``typing.Any`` swallows all."""
    parts = tuple(annotations)
    uses = frozenset(use for part in parts for use in part.uses)
    codes = [code for part in parts for code in part.alternatives]
    unique = {code.text: code for code in codes}
    for text, code in unique.items():
        if text in ("typing.Any", "_typing.Any"):
            return Annotation((code,), frozenset({text.partition(".")[0]}))
    if "None" in unique:
        unique["None"] = unique.pop("None")
    return Annotation(tuple(unique.values()), uses)


def bounded(annotations: Iterable[Annotation], scope: Scope) -> Annotation:
    """One of very many: pyright reads no more than 256 alternatives behind ``|``."""
    annotation = unite(annotations)
    if len(annotation.alternatives) <= _MANY:
        return annotation
    typing = of_root("typing", scope.members)
    union = Annotation((build(typing.code, ".Union"),), typing.uses)
    parts = [_single(one) for one in annotation.alternatives]
    subscribed = _subscript(union, parts)
    return replace(subscribed, uses=subscribed.uses | annotation.uses)


def expression(type_: Type, references: References) -> Code:
    """The type as the runtime evaluates it: models behind ``m``, nothing shadowed."""
    scope = Scope(replace(references, bare=frozenset()))
    return annotate(type_, scope).code


def of_root(name: str, members: frozenset[str]) -> Annotation:
    """A module as root of an annotation, under an alias where a member shadows it."""
    used = f"_{name}" if name in members else name
    return _single(identifier(used), used)


def is_any(type_: Type) -> bool:
    """Whether the type says nothing."""
    return isinstance(type_, Scalar) and type_.kind is ScalarKind.ANY


def admits_null(type_: Type, decls: Mapping[DeclId, Decl]) -> bool:
    """Whether null is a value of the type, seen through declarations."""
    return _admits_null(type_, decls, frozenset())


def _admits_null(
    type_: Type, decls: Mapping[DeclId, Decl], seen: frozenset[DeclId]
) -> bool:
    match type_:
        case Nullable():
            return True
        case Scalar(kind):
            return kind in (ScalarKind.NONE, ScalarKind.ANY)
        case OneOf(members):
            return any(_admits_null(member, decls, seen) for member in members)
        case Ref(target):
            if target in seen:
                return False
            inner = seen | {target}
            match decls[target]:
                case Alias(target=aliased):
                    return _admits_null(aliased, decls, inner)
                case Union(members=members):
                    return any(_admits_null(member, decls, inner) for member in members)
                case Struct() | Enum():
                    return False
        case Literal() | ListOf() | TupleOf() | MapOf() | Native():
            return False
        case _:
            assert_never(type_)


def _scalar(kind: ScalarKind, scope: Scope) -> Annotation:
    if kind in _BUILTINS:
        return _builtin(_BUILTINS[kind], scope)
    if kind in _MODULES:
        written = _member_of(*_MODULES[kind], scope)
        if kind is ScalarKind.UUID and scope.side is Side.ARGUMENT:
            # Ids mostly come as texts, from a command line or another program.
            return unite([written, _builtin("str", scope)])
        return written
    if kind is ScalarKind.FILE:
        if scope.side is Side.RECEIVED:
            return _builtin("bytes", scope)
        return _single(fixed("rt.FileInput"), "rt")
    return _single(fixed("None"))


def _builtin(name: LiteralString, scope: Scope) -> Annotation:
    if name in scope.members:
        return _member_of("builtins", name, scope)
    return _plain(name)


@cache
def _plain(name: LiteralString) -> Annotation:
    return _single(fixed(name))


def _member_of(module: LiteralString, name: LiteralString, scope: Scope) -> Annotation:
    root = of_root(module, scope.members)
    return Annotation((build(root.code, ".", name),), root.uses)


def _constants(values: tuple[LiteralValue, ...], scope: Scope) -> Annotation:
    if any(isinstance(value, float) for value in values):
        return _builtin("float", scope)
    target = _member_of("typing", "Literal", scope)
    items = join(", ", [literal(value) for value in values])
    return Annotation((build(target.code, "[", items, "]"),), target.uses)


def _list_of(item: Annotation, scope: Scope) -> Annotation:
    if scope.side is not Side.ARGUMENT:
        return _subscript(_builtin("list", scope), (item,))
    return _subscript(_abstract("Sequence", scope), (item,))


def _abstract(name: LiteralString, scope: Scope) -> Annotation:
    """A class of ``collections.abc``."""
    if "collections" in scope.members:
        return _single(build("_abc.", name), "_collections.abc")
    return _single(build("collections.abc.", name), "collections.abc")


def listener(value: Annotation, scope: Scope) -> Annotation:
    """The annotation of a function that is told a value."""
    given = Annotation((build("[", value.code, "]"),), value.uses)
    return _subscript(_abstract("Callable", scope), (given, _single(fixed("None"))))


def sent_items(item: Type, scope: Scope) -> Annotation:
    """What gives items to send one by one."""
    target = _single(fixed("rt.ItemsInput"), "rt")
    return _subscript(target, (annotate(item, scope),))


def _tuple_of(prefix: tuple[Type, ...], rest: Type | None, scope: Scope) -> Annotation:
    target = _builtin("tuple", scope)
    items = [annotate(item, scope) for item in prefix]
    if rest is not None:
        tail = _subscript(target, (annotate(rest, scope), _single(fixed("..."))))
        if not items:
            return tail
        items.append(Annotation((build("*", tail.code),), tail.uses))
    return _subscript(target, items or [_single(fixed("()"))])


def _single(code: Code, *uses: str) -> Annotation:
    return Annotation((code,), frozenset(uses))


def _subscript(target: Annotation, items: Iterable[Annotation]) -> Annotation:
    parts = tuple(items)
    inside = join(", ", [part.code for part in parts])
    uses = target.uses.union(*[part.uses for part in parts])
    return Annotation((build(target.code, "[", inside, "]"),), uses)


def _reference(target: DeclId, scope: Scope) -> Annotation:
    references = scope.references
    name = identifier(references.names[target])
    if target in references.bare:
        written = _single(name)
    else:
        written = _single(build("m.", name), "m")
    if scope.side is Side.RECEIVED:
        return written
    base = _enum_base(target, references.decls)
    if base is None:
        return written
    return unite([written, _builtin("int" if base is int else "str", scope)])


def _enum_base(
    target: DeclId, decls: Mapping[DeclId, Decl]
) -> type[str] | type[int] | None:
    """The kind of values when the declaration is an enumeration, or renames one."""
    seen: set[DeclId] = set()
    while target not in seen:
        seen.add(target)
        match decls[target]:
            case Enum(base=base):
                return base
            case Alias(target=Ref(inner)):
                target = inner
            case _:
                return None
    return None
