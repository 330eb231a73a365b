"""The call a README shows: one that reads, with arguments a reader understands."""

from __future__ import annotations

import pytest

from oasmith.ir.api import Operation
from oasmith.ir.types import ListOf
from oasmith.ir.where import Where
from oasmith.python.code import fixed
from oasmith.python.example import example_of
from oasmith.python.imports import names_from

from .building import (
    STR,
    UUID,
    alias,
    api,
    body,
    content,
    context,
    enum,
    field,
    operation,
    param,
    ref,
    resource,
    struct,
)

DECLS = (
    enum("Color", "red", "blue"),
    alias("HostName", STR),
    struct("Filter", field("limit", STR)),
    struct(
        "Host",
        field("name", ref("HostName"), required=True),
        field("color", ref("Color"), required=True),
        field("note", STR),
    ),
    struct("Batch", field("hosts", ListOf(ref("Host")), required=True)),
)


def shown(*operations: Operation) -> str | None:
    found = example_of(context(api(resource("hosts", *operations), decls=DECLS)))
    return None if found is None else found.call(4).text


GET = operation("get", "GET", "/hosts/{id}", param("id", Where.PATH, UUID))
PUT = operation("put", "PUT", "/hosts")
FOR_CUSTOMERS = operation("list_for_customers", "GET", "/customers")
LIST = operation("list", "GET", "/hosts")
DESCRIBE = operation("describe", "POST", "/describe", body=body(content(ref("Filter"))))
BY_GET = operation("describe_by_get", "GET", "/describe")
CREATE = operation("create", "POST", "/hosts", body=body(content(ref("Host"))))
BATCH = operation("batch", "POST", "/batch", body=body(content(ref("Batch"))))


@pytest.mark.parametrize(
    ("operations", "call"),
    [
        ((PUT, LIST, GET), 'client.hosts.get("id")'),
        ((FOR_CUSTOMERS, LIST), "client.hosts.list()"),
        ((CREATE, PUT, DESCRIBE), "client.hosts.describe()"),
        ((BY_GET, DESCRIBE), "client.hosts.describe()"),
        ((BATCH, CREATE), 'client.hosts.create(name="name", color="red")'),
        ((BATCH,), None),
    ],
)
def test_what_reads_and_needs_least_is_shown(
    operations: tuple[Operation, ...], call: str | None
) -> None:
    assert shown(*operations) == call


def test_what_is_too_wide_for_a_line_is_laid_out_as_black_would() -> None:
    wires = [f"resourceGroup{number}" for number in range(4)]
    path = "/".join(f"{{{wire}}}" for wire in wires)
    params = [param(wire, Where.PATH, STR) for wire in wires]
    get = operation("get", "GET", f"/{path}", *params)
    found = example_of(context(api(resource("hosts", get), decls=DECLS)))
    assert found is not None
    assert found.statement(4, "await ").text == (
        "result = await client.hosts.get(\n"
        '        "resource_group0", "resource_group1", "resource_group2", '
        '"resource_group3"\n'
        "    )"
    )


def test_an_import_that_is_too_wide_is_one_name_a_line() -> None:
    assert names_from(fixed("shop"), {"Client", "ApiError"}).text == (
        "from shop import ApiError, Client"
    )
    wide = names_from(fixed("shop" * 18), {"Client", "ApiError"}).text
    assert wide.endswith(" import (\n    ApiError,\n    Client,\n)")
