"""Collecting diagnostics, wishes about them, and the table of codes."""

from __future__ import annotations

import pytest

from oasmith.diagnostics import CODES, Effect, Report, Severity
from oasmith.diagnostics.codes import FAMILIES
from oasmith.diagnostics.explain import (
    explain_code,
    render_codes_markdown,
    unknown_code_hint,
)
from oasmith.diagnostics.policy import has_errors, ignoring, strict
from oasmith.source.pointer import Place

HERE = Place("a.yaml", ("x",))


def report(*codes: str) -> Report:
    result = Report()
    for code in codes:
        result.add(code, HERE, "said")
    return result


def test_the_same_thing_is_said_once() -> None:
    found = report("DOC003", "DOC003", "DOC004").diagnostics
    assert [diagnostic.code for diagnostic in found] == ["DOC003", "DOC004"]


def test_of_two_equal_ones_the_graver_effect_counts() -> None:
    result = report("DOC003")
    result.add("DOC003", HERE, "said", effect=Effect.REFUSED)
    result.add("DOC003", HERE, "said", effect=Effect.DEGRADED)
    assert [found.effect for found in result.diagnostics] == [Effect.REFUSED]


def test_an_unknown_code_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        report("XXX001")


def test_a_report_takes_over_another_ones() -> None:
    result = report("DOC003")
    result.extend(report("DOC003", "DOC004").diagnostics)
    assert len(result.diagnostics) == 2


def test_list_positions_sort_as_numbers() -> None:
    result = Report()
    for position in (10, 2):
        result.add("DOC003", Place("a") / "x" / position, "said")
    places = [found.place for found in result.diagnostics]
    assert places == [Place("a", ("x", "2")), Place("a", ("x", "10"))]


def test_ignored_codes_are_left_out_and_unused_ones_told() -> None:
    kept = ignoring(report("DOC003", "DOC004").diagnostics, ["DOC003", "REF001"])
    assert [found.code for found in kept.diagnostics] == ["DOC004"]
    assert kept.unused == ("REF001",)


def test_strict_makes_warnings_errors_and_leaves_notes() -> None:
    found = report("DOC003", "DOC010").diagnostics
    assert not has_errors(found)
    assert [one.severity for one in strict(found)] == [Severity.ERROR, Severity.NOTE]
    assert has_errors(strict(found))


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_says_what_it_means_and_what_to_do(code: str) -> None:
    found = CODES[code]
    assert found.code == code
    assert code[:3] in FAMILIES
    assert code[3:].isdigit() and len(code) == 6
    assert found.title and not found.title.endswith(".")
    assert found.explanation.endswith(".")
    assert found.remedy.endswith(".")


def test_a_code_is_explained() -> None:
    assert explain_code("REF001") == (
        "REF001 (error): dangling reference\n\n"
        "Nothing stands where the $ref points. What refers to it is typed Any or left"
        " out.\n\n"
        "Correct the $ref, or add what it names.\n"
    )


@pytest.mark.parametrize(("code", "near"), [("ref001", "REF001"), ("REF01", "REF001")])
def test_a_misspelt_code_finds_its_neighbour(code: str, near: str) -> None:
    assert unknown_code_hint(code) == f"did you mean {near!r}?"


def test_the_page_of_codes_has_every_code_once() -> None:
    page = render_codes_markdown()
    for code in CODES:
        assert page.count(f"\n### {code}: ") == 1
