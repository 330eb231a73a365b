"""Methods whose answers are pages of a list: what they return, and how it goes on."""

from __future__ import annotations

from typing import LiteralString, assert_never

from ..ir.api import Operation
from ..ir.paging import (
    Cursor,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    PageNumber,
    Paging,
    PropertyPath,
    Way,
)
from .annotations import Annotation, Scope, annotate
from .code import Code, build
from .context import Context
from .encode import constant, literal
from .fit import Group, Node, call

__all__ = ["PAGES_WORDS", "page_of", "paged_operation", "paging_argument"]

PAGES_WORDS = (
    "Gives a page. Iterate over it for its items and those of all pages after it, each"
    " asked for when it is needed; ``.items`` are its own, ``.body`` is all of it."
)


def page_of(paging: Paging, name: LiteralString, scope: Scope) -> Annotation:
    """The class ``name`` of the runtime, of the items and the body of pages."""
    item, body = annotate(paging.item, scope), annotate(paging.body, scope)
    written = build("rt.", name, "[", item.code, ", ", body.code, "]")
    return Annotation((written,), item.uses | body.uses | {"rt"})


def paged_operation(operation: Operation, context: Context) -> Annotation | None:
    """The type of the constant of an operation that pages."""
    if operation.paging is None:
        return None
    return page_of(operation.paging, "PagedOperation", Scope(context.references))


def paging_argument(paging: Paging, context: Context) -> Code | Group:
    """How the list goes on, as the runtime takes it."""
    items = [
        *_facts(paging.way, context),
        *_path("items", paging.items, context),
        *_path("more", paging.more, context),
    ]
    return call(build("rt.", _CLASSES[type(paging.way)]), *items)


_CLASSES: dict[type[Way], LiteralString] = {
    Cursor: "ByCursor",
    LastItem: "ByLastItem",
    LinkHeader: "ByLinkHeader",
    NextUrl: "ByNextUrl",
    Offset: "ByOffset",
    PageNumber: "ByPageNumber",
}


def _facts(way: Way, context: Context) -> list[Node]:
    match way:
        case Cursor(param, next_):
            return [constant(param), _attributes(next_, context)]
        case LastItem(param, field):
            return [constant(param), _attributes(field, context)]
        case LinkHeader():
            return []
        case NextUrl(next_):
            return [_attributes(next_, context)]
        case PageNumber(param, first, total, pages, size, size_param):
            known = [] if first is None else [build("first=", literal(first))]
            return [
                constant(param),
                *known,
                *_path("total", total, context),
                *_path("pages", pages, context),
                *_size(size, size_param, context),
            ]
        case Offset(param, first, total, size, size_param):
            return [
                constant(param),
                *([build("first=", literal(first))] if first else []),
                *_path("total", total, context),
                *_size(size, size_param, context),
            ]
        case _:
            assert_never(way)


def _size(size: PropertyPath, size_param: str, context: Context) -> list[Node]:
    """The size a page may state, and what may have asked for it."""
    told = _path("size", size, context)
    if told and size_param:
        told.append(build("size_param=", constant(size_param)))
    return told


def _path(word: LiteralString, path: PropertyPath, context: Context) -> list[Node]:
    return [build(word, "=", _attributes(path, context))] if path else []


def _attributes(path: PropertyPath, context: Context) -> Code:
    """A path as the attributes of models."""
    return constant(".".join(context.names.fields[one] for one in path))
