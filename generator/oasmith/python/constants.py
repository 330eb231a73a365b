"""The one value a field has in every object of its class, as its default."""

from __future__ import annotations

from ..ir.decls import Alias, Enum, Field, Struct
from ..ir.names import DeclId
from ..ir.types import Literal, LiteralValue, Nullable, Ref, Scalar, ScalarKind, Type
from ..source.values import Frozen
from .annotations import References, Scope, annotate
from .code import Code, build
from .context import Context
from .encode import identifier, literal

__all__ = ["Constant", "constant_of"]


class Constant(Frozen):
    """A constant: plain, or a ``member`` of an enumeration."""

    value: LiteralValue
    enum: DeclId | None = None
    member: str = ""

    def code(self, references: References) -> Code:
        """The constant as it is written."""
        if self.enum is None:
            return literal(self.value)
        owner = annotate(Ref(self.enum), Scope(references))
        return build(owner.code, ".", identifier(self.member))

    def uses(self, references: References) -> frozenset[str]:
        """The modules it needs."""
        if self.enum is None:
            return frozenset()
        return annotate(Ref(self.enum), Scope(references)).uses


def constant_of(struct: Struct, field: Field, context: Context) -> Constant | None:
    """The constant of a field, if its type has a way to write it.

    A member of an enumeration is used only where the enumeration is sure to be
    there when the class is made.
    """
    match field.type:
        case Literal(values=(only,)) if field.required and field.constant is None:
            return Constant(only)
        case _:
            pass
    if field.constant is None:
        return None
    return _written(field.type, field.constant, struct.id, context)


def _written(
    kind: Type, value: LiteralValue, at: DeclId, context: Context
) -> Constant | None:
    match kind:
        case Nullable(inner):
            return _written(inner, value, at, context)
        case Scalar(ScalarKind.STR | ScalarKind.ANY):
            return Constant(value)
        case Literal(values) if value in values:
            return Constant(value)
        case Ref(target):
            match context.decls[target]:
                case Alias(target=inner):
                    return _written(inner, value, at, context)
                case Enum() as enum if _is_at_hand(enum.id, at, context):
                    return _member(enum, value, context)
                case _:
                    return None
        case _:
            return None


def _member(enum: Enum, value: LiteralValue, context: Context) -> Constant | None:
    for position, member in enumerate(enum.members):
        if member.value == value:
            name = context.names.members[enum.id, position]
            return Constant(value, enum.id, name)
    return None


def _is_at_hand(enum: DeclId, at: DeclId, context: Context) -> bool:
    """Whether the enumeration stands in the same module, or alone in its own."""
    module = context.module_of(enum)
    return module == context.module_of(at) or context.layout.modules[module] == (enum,)
