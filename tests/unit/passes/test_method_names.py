"""What methods are called, by a table of operations of fifty real descriptions."""

from __future__ import annotations

from pathlib import Path

import pytest

from oasmith.ir.api import Operation
from oasmith.ir.decls import Doc
from oasmith.ir.names import OperationId
from oasmith.passes.methods import long_words, short_words
from oasmith.python.ident import PythonRules
from oasmith.source.pointer import Place

from .lowering import named

TABLE = Path(__file__).with_name("method_names.txt").read_text("utf-8").splitlines()
SNAKE = PythonRules().snake


def operation(key: str, method: str, path: str, *tags: str) -> Operation:
    return Operation(
        id=OperationId(method, path),
        key=key,
        hint=None,
        doc=Doc(),
        at=Place("spec.yaml"),
        method=method,
        path=path,
        params=(),
        body=None,
        responses=(),
        security=(),
        servers=(),
        tags=tags,
    )


@pytest.mark.parametrize("line", TABLE)
def test_a_method_is_named_as_the_table_says(line: str) -> None:
    resource, key, route, expected = line.split(" | ")
    method, path = route.split(" ", 1)
    words = short_words(SNAKE, resource, operation(key, method, path, resource))
    assert "_".join(words) == expected


def test_the_table_has_a_hundred_and_fifty_operations() -> None:
    assert len(TABLE) >= 150


def test_without_an_operation_id_the_verb_and_the_path_name_the_method() -> None:
    words = long_words(SNAKE, operation("", "GET", "/v1/users/{id}/orders/{order}"))
    assert words == ["get", "user", "order"]


def test_the_suffix_of_a_framework_is_no_part_of_the_name() -> None:
    key = "read_item_items__item_id__get"
    assert long_words(SNAKE, operation(key, "GET", "/items/{item_id}")) == [
        "read",
        "item",
    ]


def test_one_action_by_get_and_by_post_is_named_by_what_it_does() -> None:
    names, _ = named("""
        paths:
          /#Action=GetUser:
            get: {operationId: GET_GetUser}
            post: {operationId: POST_GetUser}
          /#Action=AssumeRole:
            get: {operationId: GET_AssumeRole}
            post: {operationId: POST_AssumeRole}
        """)
    assert sorted(names.operations.values()) == [
        "assume_role",
        "assume_role_by_get",
        "get_user",
        "get_user_by_get",
    ]
