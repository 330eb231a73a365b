"""The garbage collector is as it was, in whatever order threads come and go."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from itertools import permutations

import pytest

from oasmith.source.quiet import collector_paused, collector_young

Wish = Callable[[], AbstractContextManager[None]]


@pytest.fixture(params=[True, False], ids=["on", "off"])
def before(request: pytest.FixtureRequest) -> Iterator[bool]:
    was = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if was else gc.disable)()


def test_it_is_off_while_paused_and_on_for_what_is_new(before: bool) -> None:
    with collector_paused():
        assert not gc.isenabled()
        with collector_young():
            assert gc.isenabled()
            assert gc.get_freeze_count() > 0
        assert not gc.isenabled()
        assert gc.get_freeze_count() == 0
    assert gc.isenabled() is before


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_it_is_as_it_was_in_whatever_order_they_leave(
    order: tuple[int, ...], before: bool
) -> None:
    wishes: tuple[Wish, ...] = (collector_paused, collector_paused, collector_young)
    with ExitStack() as stack:
        # Each as a thread of its own would have it: not one inside the other.
        entered = [stack.enter_context(ExitStack()) for _ in wishes]
        for one, wish in zip(entered, wishes, strict=True):
            one.enter_context(wish())
        for number in order:
            entered[number].close()
    assert gc.isenabled() is before
    assert gc.get_freeze_count() == 0
