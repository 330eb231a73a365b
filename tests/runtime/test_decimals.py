"""Decimals in fields that hold numbers."""

from __future__ import annotations

import decimal

import pytest

from oasmith.runtime import rt


@rt.model
class Priced(rt.Model):
    """Fields that hold numbers, alone and within others, and one that holds more."""

    total: float = rt.field("Total")
    parts: list[float] | None = rt.field("Parts", default=None)
    rates: dict[str, float] | None = rt.field("Rates", default=None)
    text: str | float | None = rt.field("Text", default=None)


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("1.10", "1.1"),
        ("-0.1", "-0.1"),
        ("1.00", "1"),
        ("1E+3", "1000"),
        ("90071992547409931234567890", "90071992547409931234567890"),
        ("1E-7", "1e-07"),
        ("123456789.123456", "123456789.123456"),
    ],
)
def test_a_decimal_is_a_number_where_numbers_are_due(given: str, written: str) -> None:
    number = decimal.Decimal(given)
    assert Priced(total=number).to_json() == f'{{"Total":{written}}}'
    made = Priced(total=1, parts=[number, 2], rates={"a": number}, text=number)
    within = f'"Parts":[{written},2],"Rates":{{"a":{written}}}'
    assert made.to_json().startswith(f'{{"Total":1,{within},"Text":"')


@pytest.mark.parametrize(
    "given", ["0.1000000000000000055", "1E-400", "1E+400", "NaN", "-Infinity"]
)
def test_a_decimal_that_no_number_holds_is_refused_by_name(given: str) -> None:
    for made in (
        Priced(total=decimal.Decimal(given)),
        Priced(total=1, rates={"a": given}),
    ):
        if made.rates:
            made.rates["a"] = decimal.Decimal(given)
        with pytest.raises(ValueError, match=r"^(Total|Rates): "):
            made.to_dict()
