"""Statements that are too wide: found, laid out on their own, put back."""

from __future__ import annotations

import black
import pytest

from oasmith.python.wide import in_one_module, laid_out, replaced, wide_statements

MODE = black.Mode(target_versions={black.TargetVersion.PY311})
LONG = "x" * 60

MODULE = f'''"""{LONG} {LONG}"""

from .{LONG} import (
    a,
)
from .b import {LONG}, {LONG}


class A(B):
    """Words.

    {LONG} (with a bracket {LONG}
    """

    narrow: int = 1
    wide: list[{LONG}] | None = None

    def method(self, one: {LONG}, *, two: str = "# ( {LONG}") -> None:
        """Words."""
        if one:
            return call({LONG}, {LONG})
        return None


@overload
def found(
    self,
    narrow: int,
    *,
    wide: (
        list[{LONG} | None | {LONG}]
        | None
    ) = None,
    wider: dict[str, {LONG}] | list[{LONG}] | None = "(",
    other: str = "",
) -> str: ...


class C(D):
    def within(
        self,
        wide: dict[str, {LONG}] | list[{LONG}],
    ) -> None:
        pass

    async def both_are_too_wide(
        self,
        wide: dict[str, {LONG}] | list[{LONG}],
    ) -> list[{LONG} | {LONG}]:
        pass


@overload
def made(one: {LONG}, two: str) -> str: ...
'''


def in_parts(source: str) -> str:
    wide = wide_statements(source)
    texts = laid_out(black.format_str(in_one_module(wide), mode=MODE), wide)
    assert texts is not None
    return replaced(source, wide, texts)


def test_a_module_comes_out_as_if_black_had_seen_it_whole() -> None:
    assert in_parts(MODULE) == black.format_str(MODULE, mode=MODE) != MODULE


def test_only_the_statements_that_are_too_wide_are_found() -> None:
    found = [one.text.split()[0] for one in wide_statements(MODULE)]
    assert found == (
        ["from", "wide:", "def", "return", "wide:", "wider:", "wide:", "async", "def"]
    )


def test_a_parameter_is_taken_alone_where_it_has_lines_of_its_own() -> None:
    wide, wider, within = (one for one in wide_statements(MODULE) if one.is_parameter)
    assert (wide.depth, within.depth) == (1, 2)
    assert wide.text.count("\n") == 3
    assert wider.text.endswith('None = "(",')
    shared = f"def f(\n    a: {LONG}, b: list[{LONG}]\n): ...\n"
    assert not wide_statements(shared)[0].is_parameter


def test_a_statement_knows_where_it_stands() -> None:
    source = f"if a:\n    if b:\n        f({LONG}, {LONG})\n"
    (found,) = wide_statements(source)
    assert (found.start, found.end, found.depth, found.is_header) == (2, 3, 2, False)


@pytest.mark.parametrize("bound", [f"@f({LONG}, {LONG})", f"elif {LONG} or {LONG}:"])
def test_what_belongs_to_another_statement_does_not_stand_alone(bound: str) -> None:
    (found,) = wide_statements(f"{bound}\n    pass\n")
    assert not found.stands_alone


def test_brackets_that_are_never_closed_go_on_to_the_end() -> None:
    (found,) = wide_statements(f"a = 1\nf({LONG}, {LONG},\nb = 1")
    assert (found.start, found.end) == (1, 3)


def test_statements_that_cannot_be_told_apart_are_not_put_back() -> None:
    wide = wide_statements(MODULE)
    assert laid_out("a = 1\n", wide) is None
