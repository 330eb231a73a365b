"""What a schema allows, as its docstring says it."""

from __future__ import annotations

import pytest

from oasmith.ir.decls import Limits
from oasmith.python.limits import limit_words

TOLD: list[tuple[dict[str, object], list[str]]] = [
    ({"minimum": 1, "maximum": 10}, ["From 1 to 10."]),
    ({"minLength": 1}, ["At least 1 character."]),
    ({"maxItems": 2}, ["At most 2 items."]),
    ({"minItems": 2, "maxItems": 2}, ["Exactly 2 items."]),
    ({"minProperties": 1, "maxProperties": 3}, ["1 to 3 entries."]),
    (
        {"exclusiveMinimum": 0, "multipleOf": 0.5},
        ["More than 0.", "A multiple of 0.5."],
    ),
    ({"uniqueItems": True}, ["No item twice."]),
    ({"uniqueItems": False}, []),
    ({"pattern": "^a$"}, ["Matches ``^a$``."]),
    ({"const": {"a": 1}}, ['Always ``{"a": 1}``.']),
    ({"enum": [0.5, 1]}, ["One of ``[0.5, 1]``."]),
    ({"format": "string/int64"}, ["A whole number as text."]),
    ({"format": "integer/int64"}, []),
    ({"contentMediaType": "image/png"}, ["Holds ``image/png``."]),
    (
        {"propertyNames": Limits((("maxLength", 3),))},
        ["Each key: at most 3 characters."],
    ),
    ({"items": Limits((("pattern", "a"),))}, ["Each item: matches ``a``."]),
    ({"additionalProperties": Limits((("minimum", 1),))}, ["Each value: at least 1."]),
]

SAYS_NOTHING: list[dict[str, object]] = [
    {"minLength": 0},
    {"minItems": 0},
    {"minimum": -(2**31), "maximum": 2**31 - 1},
    {"maximum": 2**63 - 1},
    {"pattern": "x" * 100},
    {"maximum": float("inf")},
    {"minimum": [1], "maximum": "ten", "maxLength": None},
    {"exclusiveMaximum": float("inf")},
    {"minimum": -(10**400), "maximum": 10**4000, "multipleOf": 10**400},
]


@pytest.mark.parametrize(("keywords", "told"), TOLD)
def test_each_keyword_is_one_short_sentence(
    keywords: dict[str, object], told: list[str]
) -> None:
    assert limit_words(Limits(tuple(keywords.items()))) == told


@pytest.mark.parametrize("keywords", SAYS_NOTHING)
def test_what_tells_a_reader_nothing_is_left_out(keywords: dict[str, object]) -> None:
    assert limit_words(Limits(tuple(keywords.items()))) == []
