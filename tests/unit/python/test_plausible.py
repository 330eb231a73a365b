"""Examples stand for properties only where they fit the type and keep the rules."""

from __future__ import annotations

import pytest

from oasmith.ir.decls import Limits
from oasmith.ir.types import ListOf, Literal, MapOf, Nullable, Scalar, ScalarKind, Type
from oasmith.python.plausible import is_plausible, made_up

from .building import (
    BOOL,
    DATE,
    DATETIME,
    FLOAT,
    INT,
    STR,
    UUID,
    alias,
    api,
    context,
    enum,
    ref,
    struct,
)

CONTEXT = context(
    api(decls=(enum("Color", "red", "blue"), alias("Name", STR), struct("House")))
)


def limits(**rules: object) -> Limits:
    return Limits(tuple(rules.items()))


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (STR, "North"),
        (INT, 3),
        (FLOAT, 3),
        (FLOAT, 2.5),
        (BOOL, False),
        (DATE, "2024-02-29"),
        (DATETIME, "2024-02-29T10:00:00Z"),
        (DATETIME, "2024-02-29T10:00:00.25+01:00"),
        (UUID, "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"),
        (Scalar(ScalarKind.DECIMAL), "-1.50"),
        (Scalar(ScalarKind.DURATION), "P1DT2H"),
        (ref("Color"), "red"),
        (ref("Name"), "North"),
        (Nullable(STR), "North"),
        (ListOf(INT), [1, 2]),
        (Literal(("a", "b")), "b"),
    ],
)
def test_what_fits(type_: Type, value: object) -> None:
    assert is_plausible(type_, Limits(), value, CONTEXT)


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (STR, 3),
        (STR, "x" * 61),
        (STR, "two\nlines"),
        (INT, True),
        (INT, 2.0),
        (INT, 10**20),
        (FLOAT, float("nan")),
        (FLOAT, True),
        (BOOL, 1),
        (DATE, "yesterday"),
        (DATE, "2023-02-29"),
        (DATETIME, "2024-02-29"),
        (DATETIME, "2024-02-30T10:00:00Z"),
        (UUID, "6f9619ff"),
        (Scalar(ScalarKind.DECIMAL), 1.5),
        (Scalar(ScalarKind.DURATION), "P"),
        (Scalar(ScalarKind.BYTES), "YQ=="),
        (Scalar(ScalarKind.ANY), "a"),
        (ref("Color"), "green"),
        (ref("House"), {}),
        (ListOf(INT), []),
        (ListOf(INT), [1, "2"]),
        (ListOf(INT), 1),
        (MapOf(INT), {"a": 1}),
        (Literal((1,)), True),
    ],
)
def test_what_does_not_fit(type_: Type, value: object) -> None:
    assert not is_plausible(type_, Limits(), value, CONTEXT)


@pytest.mark.parametrize(
    ("rules", "kept", "broken"),
    [
        (limits(minLength=3), "abc", "ab"),
        (limits(maxLength=3), "abc", "abcd"),
        (limits(pattern="^a"), "ab", "ba"),
        (limits(pattern="("), None, "ab"),
        (limits(allOf=limits(minLength=3)), "abc", "ab"),
        (limits(minimum=3), 3, 2),
        (limits(exclusiveMinimum=3), 4, 3),
        (limits(maximum=3), 3, 4),
        (limits(exclusiveMaximum=3), 2, 3),
        (limits(multipleOf=7), 14, 15),
        (limits(minItems=2), [1, 2], [1]),
        (limits(maxItems=1), [1], [1, 2]),
        (limits(items=limits(maximum=3)), [1, 3], [1, 4]),
    ],
)
def test_rules_are_kept(rules: Limits, kept: object, broken: object) -> None:
    def type_of(value: object) -> Type:
        if isinstance(value, list):
            return ListOf(INT)
        return STR if isinstance(value, str) else INT

    assert not is_plausible(type_of(broken), rules, broken, CONTEXT)
    assert kept is None or is_plausible(type_of(kept), rules, kept, CONTEXT)


def test_texts_are_made_up_from_formats_and_patterns() -> None:
    assert made_up(STR, limits(format="STR/email")) == "user@example.com"
    assert made_up(Nullable(STR), limits(pattern="^x{3}$")) == "xxx"
    assert made_up(STR, limits(pattern="^x+$", minLength=4)) == "xxxx"
    assert made_up(STR, limits(format="STR/of-my-own")) is None
    assert made_up(STR, Limits()) is None
    assert made_up(INT, limits(format="STR/email")) is None
