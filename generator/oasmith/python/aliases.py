"""The right-hand sides of type aliases: evaluated on import, so names are quoted."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir.decls import Alias, Enum, Struct, Tag, Union
from ..ir.names import DeclId
from ..ir.tables import Layout
from ..ir.types import ListOf, MapOf, Nullable, OneOf, Ref, Type
from ..ir.walk import references as referred
from .annotations import References, Scope, annotate
from .code import Code, build, fixed
from .encode import constant, identifier
from .fit import Group, call, dict_display, entry, subscript

__all__ = ["alias_value", "tag_call"]


def alias_value(
    decl: Union | Alias, references: References, layout: Layout
) -> tuple[Code | Group, frozenset[str]]:
    """What the alias stands for, and the modules it needs.

    A union is ``typing.Union`` of its members, what refers to other
    declarations in quotes; a tagged one is annotated with its tag, which
    names classes.
    """
    if isinstance(decl, Alias) and _is_class(decl.target, references):
        # The class itself, so that it can be called and matched under this name too.
        annotation = annotate(decl.target, Scope(references))
        return annotation.code, annotation.uses
    if not layout.single:
        # Aliases are also read from other modules, where bare names mean nothing; but
        # pyright follows one that leads back to itself by its bare name only.
        ring = layout.rings.get(decl.id, frozenset())
        references = References(references.decls, references.names, ring)
    if isinstance(decl, Alias):
        return _value(decl.target, references)
    union, uses = _union(decl.members, references)
    if decl.tag is None:
        return union, uses
    tag = tag_call(fixed("rt.Tag"), decl.tag, references.names)
    annotated = subscript(fixed("typing.Annotated"), (union, tag))
    return annotated, uses | {"rt", "typing"}


def tag_call(callee: Code, tag: Tag, names: Mapping[DeclId, str]) -> Group:
    """The call that takes the tag: classes by their names, in quotes."""

    def quoted(target: DeclId) -> Code:
        return build('"', identifier(names[target]), '"')

    mapping = dict_display(
        entry(constant(value), quoted(target)) for value, target in tag.mapping
    )
    parts: list[Code | Group] = [constant(tag.property), mapping]
    if tag.default is not None:
        parts.append(quoted(tag.default))
    return call(callee, *parts)


def _is_class(type_: Type, references: References) -> bool:
    return isinstance(type_, Ref) and isinstance(
        references.decls[type_.target], Struct | Enum
    )


def _value(type_: Type, references: References) -> tuple[Code | Group, frozenset[str]]:
    match type_:
        case OneOf(members):
            return _union(members, references)
        case Nullable(OneOf(members)):
            return _union((*members, None), references)
        case Nullable(inner):
            return _union((inner, None), references)
        case ListOf(item):
            return _container(fixed("list"), (), item, references)
        case MapOf(value):
            return _container(fixed("dict"), (fixed("str"),), value, references)
        case _:
            return _quoted(type_, references)


def _container(
    generic: Code, before: tuple[Code, ...], inner: Type, references: References
) -> tuple[Group, frozenset[str]]:
    """A list or map that exists at run time: only what is in it may be in quotes."""
    value, uses = _value(inner, references)
    return subscript(generic, (*before, value)), uses


def _union(
    members: tuple[Type | None, ...], references: References
) -> tuple[Code | Group, frozenset[str]]:
    """``typing.Union`` of the members; None among them is null."""
    uses: frozenset[str] = frozenset({"typing"})
    codes: dict[str, Code] = {}
    for member in members:
        code, used = _NULL if member is None else _quoted(member, references)
        codes.setdefault(code.text, code)
        uses |= used
    return subscript(fixed("typing.Union"), tuple(codes.values())), uses


def _quoted(type_: Type, references: References) -> tuple[Code, frozenset[str]]:
    """The annotation, in quotes where it refers to declarations."""
    annotation = annotate(type_, Scope(references))
    if next(referred(type_), None) is None:
        return annotation.code, annotation.uses
    code = annotation.code
    return _in_quotes(code), annotation.uses


def _in_quotes(code: Code) -> Code:
    if '"' in code.text or "'" in code.text or "\\" in code.text:
        return constant(code.text)
    return build('"', code, '"')


_NULL: tuple[Code, frozenset[str]] = (fixed("None"), frozenset())
