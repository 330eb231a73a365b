"""What is evidence that a body says which page of a list is meant."""

from __future__ import annotations

import pytest

from oasmith.config.model import PagingWish
from oasmith.ir.paging import Cursor, InBody, InQuery, Offset, PageNumber, Paging
from oasmith.passes.paging_controls import shown_control
from oasmith.passes.paging_evidence import Unfit
from oasmith.passes.paging_rules import hint, infer

from .lowering import lowered, only_operation

CURSOR = "cursor: {type: string}"
NUMBER = "page: {type: integer}"
NEXT = "next_cursor: {type: string}"
TOTAL = "total: {type: integer}"


def description(
    fields: str,
    answered: str,
    *,
    name: str = "searchRows",
    method: str = "post",
    path: str = "/rows",
    media: str = "application/json",
    more: str = "",
) -> str:
    """An operation with a body of those fields, and rows in its answer."""
    rows = "rows: {type: array, items: {type: object, properties: {id: {}}}}"
    return f"""
        paths:
          {path}:
            {method}:
              operationId: {name}
              {more}
              requestBody: {{content: {{{media}: {{schema: {{type: object, properties: {{{fields}}}}}}}}}}}
              responses:
                '200':
                  description: Rows.
                  content:
                    application/json:
                      schema: {{type: object, properties: {{{rows}, {answered}}}}}
        """


def found_for(text: str, wish: PagingWish | None = None) -> Paging | None:
    api, _ = lowered(text)
    return infer(only_operation(api), api.decls, wish)


def control_of(paging: Paging | None) -> str:
    assert paging is not None
    assert isinstance(paging.way, Cursor | Offset | PageNumber)
    return shown_control(paging.way.param)


@pytest.mark.parametrize(
    ("fields", "answered", "control"),
    [
        (CURSOR, NEXT, "body.cursor"),
        ("NextToken: {type: string}", "NextToken: {type: string}", "body.NextToken"),
        (
            "pagination: {properties: {after: {type: string}}}",
            "paging: {properties: {next: {properties: {after: {type: string}}}}}",
            "body.pagination.after",
        ),
        (NUMBER, TOTAL, "body.page"),
        ("offset: {type: integer}", "has_more: {type: boolean}", "body.offset"),
    ],
)
def test_names_are_those_of_parameters(
    fields: str, answered: str, control: str
) -> None:
    found = found_for(description(fields, answered))
    assert control_of(found) == control


@pytest.mark.parametrize(
    ("fields", "answered"),
    [
        (CURSOR, TOTAL),
        (CURSOR, "cursor: {type: string}"),
        # Of a POST the answer must speak of pages, as many things have a number.
        (f"{NUMBER}, size: {{type: integer}}", "colour: {type: string}"),
        (f"user: {{properties: {{{CURSOR}}}}}", NEXT),
        ("cursor: {type: string, readOnly: true}", NEXT),
        (CURSOR, f"{NEXT}, id: {{type: string}}"),
    ],
)
def test_what_is_not_clear_does_not_page(fields: str, answered: str) -> None:
    assert found_for(description(fields, answered)) is None


@pytest.mark.parametrize(
    ("name", "path", "reads"),
    [
        ("listRows", "/rows", True),
        ("batchGetRows", "/rows", True),
        ("post_queries_execute_read", "/queries/execute_read", True),
        ("DescribeRows", "/rows", True),
        ("rows", "/rows/search", True),
        ("rows", "/{rows}", False),
        ("rows", "/rows", False),
        ("createRows", "/rows/search", False),
        ("rows_create_list", "/rows", False),
        ("updateSearch", "/search", False),
        ("importRows", "/rows", False),
    ],
)
def test_the_name_of_a_post_says_whether_it_reads(
    name: str, path: str, *, reads: bool
) -> None:
    more = (
        "parameters: [{name: rows, in: path, required: true, schema: {type: string}}]"
    )
    text = description(
        CURSOR, NEXT, name=name, path=path, more=more if "{" in path else ""
    )
    assert (found_for(text) is not None) is reads


def test_other_methods_and_media_types_are_not_for_searching() -> None:
    for method in ("put", "patch", "delete", "get"):
        assert found_for(description(CURSOR, NEXT, method=method)) is None
    form = "application/x-www-form-urlencoded"
    assert found_for(description(CURSOR, NEXT, media=form)) is None
    # What takes an idempotency key has an effect.
    key = "parameters: [{name: Idempotency-Key, in: header, schema: {type: string}}]"
    assert found_for(description(CURSOR, NEXT, more=key)) is None


def test_the_query_of_a_search_may_have_the_cursor() -> None:
    more = "parameters: [{name: cursor, in: query, schema: {type: string}}]"
    found = found_for(description("colour: {type: string}", NEXT, more=more))
    assert control_of(found) == "cursor"
    # Where both have one it is that of the body.
    found = found_for(description(CURSOR, NEXT, more=more))
    assert control_of(found) == "body.cursor"


def test_why_a_search_does_not_page_is_told() -> None:
    api, _ = lowered(description(CURSOR, TOTAL))
    assert hint(only_operation(api), api.decls) == (
        "does not page: it has the parameter 'body.cursor', but no property of the"
        " answer is known for the next value"
    )
    api, _ = lowered(description(CURSOR, NEXT, name="createRows"))
    assert hint(only_operation(api), api.decls) == ""


def test_what_is_told_may_name_any_field() -> None:
    fields = "deep: {properties: {where: {properties: {at: {type: string}}}}}"
    told = {"parameter": "body.deep.where.at", "next": "then"}
    text = description(fields, "then: {type: string}", name="createRows")
    found = found_for(text, PagingWish(by="cursor", told=told))
    assert control_of(found) == "body.deep.where.at"
    with pytest.raises(Unfit, match=r"the body has no parameter 'body\.at'"):
        found_for(text, PagingWish(by="cursor", told={**told, "parameter": "body.at"}))
    with pytest.raises(Unfit, match="the query has no parameter 'at'"):
        found_for(text, PagingWish(by="cursor", told={**told, "parameter": "at"}))


def test_sizes_are_asked_for_in_bodies_too() -> None:
    found = found_for(description(f"{NUMBER}, limit: {{type: integer}}", TOTAL))
    assert found is not None
    assert isinstance(found.way, PageNumber)
    assert isinstance(found.way.size_param, InBody)
    assert found.way.size_param != InQuery("limit")
