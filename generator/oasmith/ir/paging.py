"""How the answers of an operation are pages of a list."""

from __future__ import annotations

from typing import TypeAlias

from ..source.values import Frozen
from .names import DeclId
from .types import Type

__all__ = [
    "NO_HEADERS",
    "Control",
    "Cursor",
    "Headers",
    "InBody",
    "InQuery",
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


class InQuery(Frozen):
    """The query parameter by which a call says what page it is for."""

    wire: str


class InBody(Frozen):
    """The field of a JSON body that says so, which is an object."""

    path: PropertyPath


Control: TypeAlias = InQuery | InBody


class Cursor(Frozen):
    """The answer names a value that ``param`` takes to give the next page."""

    param: Control
    next: PropertyPath


class LastItem(Frozen):
    """``param`` takes a property of the last item of the page before."""

    param: Control
    field: PropertyPath


class NextUrl(Frozen):
    """The answer holds the address of the next page."""

    next: PropertyPath


class LinkHeader(Frozen):
    """A ``Link`` header of the answer holds the address of the next page (RFC 8288)."""


class Headers(Frozen):
    """The headers of an answer that state how much there is, by name; "" for none.

    ``total`` is the number of all items, ``pages`` that of all pages; ``next`` is the
    number of the next page, or empty.
    """

    total: str = ""
    pages: str = ""
    next: str = ""


NO_HEADERS = Headers()


class PageNumber(Frozen):
    """``param`` takes the number of a page.

    ``first`` is that of the first, None where it is not said. The answer may state the
    number of all items, of all pages, and the most items a page holds, in its body or
    ``headers``; the call may ask for that many by ``size_param``.
    """

    param: Control
    first: int | None
    total: PropertyPath
    pages: PropertyPath
    size: PropertyPath
    size_param: Control | None
    headers: Headers = NO_HEADERS


class Offset(Frozen):
    """``param`` takes how many items to skip; ``first`` skips none.

    The rest is as in ``PageNumber``.
    """

    param: Control
    first: int
    total: PropertyPath
    size: PropertyPath
    size_param: Control | None
    headers: Headers = NO_HEADERS


Way: TypeAlias = Cursor | LastItem | NextUrl | LinkHeader | PageNumber | Offset


class Paging(Frozen):
    """The pages of an operation: where in its ``body`` the items are, and the way on.

    ``more`` is the property that says whether there are further pages.
    """

    way: Way
    body: Type
    items: PropertyPath
    item: Type
    more: PropertyPath = ()
