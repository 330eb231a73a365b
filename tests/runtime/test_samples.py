"""Values made up keep the rules for them where that is simple."""

from __future__ import annotations

import datetime
import decimal
import enum
import typing
import uuid

import pytest

from oasmith.runtime.rules import Rules, broken_by_number, broken_by_text
from oasmith.runtime.samples import another, fitting_number, fitting_text, plain


class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"


@pytest.mark.parametrize(
    ("rules", "made"),
    [
        ({}, "name"),
        ({"minLength": 6}, "namena"),
        ({"maxLength": 2}, "na"),
        ({"minLength": 3, "maxLength": 3}, "nam"),
        ({"maxLength": 0}, ""),
        ({"pattern": "^[0-9]+$", "minLength": 4}, "0000"),
        ({"pattern": "^[A-Z]{3}$", "minLength": 3}, "AAA"),
    ],
)
def test_texts_are_as_long_as_they_must_be(rules: Rules, made: str) -> None:
    assert fitting_text("name", [rules]) == made
    assert not [*broken_by_text(made, rules)]


def test_a_pattern_beyond_them_leaves_a_text_as_it_is() -> None:
    assert fitting_text("name", [{"pattern": "^x-y$"}]) == "name"


@pytest.mark.parametrize(
    ("told", "made"),
    [
        ([], 1),
        ([{"minimum": 5}], 5),
        ([{"exclusiveMinimum": 5}], 6),
        ([{"maximum": 0}], 0),
        ([{"exclusiveMaximum": 0}], -1),
        ([{"minimum": 10, "multipleOf": 7}], 14),
        ([{"maximum": -10, "multipleOf": 7}], -14),
        ([{"minimum": 3}, {"multipleOf": 4}], 4),
    ],
)
def test_whole_numbers_keep_all_the_rules(told: list[Rules], made: int) -> None:
    found = fitting_number(1, told)
    assert found == made
    assert type(found) is int
    assert not [rule for one in told for rule in broken_by_number(found, one)]


@pytest.mark.parametrize(
    "rules",
    [
        {"exclusiveMinimum": 0, "exclusiveMaximum": 1},
        {"exclusiveMinimum": 10, "maximum": 10.01},
        {"minimum": 0.1, "maximum": 0.3, "multipleOf": 0.1},
    ],
)
def test_other_numbers_do_too(rules: Rules) -> None:
    assert not [*broken_by_number(fitting_number(1.0, [rules]), rules)]


def test_rules_that_no_number_keeps_leave_it_as_it_is() -> None:
    assert fitting_number(1, [{"minimum": 5, "maximum": 4}]) == 1


def test_another_is_another() -> None:
    assert [another("a", at, str) for at in range(3)] == ["a", "a1", "a2"]
    assert [another(1, at, int) for at in range(3)] == [1, 2, 3]
    assert [another("red", at, Color) for at in range(3)] == ["red", "blue", "red"]
    assert another(True, 1, bool) is True


@pytest.mark.parametrize(
    ("type_", "made"),
    [
        (str, "name"),
        (int, 1),
        (float, 1.0),
        (bool, True),
        (None, None),
        (type(None), None),
        (decimal.Decimal, "1"),
        (bytes, ""),
        (typing.Any, {}),
        (object, {}),
    ],
)
def test_values_that_hold_no_others(type_: typing.Any, made: object) -> None:
    found = plain(type_, "name", [])
    assert found == made
    assert type(found) is type(made)


def test_texts_of_their_own_types_are_read_back() -> None:
    assert datetime.datetime.fromisoformat(plain(datetime.datetime, "at", []))
    assert datetime.date.fromisoformat(plain(datetime.date, "on", []))
    assert datetime.time.fromisoformat(plain(datetime.time, "at", [])) is not None
    assert uuid.UUID(plain(uuid.UUID, "id", []))
