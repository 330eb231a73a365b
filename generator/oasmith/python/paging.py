"""Methods whose answers are pages of a list: what they return, and how it goes on."""

from __future__ import annotations

from typing import LiteralString, assert_never

from ..ir.api import Operation
from ..ir.paging import (
    Control,
    Cursor,
    InBody,
    InQuery,
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
from .code import Code, build, fixed
from .context import Context
from .encode import constant, literal
from .fit import Group, Node, call, named

__all__ = ["PAGES_WORDS", "page_of", "paged_operation", "paging_argument"]

PAGES_WORDS = (
    "Gives a page; iterating over it goes on to the items of all pages after it."
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
            return [_control(param, context), _attributes(next_, context)]
        case LastItem(param, field):
            return [_control(param, context), _attributes(field, context)]
        case LinkHeader():
            return []
        case NextUrl(next_):
            return [_attributes(next_, context)]
        case PageNumber(param, first, total, pages, size, size_param, headers):
            known = [] if first is None else [build("first=", literal(first))]
            return [
                _control(param, context),
                *known,
                *_path("total", total, context),
                *_header("total_header", headers.total),
                *_path("pages", pages, context),
                *_header("pages_header", headers.pages),
                *_header("next_header", headers.next),
                *_path("size", size, context),
                *_size_param(size_param, total or size or headers.total, context),
            ]
        case Offset(param, first, total, size, size_param, headers):
            return [
                _control(param, context),
                *([build("first=", literal(first))] if first else []),
                *_path("total", total, context),
                *_header("total_header", headers.total),
                *_path("size", size, context),
                *_size_param(size_param, total or size or headers.total, context),
            ]
        case _:
            assert_never(way)


def _control(control: Control, context: Context) -> Code | Group:
    """By what a call says which page it is for, as the runtime takes it."""
    match control:
        case InQuery(wire):
            return constant(wire)
        case InBody(path):
            wires = [wire for _, wire in path]
            names = [context.names.fields[one] for one in path]
            others = [] if wires == names else [constant(one) for one in wires]
            return call(fixed("rt.InBody"), _attributes(path, context), *others)
        case _:
            assert_never(control)


def _size_param(
    control: Control | None, stated: object, context: Context
) -> list[Node]:
    """What may have asked for the size, where something is stated to hold it to."""
    if control is None or not stated:
        return []
    return [named(fixed("size_param"), _control(control, context))]


def _header(word: LiteralString, header: str) -> list[Node]:
    return [build(word, "=", constant(header))] if header else []


def _path(word: LiteralString, path: PropertyPath, context: Context) -> list[Node]:
    return [build(word, "=", _attributes(path, context))] if path else []


def _attributes(path: PropertyPath, context: Context) -> Code:
    """A path as the attributes of models."""
    return constant(".".join(context.names.fields[one] for one in path))
