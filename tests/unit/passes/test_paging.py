"""What of a description is evidence enough that an operation pages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from oasmith.config.model import PagingWish
from oasmith.diagnostics import Report
from oasmith.ir.api import Operation
from oasmith.ir.paging import (
    Cursor,
    Headers,
    InQuery,
    LastItem,
    LinkHeader,
    NextUrl,
    Offset,
    PageNumber,
    Paging,
    PropertyPath,
)
from oasmith.passes.naming import assign
from oasmith.passes.paging import paged, pages_words, told_pages
from oasmith.passes.paging_rules import hint, infer
from oasmith.python import ident

from .lowering import RESERVED, lowered, only_operation

ROWS = "rows: {type: array, items: {type: object, properties: {id: {type: string}}}}"
INTEGER = "{type: integer}"
TEXT = "{type: string}"


def description(
    params: Sequence[str], body: str, *, method: str = "get", headers: str = "{}"
) -> str:
    """An operation with parameters as ``name: schema`` and an answer of a schema."""
    listed = [one.partition(": ") for one in params]
    written = ", ".join(
        f"{{name: '{name}', in: query, schema: {schema}}}" for name, _, schema in listed
    )
    return f"""
        paths:
          /rows:
            {method}:
              operationId: listRows
              tags: [rows]
              parameters: [{written}]
              responses:
                '200':
                  description: Rows.
                  headers: {headers}
                  content: {{application/json: {{schema: {body}}}}}
        """


def operation_of(
    params: Sequence[str], body: str, *, method: str = "get", headers: str = "{}"
) -> tuple[Operation, Paging | None, str]:
    api, _ = lowered(description(params, body, method=method, headers=headers))
    operation = only_operation(api)
    return operation, infer(operation, api.decls), hint(operation, api.decls)


def paging_of(params: Sequence[str], body: str, **more: str) -> Paging | None:
    return operation_of(params, body, **more)[1]


def envelope(*members: str) -> str:
    return f"{{type: object, properties: {{{', '.join((ROWS, *members))}}}}}"


def wires(path: PropertyPath) -> str:
    return ".".join(wire for _, wire in path)


TOTAL = "total: {type: integer}"
ARRAY = "{type: array, items: {type: string}}"


@pytest.mark.parametrize(
    ("param", "answered"),
    [
        ("cursor", "next_cursor: {type: [string, 'null']}"),
        ("cursor", "nextCursor: {type: string}"),
        ("pageToken", "nextPageToken: {type: string}"),
        ("page_token", "next_page_token: {type: string}"),
        ("NextToken", "NextToken: {type: string}"),
        ("continuationToken", "continuationToken: {type: string}"),
        ("continue", "metadata: {properties: {continue: {type: string}}}"),
        ("marker", "NextMarker: {type: string}"),
        ("scroll_id", "scroll_id: {type: string}"),
        ("iterator", "iterator: {type: string}"),
        (
            "after",
            "paging: {properties: {next: {properties: {after: {type: string}}}}}",
        ),
        (
            "after",
            "paging: {properties: {cursors: {properties: {after: {type: string}}}}}",
        ),
        ("page[after]", "meta: {properties: {next_cursor: {type: string}}}"),
        ("offset", "next_page: {properties: {offset: {type: string}}}"),
        ("cursor", "cursor: {type: string, description: For the next request.}"),
        ("after", "last_id: {type: string}, has_more: {type: boolean}"),
    ],
)
def test_a_cursor_needs_a_property_that_names_the_next(
    param: str, answered: str
) -> None:
    found = paging_of([f"{param}: {TEXT}"], envelope(answered))
    assert found is not None
    assert isinstance(found.way, Cursor)
    assert found.way.param == InQuery(param)
    assert wires(found.items) == "rows"


@pytest.mark.parametrize(
    ("params", "answered"),
    [
        ([f"cursor: {TEXT}"], "total: {type: integer}"),
        # The cursor that was asked for, as far as anyone can tell.
        ([f"cursor: {TEXT}"], "cursor: {type: string}"),
        ([f"token: {TEXT}"], "token: {type: string}"),
        ([f"after: {TEXT}"], "last_id: {type: string}"),
        ([f"page: {INTEGER}"], "colour: {type: string}"),
        ([f"page: {TEXT}", f"limit: {INTEGER}"], "total: {type: integer}"),
        ([f"limit: {INTEGER}"], "total: {type: integer}"),
        ([f"start: {INTEGER}", f"limit: {INTEGER}"], "total: {type: integer}"),
        ([f"page: {INTEGER}", f"size: {INTEGER}"], "leaves: {type: array, items: {}}"),
        ([f"page: {INTEGER}", f"size: {INTEGER}"], "id: {type: string}"),
        ([], "next: {type: string}"),
        ([f"limit: {INTEGER}"], "next: {type: string}"),
        ([f"starting_after: {TEXT}"], "count: {type: integer}"),
    ],
)
def test_what_is_not_clear_does_not_page(params: list[str], answered: str) -> None:
    assert paging_of(params, envelope(answered)) is None


@pytest.mark.parametrize(
    "param",
    [
        "page",
        "pageNumber",
        "page_number",
        "page[number]",
        "Page",
        "pageIndex",
        "pageNo",
    ],
)
def test_page_numbers_are_known_by_their_names(param: str) -> None:
    stated = (
        "meta: {properties: {totalCount: {type: integer}, pageSize: {type: integer}}}"
    )
    found = paging_of([f"{param}: {INTEGER}"], envelope(stated))
    assert found is not None
    assert isinstance(found.way, PageNumber)
    assert found.way.first is None
    assert wires(found.way.total) == "meta.totalCount"
    assert wires(found.way.size) == "meta.pageSize"


@pytest.mark.parametrize(
    ("schema", "first"),
    [
        ("{type: integer}", None),
        ("{type: integer, default: 1}", 1),
        ("{type: integer, default: 0}", 0),
        ("{type: integer, minimum: 1}", 1),
        ("{type: integer, minimum: 0, default: 1}", 1),
        ("{type: [integer, 'null'], minimum: 0}", 0),
        ("{type: integer, description: Zero-based.}", 0),
        ("{type: integer, description: The first page is 1.}", 1),
        ("{type: integer, description: Pages start at 0 or at 1.}", None),
        ("{type: number, default: 1}", 1),
        ("{type: integer, default: 7}", None),
    ],
)
def test_the_first_number_is_what_the_description_says(
    schema: str, first: int | None
) -> None:
    found = paging_of([f"page: {schema}", f"per_page: {INTEGER}"], ARRAY)
    assert found is not None
    assert isinstance(found.way, PageNumber)
    assert (found.way.first, found.items) == (first, ())


@pytest.mark.parametrize(
    ("param", "first"),
    [
        ("offset: {type: integer}", 0),
        ("$skip: {type: integer}", 0),
        ("startIndex: {type: integer, minimum: 1}", 1),
        ("startAt: {type: integer, default: 0}", 0),
    ],
)
def test_offsets_count_items(param: str, first: int) -> None:
    found = paging_of([param, f"limit: {INTEGER}"], ARRAY)
    assert found is not None
    assert isinstance(found.way, Offset)
    assert (found.way.first, found.way.size_param) == (first, InQuery("limit"))


def test_an_offset_that_counts_pages_is_none() -> None:
    param = "offset: {type: integer, description: The page number to begin with.}"
    assert paging_of([param, f"limit: {INTEGER}"], ARRAY) is None


@pytest.mark.parametrize(
    "answered",
    [
        "nextLink: {type: string}",
        "'@odata.nextLink': {type: string}",
        "meta: {properties: {next_page_url: {type: string}}}",
        "links: {properties: {next: {type: [string, 'null']}}}",
        "_links: {properties: {next: {properties: {href: {type: string}}}}}",
        "next: {type: string, description: URL of the next page.}",
        "next: {type: string, examples: ['https://api.example.com/rows?page=2']}",
    ],
)
def test_an_address_is_followed_before_anything_is_counted(answered: str) -> None:
    found = paging_of([f"page: {INTEGER}", f"limit: {INTEGER}"], envelope(answered))
    assert found is not None
    assert isinstance(found.way, NextUrl)


def test_a_link_header_counts_with_a_parameter_of_pages() -> None:
    headers = "{Link: {schema: {type: string}}}"
    found = paging_of([f"page: {INTEGER}"], ARRAY, headers=headers)
    assert found is not None
    assert isinstance(found.way, LinkHeader)
    assert paging_of([f"colour: {INTEGER}"], ARRAY, headers=headers) is None


def test_the_last_item_counts_where_more_is_said() -> None:
    body = envelope("has_more: {type: boolean}")
    found = paging_of([f"starting_after: {TEXT}"], body)
    assert found is not None
    assert isinstance(found.way, LastItem)
    assert (wires(found.way.field), wires(found.more)) == ("id", "has_more")


def test_items_may_be_wrapped_and_have_arrays_beside_them() -> None:
    wrapped = f"{{type: object, properties: {{_embedded: {{properties: {{{ROWS}}}}}}}}}"
    found = paging_of([f"page: {INTEGER}", f"size: {INTEGER}"], wrapped)
    assert found is not None
    assert wires(found.items) == "_embedded.rows"
    beside = envelope("errors: {type: array, items: {type: string}}")
    found = paging_of([f"page: {INTEGER}", f"size: {INTEGER}"], beside)
    assert found is not None
    assert wires(found.items) == "rows"


def test_only_reading_pages_of_itself() -> None:
    params = [f"page: {INTEGER}", f"size: {INTEGER}"]
    _, found, why = operation_of(params, envelope(TOTAL), method="put")
    assert found is None
    assert why.endswith("PUT is not for reading")
    # The name of the operation says that this one reads.
    assert paging_of(params, envelope(TOTAL), method="post") is not None


@pytest.mark.parametrize(
    ("headers", "stated"),
    [
        ("X-Total-Count", Headers(total="X-Total-Count")),
        ("X-Total, X-Total-Pages", Headers("X-Total", "X-Total-Pages")),
        ("Total-Count, X-Page", Headers(total="Total-Count")),
        ("x-next-page", Headers(next="x-next-page")),
    ],
)
def test_headers_state_how_much_there_is(headers: str, stated: Headers) -> None:
    written = ", ".join(f"{one}: {{schema: {TEXT}}}" for one in headers.split(", "))
    found = paging_of([f"page: {INTEGER}"], ARRAY, headers=f"{{{written}}}")
    assert found is not None
    assert isinstance(found.way, PageNumber)
    assert found.way.headers == stated
    # The number of items of the page is no total, and says nothing.
    assert (
        paging_of(
            [f"page: {INTEGER}"], ARRAY, headers=f"{{X-Count: {{schema: {TEXT}}}}}"
        )
        is None
    )


def test_why_an_operation_does_not_page_is_told() -> None:
    *_, why = operation_of([f"cursor: {TEXT}"], envelope())
    assert why == (
        "does not page: it has the parameter 'cursor', but no property of the answer is"
        " known for the next value"
    )
    assert operation_of([f"colour: {TEXT}"], ARRAY)[2] == ""


def test_a_wish_goes_before_what_is_inferred() -> None:
    api, _ = lowered(description([f"page: {INTEGER}", f"size: {INTEGER}"], ARRAY))
    names, _ = assign(api, "shop", ident.PythonRules(), RESERVED, {}, {})

    def told(wish: PagingWish | None) -> tuple[tuple[tuple[str, str], ...], list[str]]:
        report = Report()
        wishes = {} if wish is None else {"rows.list": wish}
        made = paged(api, names, wishes, report)
        said = [one.message for one in report.diagnostics]
        assert pages_words(only_operation(made), made)
        return told_pages(made, names), said

    inferred = "pages by page-number: the parameter 'page' counts pages"
    items = "; the items are the answer itself"
    assert told(None) == ((("rows.list", inferred + items),), [])
    assert told(PagingWish(off=True)) == ((), [])
    assert told(PagingWish(first=0)) == (
        (("rows.list", f"{inferred} from 0{items}"),),
        [],
    )
    offset = PagingWish(by="offset", told={"parameter": "page"})
    ((_, words),), said = told(offset)
    assert words.startswith("pages by offset: the parameter 'page' counts items from 0")
    assert said == []
    assert told(PagingWish(by="cursor")) == (
        (),
        ["rows.list cannot page: too little is known to page by cursor"],
    )
    assert told(PagingWish(told={"parameter": "colour"})) == (
        (),
        ["rows.list cannot page: the query has no parameter 'colour'"],
    )


def test_headers_may_be_told() -> None:
    api, _ = lowered(description([f"page: {INTEGER}"], ARRAY))
    told = {"total": "header.X-Sum", "next": "header.X-Then"}
    wish = PagingWish(by="page-number", told=told)
    found = infer(only_operation(api), api.decls, wish)
    assert found is not None
    assert isinstance(found.way, PageNumber)
    assert found.way.headers == Headers(total="X-Sum", next="X-Then")
    assert found.way.total == ()
    # A property of that name goes before a header.
    within = envelope("header: {properties: {X-Sum: {type: integer}}}")
    api, _ = lowered(description([f"page: {INTEGER}"], within))
    wish = PagingWish(by="page-number", told={"total": "header.X-Sum"})
    found = infer(only_operation(api), api.decls, wish)
    assert found is not None
    assert isinstance(found.way, PageNumber)
    assert wires(found.way.total) == "header.X-Sum"
    assert found.way.headers == Headers()
