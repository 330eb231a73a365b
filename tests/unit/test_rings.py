"""What leads back to itself, in graphs of any size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from oasmith.ir.rings import rings_of


@pytest.mark.parametrize(
    ("ahead", "rings"),
    [
        ({}, []),
        ({"a": "b", "b": "c"}, []),
        ({"a": "a", "b": "a"}, ["a"]),
        ({"a": "b", "b": "a"}, ["ab"]),
        ({"a": "bc", "b": "a", "c": "d", "d": "c"}, ["ab", "cd"]),
        ({"a": "b", "b": "cd", "c": "a", "d": "e"}, ["abc"]),
        ({"a": "bd", "b": "c", "c": "b", "d": "ca"}, ["ad", "bc"]),
        ({"a": "b", "b": "c", "c": "abd", "d": "b"}, ["abcd"]),
    ],
)
def test_each_has_all_of_its_ring(ahead: dict[str, str], rings: list[str]) -> None:
    expected = {one: frozenset(ring) for ring in rings for one in ring}
    assert rings_of(ahead) == expected


def test_a_way_of_any_length_is_gone_once() -> None:
    size = 5000
    asked: list[int] = []

    class Ahead(Mapping[int, list[int]]):
        def __getitem__(self, one: int) -> list[int]:
            asked.append(one)
            return [(one + 1) % size]

        def __iter__(self) -> Iterator[int]:
            return iter(range(size))

        def __len__(self) -> int:
            return size

    ring = rings_of(Ahead())
    assert ring[0] == frozenset(range(size))
    assert len(asked) <= 3 * size
