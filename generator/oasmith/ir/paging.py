"""How the answers of an operation are pages of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from .names import DeclId
from .types import Type

__all__ = [
    "Cursor",
    "LastItem",
    "LinkHeader",
    "NextUrl",
    "Offset",
    "PageNumber",
    "Paging",
    "PropertyPath",
    "Way",
]

PropertyPath: TypeAlias = tuple[tuple[DeclId, str], ...]
"""Properties from the outermost in, each by the struct that declares it and its name.

Empty where it is the value itself, or where there is none.
"""


@dataclass(frozen=True, slots=True)
class Cursor:
    """The answer names a value that ``param`` takes to give the next page."""

    param: str
    next: PropertyPath


@dataclass(frozen=True, slots=True)
class LastItem:
    """``param`` takes a property of the last item of the page before."""

    param: str
    field: PropertyPath


@dataclass(frozen=True, slots=True)
class NextUrl:
    """The answer holds the address of the next page."""

    next: PropertyPath


@dataclass(frozen=True, slots=True)
class LinkHeader:
    """A ``Link`` header of the answer holds the address of the next page (RFC 8288)."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """``param`` takes the number of a page.

    ``first`` is that of the first, None where it is not said. The answer may state the
    number of all items, of all pages, and the most items a page holds; the call may
    ask for that many by ``size_param``.
    """

    param: str
    first: int | None
    total: PropertyPath
    pages: PropertyPath
    size: PropertyPath
    size_param: str


@dataclass(frozen=True, slots=True)
class Offset:
    """``param`` takes how many items to skip; ``first`` skips none.

    The rest is as in ``PageNumber``.
    """

    param: str
    first: int
    total: PropertyPath
    size: PropertyPath
    size_param: str


Way: TypeAlias = Cursor | LastItem | NextUrl | LinkHeader | PageNumber | Offset


@dataclass(frozen=True, slots=True)
class Paging:
    """The pages of an operation: where in its ``body`` the items are, and the way on.

    ``more`` is the property that says whether there are further pages.
    """

    way: Way
    body: Type
    items: PropertyPath
    item: Type
    more: PropertyPath = ()
