"""Identity of what is declared, and the words a name may be made of."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from ..source.pointer import Place
from ..source.values import Frozen

__all__ = ["DeclId", "FieldId", "Hint", "OperationId", "Place", "Right"]


class DeclId(Frozen, order=True):
    """Where a declaration stands, written so that it survives edits beside it.

    ``file`` is relative to the root document's folder, "" for the root itself.
    ``pointer`` is a JSON Pointer in which members of lists are keyed by what
    they are (name, ``$ref`` target, title, constant), never by a bare index.
    ``variant`` tells twins made of one schema apart, such as ``request``.
    """

    file: str
    pointer: str
    variant: str = ""


FieldId: TypeAlias = tuple[DeclId, str]
"""The struct that declares a field, and its name on the wire."""


class OperationId(Frozen, order=True):
    """The identity of an operation: upper-case method and the path as written."""

    method: str
    path: str


class Right(Enum):
    """How strong a claim to a name is; the lower value wins a collision."""

    REQUIRED = 0
    SUGGESTED = 1
    DERIVED = 2


class Hint(Frozen):
    """The words to make a name of, outermost first, and the right to the name.

    ``("JobInformation",)`` for a component, ``("Job", "Source")`` for a
    property's inline object: the last one is wanted alone where that is free
    and unambiguous is not asked; the naming pass decides.
    """

    words: tuple[str, ...]
    right: Right
