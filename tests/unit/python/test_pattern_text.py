"""Texts made up for patterns match them; patterns beyond what is known give none."""

from __future__ import annotations

import re

import pytest

from oasmith.python.pattern_text import matching


@pytest.mark.parametrize(
    ("pattern", "made"),
    [
        ("^[A-Z]{2}-\\d{3}$", "AA-000"),
        ("^(red|blue)$", "red"),
        ("^(?:a|b)c$", "ac"),
        ("^(?P<word>x+)!?$", "x"),
        ("^(?<word>x+)$", None),
        ("^a{2,4}$", "aa"),
        ("^\\x41\\u0042$", "AB"),
        ("^[^a-z]$", "0"),
        ("^[\\]]$", "]"),
        ("^\\.\\/$", "./"),
        ("^\\S+@\\S+$", "a@a"),
        ("", ""),
        ("b*", ""),
    ],
)
def test_patterns_of_the_usual_parts(pattern: str, made: str | None) -> None:
    assert matching(pattern) == made
    assert made is None or re.search(pattern, made)


@pytest.mark.parametrize(
    "pattern", ["^[a-z]+$", "^[a-z]*$", "^a(b|c){2,}$", "^\\w{3,}"]
)
@pytest.mark.parametrize("least", [1, 3, 8, 20])
def test_what_may_be_repeated_is_until_it_is_long_enough(
    pattern: str, least: int
) -> None:
    made = matching(pattern, least)
    assert made is not None
    assert len(made) >= least
    assert re.search(pattern, made)


@pytest.mark.parametrize(
    "pattern",
    [
        "^(?=a)b$",
        "^(?!a)b$",
        "(a)\\1",
        "\\p{L}",
        "[",
        "[a",
        "(",
        "a)",
        "*",
        "\\",
        "a\\",
        "\\u12",
        "[b-a]",
        "^a{999}$",
        "(" * 5000,
        "^b$a",
    ],
)
def test_what_is_not_known_gives_none(pattern: str) -> None:
    assert matching(pattern) is None


def test_a_text_that_cannot_be_so_long_is_none() -> None:
    assert matching("^ab?$", 5) is None
