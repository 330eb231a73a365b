"""The operations that page: as configured, else as far as the description says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from ..config.model import PagingWish
from ..diagnostics import Report
from ..ir.api import Api, Operation
from ..ir.calls import calls_of
from ..ir.paging import (
    Control,
    Cursor,
    Headers,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    PageNumber,
    Paging,
    PropertyPath,
)
from ..ir.tables import Names
from ..source.nearest import nearest
from ..source.values import replace
from .paging_controls import shown_control
from .paging_evidence import Unfit
from .paging_rules import hint, infer, rule_of

__all__ = ["paged", "pages_words", "told_pages"]


def paged(
    api: Api, names: Names, wishes: Mapping[str, PagingWish], report: Report
) -> Api:
    """The API, its operations with the way they page. ``wishes`` are by their names."""
    called = {operation.id: qualified for qualified, operation in calls_of(api, names)}
    for name, wish in wishes.items():
        if name not in called.values():
            guess = nearest(name, called.values())
            remedy = f"did you mean {guess!r}?" if guess else "see oasmith inspect"
            wish.spot.say(report, "CFG007", f"no operation is called {name!r}", remedy)

    def with_paging(operation: Operation) -> Operation:
        name = called[operation.id]
        paging = _paging(operation, api, wishes.get(name), name, report)
        return operation if paging is None else replace(operation, paging=paging)

    resources = tuple(
        replace(one, operations=tuple(map(with_paging, one.operations)))
        for one in api.resources
    )
    return replace(api, resources=resources)


def _paging(
    operation: Operation,
    api: Api,
    wish: PagingWish | None,
    name: str,
    report: Report,
) -> Paging | None:
    if wish is not None and wish.off:
        return None
    if wish is None:
        return infer(operation, api.decls)
    if not wish.by:
        # What is told completes what the description says.
        found = infer(operation, api.decls)
        by = "" if found is None else rule_of(found.way)
        wish = replace(wish, by=by)
    why = "the description does not say how it pages: add by = …"
    if wish.by:
        why = f"too little is known to page by {wish.by}"
        try:
            told = infer(operation, api.decls, wish)
        except Unfit as error:
            told, why = None, str(error)
        if told is not None:
            return told
    words = f"{name} cannot page: {why}"
    wish.spot.say(report, "CFG007", words, "see docs/paging.md")
    return None


def told_pages(api: Api, names: Names) -> tuple[tuple[str, str], ...]:
    """The operations that page, each with how it does, in the order of the client."""
    return tuple(
        (name, pages_words(one, api))
        for name, one in calls_of(api, names)
        if one.paging is not None
    )


def pages_words(operation: Operation, api: Api) -> str:
    """How an operation pages, or why it does not though it seems to; else ""."""
    if operation.paging is None:
        return hint(operation, api.decls)
    return f"pages by {rule_of(operation.paging.way)}: {_words(operation.paging)}"


def _words(paging: Paging) -> str:
    """What of the description makes an operation page so."""
    items = f"the items are {_shown(paging.items) or 'the answer itself'}"
    parts = [_way_words(paging), items]
    if paging.more:
        parts.append(f"{_shown(paging.more)} says whether there are more")
    return "; ".join(parts)


def _shown(path: PropertyPath) -> str:
    return repr(".".join(wire for _, wire in path)) if path else ""


def _way_words(paging: Paging) -> str:
    match paging.way:
        case Cursor(param, next_):
            return f"{_taker(param)} takes {_shown(next_)} of the answer"
        case LastItem(param, field):
            return f"{_taker(param)} takes {_shown(field)} of the last item"
        case NextUrl(next_):
            return f"{_shown(next_)} of the answer is the address of the next page"
        case LinkHeader():
            return "the Link header of the answer leads to the next page"
        case PageNumber(param, first, total, pages, size, _, headers):
            counted = f"{_taker(param)} counts pages"
            counted += "" if first is None else f" from {first}"
            return counted + _stated((total, pages, size), headers)
        case Offset(param, first, total, size, _, headers):
            counted = f"{_taker(param)} counts items from {first}"
            return counted + _stated((total, size), headers)
        case _:
            assert_never(paging.way)


def _taker(control: Control) -> str:
    return f"the parameter {shown_control(control)!r}"


def _stated(paths: tuple[PropertyPath, ...], headers: Headers) -> str:
    """What the answer says of how much there is, in its body and its headers."""
    told = [_shown(one) for one in paths if one]
    told += [
        f"the header {one!r}"
        for one in (headers.total, headers.pages, headers.next)
        if one
    ]
    return f", the answer states {' and '.join(told)}" if told else ""
