"""Whether an operation pages, and how: what the description gives for evidence.

A wrong guess costs rows or requests, so each rule asks for a parameter of a known name
and type, an answer with exactly one array of items, and what only pages have. What a
configuration tells stands for evidence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from ..config.model import PagingWish
from ..ir.api import Operation
from ..ir.decls import Decl
from ..ir.names import DeclId
from ..ir.paging import (
    Cursor,
    InBody,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    PageNumber,
    Paging,
    PropertyPath,
    Way,
)
from ..ir.types import Type
from . import paging_words as words
from .answers import (
    Property,
    answer_of,
    is_number,
    is_text,
    item_of,
    properties_of,
)
from .paging_controls import Candidate, near_candidates, shown_control
from .paging_evidence import Search, Unfit
from .reading import reads

__all__ = ["hint", "infer", "rule_of"]

Decls: TypeAlias = Mapping[DeclId, Decl]

_URL = r"\b(url|uri|link|href|hyperlink)s?\b|https?://"


def infer(
    operation: Operation, decls: Decls, wish: PagingWish | None = None
) -> Paging | None:
    """How an operation pages; None where too little says so.

    Raises:
        Unfit: What is told is not there.
    """
    wish = wish or PagingWish()
    answer = answer_of(operation, decls)
    if answer is None or not (wish.by or reads(operation)):
        return None
    search = Search(operation, answer, decls, wish)
    found = _items(search)
    if found is None:
        return None
    for name, rule in _RULES.items():
        if name != wish.by and (wish.by or not _suits(operation, name)):
            continue
        way = rule(search)
        if way is not None:
            return Paging(way, answer.body, found[0], found[1], search.more)
    return None


def _suits(operation: Operation, rule: str) -> bool:
    """Whether a rule is one for the method: addresses are for asking with a GET."""
    return operation.method == "GET" or rule not in ("next-url", "link-header")


def rule_of(way: Way) -> str:
    """The name of a way, as a configuration has it."""
    return _NAMES[type(way)]


def hint(operation: Operation, decls: Decls) -> str:
    """Why an operation that has a parameter for pages does not page; "" without one."""
    numbers = words.PAGE_PARAMETERS | words.OFFSET_PARAMETERS
    for one in near_candidates(operation, decls):
        cursor = one.name in words.CURSOR_PARAMETERS and is_text(one.type, decls)
        number = one.name in numbers and is_number(one.type, decls)
        if not (cursor or number):
            continue
        shown = shown_control(one.control)
        if isinstance(one.control, InBody) and not reads(operation):
            continue
        answer = answer_of(operation, decls)
        if not reads(operation):
            why = f"{operation.method} is not for reading"
        elif answer is None:
            why = "its answers are not all of one object or array"
        elif len(answer.lists) != 1:
            why = "the answer has not exactly one array of items"
        elif cursor:
            why = "no property of the answer is known for the next value"
        else:
            why = "nothing else speaks of pages"
        return f"does not page: it has the parameter {shown!r}, but {why}"
    return ""


def _items(search: Search) -> tuple[PropertyPath, Type] | None:
    told = search.wish.told.get("items")
    if told is not None:
        found = search.named(told)
        item = item_of(found.field.type, search.decls)
        if item is None:
            raise Unfit(f"{told!r} is no array")
        return found.path, item
    lists = search.answer.lists
    return lists[0] if len(lists) == 1 else None


def _cursor(search: Search) -> Way | None:
    for param in search.controls(words.CURSOR_PARAMETERS, _is_text_or_number):
        if "next" in search.wish.told:
            return Cursor(param.control, search.named(search.wish.told["next"]).path)
        plain = param.name
        counts = is_number(param.type, search.decls)
        for one in search.answer.facts:
            named = one.names[-1] == f"next{plain}"
            fits = named if counts else _names_next(search, param, one)
            if fits and _is_text_or_number(one.field.type, search.decls):
                return None if _is_url(one) else Cursor(param.control, one.path)
    return None


def _names_next(search: Search, param: Candidate, one: Property) -> bool:
    if words.is_cursor_of(param.wire, one.names, one.field.doc):
        return True
    by_last = param.name in words.LAST_PARAMETERS and bool(search.more)
    return by_last and one.names[-1] in words.LAST_IDS


def _next_url(search: Search) -> Way | None:
    told = search.wish.told.get("next")
    if told is not None:
        return NextUrl(search.named(told).path)
    for one in search.answer.facts:
        if is_text(one.field.type, search.decls) and _is_next_url(search, one):
            return NextUrl(one.path)
    return None


def _is_next_url(search: Search, one: Property) -> bool:
    """Whether a text is the address of the next page.

    A plain ``next`` is that inside of links, or where its words or examples say so and
    the operation has a parameter that pages have.
    """
    last, within = one.names[-1], one.names[:-1]
    if last == "href" and within[-1:] == ("next",):
        last, within = "next", within[:-1]
    if not words.CONTAINERS.issuperset(within):
        return False
    if last in words.NEXT_URLS:
        # Some answers all look like pages, those that bring one thing too.
        return not search.operation.path.split(".")[0].endswith("}") or search.asks
    if last not in ("next", "nextpage"):
        return False
    among_links = within != () and within[-1] in words.URL_CONTAINERS
    return (among_links or _is_url(one)) and search.asks


def _is_url(one: Property) -> bool:
    return words.speaks_of(one.field.doc, _URL) or any(
        isinstance(example, str) and re.match(_URL, example, re.I)
        for example in one.field.doc.examples
    )


def _link(search: Search) -> Way | None:
    if search.wish.by:
        return LinkHeader()
    told = [
        header
        for response in search.operation.responses
        if response.status.low // 100 == 2
        for header in response.headers
        if header.wire.lower() == "link"
    ]
    return LinkHeader() if told and search.asks else None


def _last_item(search: Search) -> Way | None:
    ((_, item),) = search.answer.lists
    told = search.wish.told.get("field")
    if told is None:
        among = properties_of(item, search.decls, ())
        fields = [one for one in among if one.names == ("id",)]
    else:
        among = properties_of(item, search.decls)
        fields = [one for one in among if one.wires == told]
    params = list(search.controls(words.LAST_PARAMETERS, is_text))
    if not fields or not params or not (search.more or search.wish.by):
        return None
    return LastItem(params[0].control, fields[0].path)


def _page(search: Search) -> Way | None:
    for param in search.controls(words.PAGE_PARAMETERS, is_number):
        if search.is_about_pages(param.doc):
            return PageNumber(
                param.control,
                search.first(param),
                search.stated("total", words.TOTAL, is_number),
                search.stated("pages", words.PAGES, is_number),
                search.stated("size", words.SIZE, is_number),
                search.size_param,
                search.headers,
            )
    return None


def _offset(search: Search) -> Way | None:
    for param in search.controls(words.OFFSET_PARAMETERS, is_number):
        first, asked = search.first(param), bool(search.wish.by)
        unclear = param.name in words.UNCLEAR_OFFSETS and first is None
        if not asked and (unclear or words.counts_pages(param.doc)):
            continue
        if asked or search.is_about_pages(param.doc):
            return Offset(
                param.control,
                first or 0,
                search.stated("total", words.TOTAL, is_number),
                search.stated("size", words.SIZE, is_number),
                search.size_param,
                search.headers,
            )
    return None


def _is_text_or_number(type_: Type, decls: Decls) -> bool:
    return is_text(type_, decls) or is_number(type_, decls)


_RULES: Mapping[str, Callable[[Search], Way | None]] = {
    "cursor": _cursor,
    "next-url": _next_url,
    "link-header": _link,
    "last-item": _last_item,
    "page-number": _page,
    "offset": _offset,
}
"""The rules by the names of their ways; those that follow the server's word first."""

_NAMES: Mapping[type[Way], str] = {
    Cursor: "cursor",
    NextUrl: "next-url",
    LinkHeader: "link-header",
    LastItem: "last-item",
    PageNumber: "page-number",
    Offset: "offset",
}
