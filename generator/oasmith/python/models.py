"""Views of the models: dataclasses, enumerations, aliases, and their modules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from ..ir.decls import Access, Alias, Decl, Enum, Field, Limits, Struct, Union, Usage
from ..ir.names import DeclId
from ..ir.types import Literal, MapOf, Nullable, Ref, Scalar, ScalarKind, Type
from ..source.values import replace
from .aliases import alias_value, tag_call
from .annotations import (
    References,
    Scope,
    Side,
    admits_null,
    annotate,
    is_any,
)
from .code import Code, build, fixed
from .constants import Constant, constant_of
from .context import Context
from .docs import docstring, field_text, full_text, telling
from .encode import constant, identifier, literal
from .fit import annotated, assigned, call, class_header, lay_out
from .imports import block, modules, own
from .uses import use_annotation
from .views import DeclView, EnumView, LineView, ModelsView, StructView

__all__ = ["models_view"]


def models_view(module: str, decls: Sequence[DeclId], context: Context) -> ModelsView:
    """One module: its declarations, each after those it needs to exist."""
    single = context.layout.single
    references = References(context.decls, context.names.decls, frozenset(decls))
    made = [
        _decl(context.decls[one], references, context)
        for one in _ordered(decls, context)
    ]
    uses = {use for _, used in made for use in used}
    # A module named for what it declares needs no words.
    words = f"The data {context.subject} speaks of." if single else ""
    return ModelsView(
        doc=docstring(words, 0),
        imports=block(modules(uses), own(uses, "." if single else "..")),
        decls=tuple(view for view, _ in made),
    )


_MODEL = fixed("rt.Model")

_Made = tuple[DeclView, frozenset[str]]


def _decl(decl: Decl, references: References, context: Context) -> _Made:
    match decl:
        case Struct():
            return _struct(decl, references, context)
        case Enum():
            return _enum(decl, context)
        case Union() | Alias():
            return _alias(decl, references, context)
        case _:
            assert_never(decl)


def _struct(struct: Struct, references: References, context: Context) -> _Made:
    names = context.names.fields
    named = [names[struct.id, one.wire] for one in struct.fields]
    sent = struct.usage is Usage.REQUEST
    scope = Scope(references, Side.SENT if sent else Side.RECEIVED, frozenset(named))
    bases = [annotate(Ref(base), Scope(references)) for base in struct.bases]
    uses = frozenset({"rt"}).union(*[base.uses for base in bases])
    fields: list[LineView] = []
    for name, one in zip(named, struct.fields, strict=True):
        line, used = _field(name, one, scope, constant_of(struct, one, context))
        fields.append(line)
        uses |= used
    if struct.extra is not None and not _inherits_extra(struct, context):
        mapping = annotate(MapOf(struct.extra), scope)
        fields.append(LineView(build("extra: ", mapping.code, " = rt.extra()"), None))
        uses |= mapping.uses
    told = telling(struct.doc, context.names.decls[struct.id])
    doc = docstring(field_text(told, None, _of_whole(struct.limits)), 4)
    tag = None
    if struct.tag is not None:
        decorator = tag_call(fixed("@rt.polymorphic"), struct.tag, context.names.decls)
        tag = lay_out(decorator, 0)
    view = StructView(
        tag=tag,
        header=_header(struct.id, [base.code for base in bases] or [_MODEL], context),
        doc=doc,
        fields=tuple(fields),
        empty=doc is None and not fields,
    )
    return DeclView(struct=view), uses


def _of_whole(limits: Limits) -> Limits:
    """Limits less what is asked of the values that no field holds."""
    told = [pair for pair in limits.items if pair[0] != "additionalProperties"]
    return Limits(tuple(told))


def _header(decl: DeclId, bases: Sequence[Code], context: Context) -> Code:
    return lay_out(class_header(identifier(context.names.decls[decl]), bases), 0)


def _inherits_extra(struct: Struct, context: Context) -> bool:
    for base in struct.bases:
        found = context.decls[base]
        if isinstance(found, Struct) and (
            found.extra is not None or _inherits_extra(found, context)
        ):
            return True
    return False


def _field(
    name: str, one: Field, scope: Scope, known: Constant | None
) -> tuple[LineView, frozenset[str]]:
    annotation, absent = use_annotation(
        annotate(one.type, scope),
        one.required,
        admits_null(one.type, scope.references.decls),
        is_any(one.type),
    )
    default, uses = absent, frozenset({"rt"})
    if known is not None:
        default = known.code(scope.references)
        uses |= known.uses(scope.references)
    target = identifier(name)
    optional = known is not None and absent is not None
    if name == one.wire and one.access is Access.BOTH and not optional:
        node = annotated(target, annotation.alternatives, default)
    else:
        arguments = [] if name == one.wire else [constant(one.wire)]
        if default is not None:
            arguments.append(build("default=", default))
        if one.access is not Access.BOTH:
            arguments.append(build("access=", constant(one.access.value)))
        if optional:
            unset = admits_null(one.type, scope.references.decls)
            arguments.append(build("need=", constant("unset" if unset else "optional")))
        field = call(fixed("rt.field"), *arguments)
        node = annotated(target, annotation.alternatives, field)
    told = telling(one.doc, one.wire, name)
    if _shows_values(one.type, scope.references.decls):
        told = replace(told, examples=())
    doc = docstring(field_text(told, one.default, one.limits), 4)
    return LineView(lay_out(node, 4), doc), annotation.uses | uses


def _shows_values(type_: Type, decls: Mapping[DeclId, Decl]) -> bool:
    """Whether the annotation tells the values, so that an example adds nothing."""
    match type_:
        case Nullable(inner):
            return _shows_values(inner, decls)
        case Ref(target):
            return isinstance(decls[target], Enum)
        case Scalar(kind):
            return kind is ScalarKind.BOOL
        case _:
            return isinstance(type_, Literal)


def _enum(enum: Enum, context: Context) -> _Made:
    members = tuple(
        LineView(
            lay_out(
                assigned(
                    identifier(context.names.members[enum.id, position]),
                    literal(member.value),
                ),
                4,
            ),
            docstring(member.doc, 4),
        )
        for position, member in enumerate(enum.members)
    )
    base = fixed("int") if enum.base is int else fixed("str")
    told = replace(telling(enum.doc, context.names.decls[enum.id]), examples=())
    unlisted = fixed("rt.UNLISTED_INT") if enum.base is int else fixed("rt.UNLISTED")
    view = EnumView(
        header=_header(enum.id, [base, fixed("rt.OpenEnum")], context),
        doc=docstring(full_text(told), 4),
        members=members,
        unlisted=unlisted,
    )
    return DeclView(enum=view), frozenset({"rt"})


def _alias(decl: Union | Alias, references: References, context: Context) -> _Made:
    name = identifier(context.names.decls[decl.id])
    value, uses = alias_value(decl, references, context.layout)
    target = build(name, ": typing.TypeAlias")
    line = lay_out(assigned(target, value), 0)
    told = telling(decl.doc, context.names.decls[decl.id])
    text = field_text(told, None, decl.limits) if isinstance(decl, Alias) else None
    doc = docstring(text or full_text(told), 0)
    return DeclView(alias=LineView(line, doc)), uses | {"typing"}


def _ordered(decls: Sequence[DeclId], context: Context) -> tuple[DeclId, ...]:
    """The declarations in order, but each behind those it needs among them."""
    table = context.decls
    present = frozenset(decls)
    placed: dict[DeclId, None] = {}

    def place(one: DeclId, above: frozenset[DeclId]) -> None:
        if one in placed or one in above or one not in present:
            return
        for needed in _needed(table[one], context):
            place(needed, above | {one})
        placed[one] = None

    for one in decls:
        place(one, frozenset())
    return tuple(placed)


def _needed(decl: Decl, context: Context) -> tuple[DeclId, ...]:
    """What must be defined before the declaration is."""
    match decl:
        case Struct(bases=bases, fields=fields):
            known = [constant_of(decl, one, context) for one in fields]
            enums = [one.enum for one in known if one is not None and one.enum]
            return (*bases, *enums)
        case _:
            return ()
