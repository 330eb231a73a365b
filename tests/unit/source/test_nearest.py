"""The name someone probably meant."""

from __future__ import annotations

from oasmith.source.nearest import nearest
from oasmith.source.pointer import Place, parse_fragment


def test_a_misspelt_name_finds_its_neighbour() -> None:
    assert nearest("Custmer", ["Order", "Customer", "Cat"]) == "Customer"


def test_a_difference_of_case_is_the_nearest() -> None:
    assert nearest("userid", ["userId", "userids"]) == "userId"


def test_nothing_near_is_none() -> None:
    assert nearest("Customer", ["x", "Invoice"]) is None


def test_the_order_of_names_does_not_matter() -> None:
    names = ["Pet1", "Pet2", "Pet3"]
    assert nearest("Pet", names) == nearest("Pet", reversed(names))


def test_a_fragment_is_percent_decoded_before_it_is_unescaped() -> None:
    assert parse_fragment("/paths/~1a%7E1b~0/%7Bid%7D") == ("paths", "/a/b~", "{id}")


def test_a_place_is_written_with_escapes() -> None:
    assert str(Place("a.yaml") / "paths" / "/x" / 0) == "a.yaml#/paths/~1x/0"
