"""Which rules values break, and how it is said."""

from __future__ import annotations

import datetime
import decimal
import importlib
import pickle
import sys
import types
import typing

import pytest

from oasmith.runtime import rules as r
from oasmith.runtime.constraints import Violation

TEXTS: list[tuple[str, r.Rules, list[str]]] = [
    ("abc", {"minLength": 3, "maxLength": 3}, []),
    ("ab", {"minLength": 3}, ["minLength"]),
    ("\U0001f600\U0001f600", {"maxLength": 2}, []),
    ("abcd", {"maxLength": 3}, ["maxLength"]),
    ("xaby", {"pattern": "ab"}, []),
    ("xaby", {"pattern": "^ab$"}, ["pattern"]),
    ("ab\n", {"pattern": "^ab$"}, ["pattern"]),
    ("a$", {"pattern": r"a\$$"}, []),
    ("$", {"pattern": "^[$]$"}, []),
    ("\u0663", {"pattern": r"^\d$"}, ["pattern"]),
]

Number: typing.TypeAlias = int | float | decimal.Decimal

NUMBERS: list[tuple[Number, r.Rules, list[str]]] = [
    (1, {"minimum": 1, "maximum": 1}, []),
    (0, {"minimum": 1}, ["minimum"]),
    (2, {"maximum": 1}, ["maximum"]),
    (1.0, {"exclusiveMinimum": 1}, ["exclusiveMinimum"]),
    (1, {"exclusiveMaximum": 1.0}, ["exclusiveMaximum"]),
    (0.3, {"multipleOf": 0.1}, []),
    (19.99, {"multipleOf": 0.01}, []),
    (0.35, {"multipleOf": 0.1}, ["multipleOf"]),
    (1e308, {"multipleOf": 1e-300}, []),
    (10**400 + 1, {"multipleOf": 2}, ["multipleOf"]),
    (decimal.Decimal("0.1"), {"minimum": 0.1, "maximum": 0.1}, []),
    (decimal.Decimal("1E+9999"), {"multipleOf": 3, "maximum": 5}, ["maximum"]),
    (decimal.Decimal("NaN"), {"minimum": 1}, []),
    (float("inf"), {"maximum": 1}, []),
]

ARRAYS: list[tuple[list[object], r.Rules, list[str]]] = [
    ([1], {"minItems": 1, "maxItems": 1}, []),
    ([], {"minItems": 1}, ["minItems"]),
    ([1, 2], {"maxItems": 1}, ["maxItems"]),
    ([1, True, "1", None, 0, False], {"uniqueItems": True}, []),
    ([1, 1.0], {"uniqueItems": True}, ["uniqueItems"]),
    ([{"a": [1], "b": 2}, {"b": 2, "a": [1]}], {"uniqueItems": True}, ["uniqueItems"]),
    ([1, 1], {"uniqueItems": False}, []),
]


@pytest.mark.parametrize(("text", "rules", "broken"), TEXTS)
def test_texts(text: str, rules: r.Rules, broken: list[str]) -> None:
    assert [rule for rule, _ in r.broken_by_text(text, rules)] == broken


@pytest.mark.parametrize(("number", "rules", "broken"), NUMBERS)
def test_numbers_are_exact(number: Number, rules: r.Rules, broken: list[str]) -> None:
    assert [rule for rule, _ in r.broken_by_number(number, rules)] == broken


@pytest.mark.parametrize(("items", "rules", "broken"), ARRAYS)
def test_arrays(items: list[object], rules: r.Rules, broken: list[str]) -> None:
    assert [rule for rule, _ in r.broken_by_array(items, rules)] == broken


def test_objects() -> None:
    rules: r.Rules = {"minProperties": 2, "maxProperties": 2}
    assert list(r.broken_by_object(2, rules)) == []
    assert list(r.broken_by_object(1, rules)) == [
        ("minProperties", "fewer than 2 entries")
    ]
    assert [rule for rule, _ in r.broken_by_object(3, rules)] == ["maxProperties"]


@pytest.fixture
def checked(package: types.ModuleType, monkeypatch: pytest.MonkeyPatch) -> typing.Any:
    """``check`` of the sample package, which is given limits."""
    limits = types.ModuleType(f"{package.__name__}.limits")
    table: r.Limits = {
        "Address": {"properties": {"City": {"maxLength": 4, "minLength": 2}}},
        "Parcel": {
            "properties": {
                "Created": {"pattern": "Z$"},
                "Status": {"maxLength": 3},
                "Address": {"minProperties": 3},
                "note": {"minLength": 2},
            },
            "propertyNames": {"maxLength": 3},
            "additionalProperties": {"items": {"minimum": 2}},
        },
    }
    monkeypatch.setattr(limits, "LIMITS", table, raising=False)
    monkeypatch.setitem(sys.modules, limits.__name__, limits)
    return importlib.import_module(f"{package.__name__}._runtime.rt").check


def parcel(m: typing.Any, **changes: typing.Any) -> typing.Any:
    zone = datetime.UTC
    given = {
        "id": "1",
        "name": "books",
        "status": m.Status.PACKED,
        "address": m.Address(city="Geneva"),
        "created": datetime.datetime(2024, 1, 2, tzinfo=zone),
        "extra": {"More": [1, 2]},
    }
    return m.Parcel(**{**given, **changes})


def test_a_model_is_looked_through(
    checked: typing.Any, m: typing.Any, rt: typing.Any
) -> None:
    with pytest.raises(rt.ConstraintError) as caught:
        checked(parcel(m))
    assert [str(one) for one in caught.value.violations] == [
        "$.Status: longer than 3 characters (maxLength), found the string 'packed'",
        "$.Address: fewer than 3 entries (minProperties)",
        "$.Address.City: longer than 4 characters (maxLength),"
        " found the string 'Geneva'",
        "$.More: name longer than 3 characters (maxLength), found the string 'More'",
        "$.More[0]: less than 2 (minimum), found the number 1",
    ]
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.violations == caught.value.violations


def test_what_is_absent_or_null_is_not_checked(
    checked: typing.Any, m: typing.Any, rt: typing.Any
) -> None:
    for note in (None, rt.UNSET):
        checked([m.Address(city=None), m.ParcelCreate(name="a", status="b", note=note)])


def test_a_class_of_ones_own_has_the_rules_of_its_bases(
    checked: typing.Any, m: typing.Any, rt: typing.Any
) -> None:
    base: typing.Any = m.Address
    own = rt.model(types.new_class("Home", (base,)))
    with pytest.raises(rt.ConstraintError, match="shorter than 2 characters"):
        checked({"home": own(city="B")})


def test_where_nothing_is_asked_nothing_is_wrong(rt: typing.Any, m: typing.Any) -> None:
    rt.check(parcel(m))


def test_a_violation_is_a_value() -> None:
    one = Violation(path="$", problem="p", rule="minimum", found="")
    assert str(one) == "$: p (minimum)"
    assert {one} == {Violation(path="$", problem="p", rule="minimum", found="")}


def test_rules_of_properties_are_listed_by_both_names() -> None:
    assert r.by_model(
        {
            "Job": {"minProperties": 1},
            "Job.a.b": {"minLength": 2},
            "Job.c": {"minimum": 3},
            "Task.a": {"maxLength": 4},
        }
    ) == {
        "Job": {
            "minProperties": 1,
            "properties": {"a.b": {"minLength": 2}, "c": {"minimum": 3}},
        },
        "Task": {"properties": {"a": {"maxLength": 4}}},
    }
