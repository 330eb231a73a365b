"""Declarations: the types that get a name of their own."""

from __future__ import annotations

from enum import Enum as _Enum
from typing import TypeAlias

from ..source.values import Frozen
from .names import DeclId, Hint, Place
from .types import LiteralValue, Type

__all__ = [
    "NO_LIMITS",
    "Access",
    "Alias",
    "Decl",
    "Doc",
    "Enum",
    "EnumMember",
    "Field",
    "Limits",
    "Struct",
    "Tag",
    "Union",
    "Usage",
]


class Access(_Enum):
    """In which direction a property travels (``readOnly``, ``writeOnly``)."""

    BOTH = "both"
    READ = "read"
    WRITE = "write"


class Usage(_Enum):
    """In which direction a declaration is reachable from the operations."""

    NONE = "none"
    REQUEST = "request"
    RESPONSE = "response"
    BOTH = "both"


class Doc(Frozen):
    """What the description says in words: ``summary`` one line, ``text`` the rest.

    ``examples`` are JSON values, ``deprecated`` and ``link`` as in the specification.
    """

    summary: str = ""
    text: str = ""
    deprecated: bool = False
    link: str = ""
    examples: tuple[object, ...] = ()


class Limits(Frozen):
    """Validation keywords, for words and checks: ``(keyword, JSON value)`` pairs.

    What is asked of items, keys and values is limits again, under ``items``,
    ``propertyNames`` and ``additionalProperties``; so is what several schemas say
    by one keyword, under ``allOf``.
    """

    items: tuple[tuple[str, object], ...] = ()


NO_LIMITS = Limits()


class Field(Frozen):
    """A use of a type as a property.

    ``default`` is the documented default, None when there is none (a JSON null
    default counts as none): it is words for the reader and never sent. ``also``
    are the places of other definitions of the property that gave way to this one.
    ``constant`` is what the property is in every object of this struct, where its
    type, shared with others, says less; None for nothing.
    """

    wire: str
    type: Type
    required: bool
    doc: Doc
    at: Place
    default: object = None
    access: Access = Access.BOTH
    limits: Limits = NO_LIMITS
    also: tuple[Place, ...] = ()
    constant: LiteralValue | None = None


class Tag(Frozen):
    """How one of several structs is told: the value of ``property`` names it.

    ``default`` is the struct where the value names none or is missing.
    """

    property: str
    mapping: tuple[tuple[str, DeclId], ...]
    inferred: bool = False
    default: DeclId | None = None


class Struct(Frozen):
    """An object with named properties.

    ``bases`` are structs whose fields come first; a field of the name of an
    inherited one stands in its place and has its type. ``extra`` types the
    properties not named, None where the schema forbids them. ``tag`` tells
    which of the structs built on this one an object is. ``limits`` are those of
    the whole object.
    """

    id: DeclId
    hint: Hint
    doc: Doc
    at: Place
    bases: tuple[DeclId, ...]
    fields: tuple[Field, ...]
    extra: Type | None
    usage: Usage = Usage.NONE
    tag: Tag | None = None
    limits: Limits = NO_LIMITS


class EnumMember(Frozen):
    """One value; ``name`` is what the spec asks it to be called (x-enum-varnames)."""

    value: LiteralValue
    name: str = ""
    doc: str = ""


class Enum(Frozen):
    """Named constants of one base kind, ``str`` or ``int``.

    Unknown values are let in.
    """

    id: DeclId
    hint: Hint
    doc: Doc
    at: Place
    base: type[str] | type[int]
    members: tuple[EnumMember, ...]
    usage: Usage = Usage.NONE


class Union(Frozen):
    """A named union; the order of members is the order of the schema."""

    id: DeclId
    hint: Hint
    doc: Doc
    at: Place
    members: tuple[Type, ...]
    tag: Tag | None
    usage: Usage = Usage.NONE


class Alias(Frozen):
    """Another name for a type that has none of its own, and what limits it there."""

    id: DeclId
    hint: Hint
    doc: Doc
    at: Place
    target: Type
    usage: Usage = Usage.NONE
    limits: Limits = NO_LIMITS


Decl: TypeAlias = Struct | Enum | Union | Alias
