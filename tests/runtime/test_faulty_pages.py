"""Lists whose pages fail, move and turn in circles: each row is delivered once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.runtime.faulty import Caller, address, caller, key
from tests.servers.lists import IDS
from tests.servers.misdeeds import Fault, Kind
from tests.servers.rows import WAYS

__all__ = ["address", "caller", "key"]

LED = ("by_cursor", "by_url", "by_link")
"""Ways in which the server says what comes next."""

MENDED: tuple[Kind, ...] = (
    *("reset before", "reset after", "cut", "bad gzip", "cut gzip"),
    *("storm", "busy", "bare", "error"),
)


def rows(way: str, options: Any) -> Callable[[Any], Any]:
    """The list that goes on in a way, by a client."""
    return lambda client: getattr(client.rows, way)(options=options)


def ids(came: list[Any]) -> list[str]:
    return [row.id for row in came]


@pytest.mark.parametrize("size", ["25", "100"])
@pytest.mark.parametrize("way", WAYS)
def test_each_row_comes_once_whatever_size_the_server_has(
    caller: Caller, key: str, way: str, size: str
) -> None:
    came: list[Any] = []
    caller.take(rows(way, caller.options(key, size=size)), came)
    assert ids(came) == IDS
    full = -(-len(IDS) // int(size))
    assert caller.effects(key) == full + (way == "by_page")


@pytest.mark.parametrize("kind", MENDED)
@pytest.mark.parametrize("way", WAYS)
def test_a_page_in_the_middle_that_fails_is_asked_for_again(
    caller: Caller, key: str, way: str, kind: Kind
) -> None:
    came: list[Any] = []
    fault = Fault(kind, times=2, after=1)
    caller.take(rows(way, caller.options(key, fault)), came)
    assert ids(came) == IDS


@pytest.mark.parametrize("way", WAYS)
def test_a_page_that_stays_away_leaves_what_came_and_can_be_asked_for_later(
    caller: Caller, key: str, way: str
) -> None:
    options = caller.options(key, Fault("bare", times=3, after=1))
    client = caller.open()
    try:
        page = caller.settled(rows(way, options)(client))
        with pytest.raises(caller.package.InternalServerError):
            caller.settled(page.next_page())
        assert ids(page.items) == IDS[:100]
        following = caller.settled(page.next_page())
    finally:
        caller.settled(client.close())
    assert ids(following.items) == IDS[100:200]


@pytest.mark.parametrize("way", WAYS)
def test_a_page_that_is_torn_is_no_end_of_the_list(
    caller: Caller, key: str, way: str
) -> None:
    came: list[Any] = []
    with pytest.raises(caller.package.DecodeError):
        caller.take(rows(way, caller.options(key, Fault("torn", after=1))), came)
    assert ids(came) == IDS[:100]


@pytest.mark.parametrize("way", LED)
def test_rows_that_come_before_the_list_meanwhile_double_none(
    caller: Caller, key: str, way: str
) -> None:
    came: list[Any] = []
    caller.take(rows(way, caller.options(key, grows="3")), came)
    assert ids(came) == IDS


@pytest.mark.parametrize("grows", ["1", "60"])
@pytest.mark.parametrize("way", ["by_page", "by_offset"])
def test_rows_that_move_while_they_are_counted_are_not_lost(
    caller: Caller, key: str, way: str, grows: str
) -> None:
    came: list[Any] = []
    caller.take(rows(way, caller.options(key, grows=grows)), came)
    assert list(dict.fromkeys(ids(came))) == IDS


@pytest.mark.parametrize("way", LED)
def test_a_list_that_leads_back_ends(caller: Caller, key: str, way: str) -> None:
    came: list[Any] = []
    caller.take(rows(way, caller.options(key, turns="yes", size="25")), came)
    assert ids(came) == IDS[:75]
    assert caller.effects(key) == 3


def test_a_page_that_drips_has_a_limit_of_its_own(caller: Caller, key: str) -> None:
    came: list[Any] = []
    options = caller.options(key, Fault("drip", seconds=30, after=1))
    with pytest.raises(caller.package.RequestTimeoutError):
        caller.take(rows("by_cursor", options), came, timeout=0.8)
    assert ids(came) == IDS[:100]
