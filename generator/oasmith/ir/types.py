"""Types: what a value may be, apart from any use of it."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from ..source.values import Frozen
from .names import DeclId

__all__ = [
    "ANY",
    "NONE",
    "ListOf",
    "Literal",
    "LiteralValue",
    "MapOf",
    "Native",
    "Nullable",
    "OneOf",
    "Ref",
    "Scalar",
    "ScalarKind",
    "TupleOf",
    "Type",
]


class ScalarKind(Enum):
    """The kinds of values that hold no others."""

    STR = "str"
    INT = "int"
    FLOAT = "float"
    BOOL = "bool"
    BYTES = "bytes"
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"
    DURATION = "duration"
    UUID = "uuid"
    DECIMAL = "decimal"
    FILE = "file"
    NONE = "none"
    ANY = "any"


LiteralValue: TypeAlias = str | int | float | bool


class Scalar(Frozen):
    """A value that holds no others."""

    kind: ScalarKind


class Literal(Frozen):
    """Exactly one of a few constants: ``const``, and enums of one value."""

    values: tuple[LiteralValue, ...]


class ListOf(Frozen):
    """An array whose items are all of one type."""

    item: Type
    unique: bool = False


class TupleOf(Frozen):
    """An array that begins with ``prefix``.

    ``rest`` types what may follow, None for nothing.
    """

    prefix: tuple[Type, ...]
    rest: Type | None


class MapOf(Frozen):
    """An object used as a map from any string to one type."""

    value: Type


class Nullable(Frozen):
    """``inner`` or null. Never nested, never around ANY or NONE."""

    inner: Type


class OneOf(Frozen):
    """An inline union of scalars and lists; a union of objects is a declaration."""

    members: tuple[Type, ...]


class Ref(Frozen):
    """A use of a declaration."""

    target: DeclId


class Native(Frozen):
    """A class of the user's own that a format is mapped to."""

    name: str
    module: str
    codec: str


Type: TypeAlias = (
    Scalar | Literal | ListOf | TupleOf | MapOf | Nullable | OneOf | Ref | Native
)

ANY = Scalar(ScalarKind.ANY)
NONE = Scalar(ScalarKind.NONE)
