"""Patterns of descriptions: those Python reads in one way, and none with a warning."""

from __future__ import annotations

import warnings

import pytest

from oasmith.python.pattern_text import matching
from oasmith.python.patterns import regex


def test_a_pattern_is_compiled() -> None:
    found = regex("^[a-z]+$")
    assert found is not None
    assert found.search("abc")


@pytest.mark.parametrize("pattern", ["[", "(?<a", "a{99999999999}", "[[a]b]", r"\p{L}"])
def test_what_python_reads_otherwise_or_not_is_none(pattern: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert regex(pattern) is None
        assert matching(pattern) is None
