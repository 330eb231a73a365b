"""The rules ``check`` is given, and what is left out of them."""

from __future__ import annotations

import ast
from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from oasmith.diagnostics import Report
from oasmith.ir.decls import NO_LIMITS, Limits
from oasmith.ir.types import ANY, ListOf, MapOf, Nullable, TupleOf, Type
from oasmith.python.constraints import limits_view, report_patterns
from oasmith.python.views import LimitsView

from .building import FILE, INT, STR, alias, api, context, field, ref, struct

Rules = Mapping[str, object]


def limits(**told: object) -> Limits:
    return Limits(tuple(told.items()))


def rules(type_: Type, told: Limits = NO_LIMITS) -> object:
    """The rules of a property of that type, as they are written."""
    short = replace(alias("Short", STR), limits=limits(maxLength=5))
    loop = replace(alias("Loop", ListOf(ref("Loop"))), limits=limits(maxItems=2))
    made = struct("Job", field("a", type_, limits=told))
    view = limits_view(context(api(decls=[made, short, loop])))
    if view is None:
        return None
    return written(view)["Job.a"]


def written(view: LimitsView) -> dict[str, object]:
    """The table of a view."""
    (statement,) = ast.parse(view.limits.text).body
    assert isinstance(statement, ast.AnnAssign)
    assert isinstance(statement.value, ast.Call)
    (shown,) = statement.value.args
    table: dict[str, object] = ast.literal_eval(shown)
    return table


KEPT: list[tuple[Limits, Rules]] = [
    (limits(minLength=1, maxLength=3.0), {"minLength": 1, "maxLength": 3}),
    (limits(minimum=0, exclusiveMaximum=0.5), {"minimum": 0, "exclusiveMaximum": 0.5}),
    (limits(maximum=10**400), {"maximum": 10**400}),
    (limits(multipleOf=0.1, pattern="^a$"), {"multipleOf": 0.1, "pattern": "^a$"}),
    (limits(uniqueItems=True, maxItems=0), {"uniqueItems": True, "maxItems": 0}),
    (limits(items=limits(maxLength=1)), {"items": {"maxLength": 1}}),
    (
        limits(maxLength=3, allOf=limits(maxLength=2)),
        {"allOf": [{"maxLength": 3}, {"maxLength": 2}]},
    ),
    (
        limits(maxLength=3, allOf=limits(minLength=2)),
        {"minLength": 2, "maxLength": 3},
    ),
]

SAYS_NOTHING = [
    limits(minLength=0, minItems=0, minProperties=0),
    limits(minimum=-(2**31), maximum=2**31 - 1, exclusiveMaximum=2**63 - 1),
    limits(maximum=float("inf"), minimum=float("nan")),
    limits(maxLength="3", minimum=True, multipleOf=0, uniqueItems=False),
    limits(maxLength=-1, minItems=1.5),
    limits(pattern=r"^\p{L}$"),
    limits(pattern="[[a]"),
    limits(pattern="a{1,99999999999999999999}"),
    limits(format="string/int64", contentMediaType="text/plain", enum=[1.5]),
]


@pytest.mark.parametrize(("told", "written"), KEPT)
def test_rules_are_written_as_they_are(told: Limits, written: Rules) -> None:
    assert rules(ANY, told) == written


@pytest.mark.parametrize("told", SAYS_NOTHING)
def test_what_says_nothing_or_cannot_be_checked_is_left_out(told: Limits) -> None:
    assert rules(ANY, told) is None


def test_a_name_of_a_type_brings_its_rules() -> None:
    assert rules(ref("Short")) == {"maxLength": 5}
    assert rules(Nullable(ListOf(ref("Short"))), limits(minItems=1)) == {
        "minItems": 1,
        "items": {"maxLength": 5},
    }
    assert rules(MapOf(ref("Short"))) == {"additionalProperties": {"maxLength": 5}}
    assert rules(ref("Short"), limits(minLength=2, maxLength=5)) == {
        "minLength": 2,
        "maxLength": 5,
    }
    assert rules(ref("Short"), limits(maxLength=4)) == {
        "allOf": [{"maxLength": 4}, {"maxLength": 5}]
    }


def test_a_type_that_holds_itself_is_followed_once() -> None:
    assert rules(ref("Loop")) == {"maxItems": 2}


def test_rules_that_would_hold_for_others_are_left_out() -> None:
    assert rules(FILE, limits(maxLength=3)) is None
    behind = limits(items=limits(maxLength=3), maxItems=2)
    assert rules(TupleOf((STR, INT), STR), behind) == {"maxItems": 2}


def test_an_object_has_rules_of_its_own() -> None:
    made = replace(
        struct("Job", field("a", STR), extra=STR),
        limits=limits(minProperties=1, additionalProperties=limits(maxLength=2)),
    )
    view = limits_view(context(api(decls=[made])))
    assert view is not None
    assert written(view) == {
        "Job": {"minProperties": 1, "additionalProperties": {"maxLength": 2}}
    }


def test_patterns_that_are_not_checked_are_told() -> None:
    good, bad = limits(pattern="^[a-z]$"), limits(pattern=r"\p{L}")
    report = Report()
    made = struct("Job", field("a", STR, limits=good), field("b", STR, limits=bad))
    report_patterns(api(decls=[made]), report)
    (told,) = report.diagnostics
    assert (told.code, told.message) == (
        "SCH023",
        r"Python cannot read the pattern \p{L}",
    )
