"""What is asked of values beyond their types is checked on request, and only then."""

from __future__ import annotations

import inspect

import case_models_constraints as package
import pytest
from case_models_constraints import ApiError, Client, ConstraintError, check
from case_models_constraints import models as m
from case_models_constraints.limits import LIMITS

from tests.servers.scripted import Scripted

FINE = m.Order(
    id="abc",
    secret="long enough",
    items=[m.Item(name="x" * 10)],
    check="Ab",
    note="short",
    tags=["Ab", "Cd"],
    labels={"a": "bc", "abc": "de"},
    price=19.99,
    count=2**40,
    other="xy",
    paid_by=m.Cash(coins=1),
)
BROKEN = m.Order(
    id="abc\n",
    secret="short",
    items=[m.Item(name="y"), m.Item(), m.Item(name="x" * 11)],
    check="a",
    note="longer",
    tags=["Ab", "abcde", "Ab"],
    labels={"a": "b", "long": "bc", "c": "de"},
    price=100.005,
    other="x",
    paid_by=m.Card(digits="12345"),
)
SAID = """\
$.id: does not match ^[a-z]+$ (pattern), found the string 'abc\\n'
$.secret: shorter than 8 characters (minLength)
$.items[1]: fewer than 1 entry (minProperties)
$.items[2].name: longer than 10 characters (maxLength), found the string 'xxxxxxxxxxx'
$.check: shorter than 2 characters (minLength), found the string 'a'
$.check: does not match ^[A-Z] (pattern), found the string 'a'
$.note: longer than 5 characters (maxLength), found the string 'longer'
$.tags: has an item twice (uniqueItems)
$.tags[1]: longer than 4 characters (maxLength), found the string 'abcde'
$.tags[1]: does not match ^[A-Z] (pattern), found the string 'abcde'
$.labels: more than 2 entries (maxProperties)
$.labels.a: shorter than 2 characters (minLength), found the string 'b'
$.labels.long: name longer than 3 characters (maxLength), found the string 'long'
$.price: not less than 100 (exclusiveMaximum), found the number 100.005
$.price: not a multiple of 0.01 (multipleOf), found the number 100.005
$.other: shorter than 2 characters (minLength), found the string 'x'
$.paid_by.digits: longer than 4 characters (maxLength), found the string '12345'"""


def use(server: Scripted) -> None:
    check(FINE)
    check(m.Order(items=[m.Item(name="")]))
    with pytest.raises(ConstraintError) as caught:
        check(BROKEN)
    assert str(caught.value) == SAID
    assert isinstance(caught.value, ValueError) and isinstance(caught.value, ApiError)
    first = caught.value.violations[0]
    assert (first.path, first.rule) == ("$.id", "pattern")

    with pytest.raises(ConstraintError, match=r"^\$\[1\]\.items: fewer than 1 item"):
        check([FINE, m.Order(items=[])])
    with pytest.raises(ConstraintError, match=r"^\$\.second\.id: does not match"):
        check({"first": FINE, "second": m.Thing(id="A")})
    with pytest.raises(TypeError, match="expected a model"):
        check(3)  # type: ignore[arg-type]

    assert {"check", "ConstraintError", "Violation"} <= {*package.__all__}
    assert LIMITS["Thing"] == {
        "properties": {"id": {"pattern": "^[a-z]+$"}, "secret": {"minLength": 8}}
    }
    assert "At least 1 entry." in inspect.getsource(m.Item)

    with Client(base_url=server.url, strict=True) as client:
        server.will({"id": "NOT SO", "items": []})
        assert client.put_order(BROKEN).id == "NOT SO"
    assert server.last.json() == BROKEN.to_dict()
