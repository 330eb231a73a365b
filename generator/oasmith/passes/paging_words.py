"""The names by which descriptions speak of pages: the evidence, as a table.

All are compared by their letters and digits alone: ``page[size]`` is ``pagesize``.
docs/paging.md shows the same to users.
"""

from __future__ import annotations

import re

from ..ir.decls import Doc
from .words import letters

__all__ = [
    "ASIDE",
    "CONTAINERS",
    "CURSOR_PARAMETERS",
    "IDS",
    "LAST_IDS",
    "LAST_PARAMETERS",
    "MORE",
    "NEXT_HEADERS",
    "NEXT_URLS",
    "OFFSET_PARAMETERS",
    "PAGES",
    "PAGES_HEADERS",
    "PAGE_PARAMETERS",
    "SIZE",
    "SIZE_PARAMETERS",
    "TOTAL",
    "TOTAL_HEADERS",
    "UNCLEAR_OFFSETS",
    "URL_CONTAINERS",
    "WRAPPERS",
    "counts_pages",
    "is_about_pages",
    "is_cursor_of",
    "speaks_of",
]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


PAGE_PARAMETERS = _names(
    "page pagenumber pageno pagenum pageindex pagenr currentpage pagecurrent pageoffset"
)
"""Integers that may be the number of a page."""

OFFSET_PARAMETERS = _names(
    "offset skip startindex startat startrow startposition firstresult recordoffset"
    " resultoffset resultsoffset start pageoffset"
)
"""Integers that may be a number of items."""

UNCLEAR_OFFSETS = _names("startindex startat startrow startposition start")
"""Those of them that may count from 0 or from 1, so that this must be said."""

SIZE_PARAMETERS = _names(
    "limit perpage pagesize size count maxresults top take max rows length pagelimit"
    " itemsperpage resultsperpage recordsperpage pagecount maxitems maxreturn"
    " maxrecords maxpagesize maxcount numresults results items num pageperpage"
)
"""Integers that may be the most a page is to hold."""

CURSOR_PARAMETERS = _names(
    "cursor nextcursor pagecursor startcursor aftercursor cursorid"
    " pagetoken nextpagetoken nexttoken paginationtoken starttoken token"
    " continuationtoken continuation continue continuationkey"
    " marker nextmarker startmarker bookmark iterator position scrollid"
    " after pageafter startafter startingafter afterid nextid next nextpage nextpageid"
    " nextpagekey pagekey page start startkey startfrom offset nextoffset"
    " streamposition exclusivestartkey paginationkey"
)
"""Texts that may be where the next page begins."""

_NEXT_CURSORS = _names(
    "nextcursor nextpagecursor cursornext nextpagetoken nexttoken nextcontinuationtoken"
    " nextmarker nextpagemarker nextpagekey nextbookmark nextiterator nextposition"
    " nextstreamposition nextscrollid nextpaginationtoken nextcontinuation"
    " nextcursormark nextpageid nextstartkey"
)
"""Properties that are the next cursor, whatever its parameter is called."""

_TELLING = _names(
    "continue continuationtoken continuation scrollid nexttoken nextid iterator"
)
"""Names that a parameter and its next value share."""

LAST_PARAMETERS = _names("startingafter after afterid startafter pageafter")
"""Texts that may name the last item of the page before."""

LAST_IDS = _names("lastid")
"""Properties that name the last item of a page."""

IDS = _names("id uuid guid")
"""Properties that make of what has them a thing of its own, and no page of others."""

NEXT_URLS = _names(
    "nextlink odatanextlink nexturl nextpageurl nextpagelink nexthref nextpagehref"
    " nexturi nextpageuri"
)
"""Texts that are the address of the next page."""

URL_CONTAINERS = _names("links link")
"""Objects whose ``next`` is the address of the next page."""

MORE = _names(
    "hasmore hasnext hasnextpage hasmoreitems hasmoreresults hasmorepages"
    " hasmorerecords moreavailable morerecords more nextpageavailable moreresults"
)
"""Booleans that say whether there is a further page."""

TOTAL = _names(
    "total totalcount totalresults totalitems totalrecords totalelements totalentries"
    " totalhits totalrows totalsize totalobjects recordstotal totalnumber totalmatches"
    " totalresultcount totalitemcount totalrecordcount"
)
"""Integers that are the number of all items. ``count`` may be that of a page."""

PAGES = _names("totalpages pagecount numpages numberofpages pagestotal totalpagecount")
"""Integers that are the number of all pages."""

SIZE = _names("perpage pagesize limit itemsperpage resultsperpage pagelimit")
"""Integers that are the most a page holds."""

TOTAL_HEADERS = _names(
    "xtotalcount xtotal totalcount xtotalitems xtotalresults xtotalrecords"
    " xpaginationtotal xpaginationtotalcount xpaginationitemcount paginationtotal"
    " paginationtotalcount paginationitemcount"
)
"""Headers that are the number of all items."""

PAGES_HEADERS = _names(
    "xtotalpages totalpages xpagecount xpaginationtotalpages paginationtotalpages"
    " xpaginationpagecount paginationpagecount xpaginationpages"
)
"""Headers that are the number of all pages."""

NEXT_HEADERS = _names("xnextpage nextpage")
"""Headers that are the number of the next page, and empty after the last."""

CONTAINERS = _names(
    "meta metadata pagination paging page pageinfo paginginfo paginationinfo resultinfo"
    " responsemetadata cursors cursor links link listmeta pager paginator pageable"
    " resultmetadata pagingmetadata paginationmetadata nextpage searchmetadata"
    " pagedetails paginationdetails pagingdetails next"
)
"""Objects that may hold any of these properties."""

WRAPPERS = _names(
    "data result results response payload embedded content body page output"
)
"""Objects that may hold the items, where nothing beside them does."""

ASIDE = _names("links link errors warnings messages included facets sort aggregations")
"""Arrays that may stand beside the items."""


def is_cursor_of(parameter: str, names: tuple[str, ...], words: Doc) -> bool:
    """Whether a property, by its names from the outermost in, is what it takes next."""
    wanted, last = letters(parameter), names[-1]
    if last in _NEXT_CURSORS or last == f"next{wanted}":
        return True
    if last == wanted and last in _TELLING:
        return True
    within = names[-2] if len(names) > 1 else ""
    if last == wanted and within in ("cursors", "nextpage", "next"):
        return True
    if last == "next" and within in ("cursors", "cursor"):
        return True
    # One name for where a page begins and where the next one does: the words decide.
    return last == wanted and speaks_of(words, _OF_NEXT)


# Patterns are compiled by ``re`` when they are first used: few runs get there.
_OF_NEXT = r"\b(next|subsequent|following|more|remaining|further)\b"
_NUMBERED = (
    r"page (number|no|num|index)\b|number of (the )?pages?\b|index of .*\bpage\b"
    r"|by this many pages"
)
_OF_PAGES = (
    rf"{_NUMBERED}|\bpages? of\b|paginat|paging|which page|(result|current)s? page"
    r"|\bpage (to|being|requested|you)\b"
)


def speaks_of(doc: Doc, pattern: str) -> bool:
    """Whether the words of a parameter or property hold a pattern, in any case."""
    return re.search(pattern, f"{doc.summary} {doc.text}", re.I) is not None


def is_about_pages(doc: Doc) -> bool:
    """Whether the words are about pages of a list."""
    return speaks_of(doc, _OF_PAGES)


def counts_pages(doc: Doc) -> bool:
    """Whether the words say that something counts pages and not items."""
    return speaks_of(doc, _NUMBERED)
