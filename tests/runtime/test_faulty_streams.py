"""Streams that break, drip and come again: each item is given once, and in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.runtime.faulty import Caller, address, caller, key
from tests.servers.entries import content_of
from tests.servers.misdeeds import Fault, Kind

__all__ = ["address", "caller", "key"]

COUNT = 40
SIZE = 30_000
WHOLE = [str(number) for number in range(1, COUNT + 1)]
LIMITS = {"length above": 0.5}
"""Seconds to wait for what never comes."""

ROWS = [f"r{number}" for number in range(COUNT)]


def events(options: Any) -> Callable[[Any], Any]:
    return lambda client: client.events.follow(options=options)


def lines(options: Any) -> Callable[[Any], Any]:
    return lambda client: client.lines.follow(options=options)


def ids(came: list[Any]) -> list[str]:
    return [item.id for item in came]


@pytest.mark.parametrize("again", ["0", "3"])
@pytest.mark.parametrize("kind", ["cut", "cut gzip"])
def test_events_that_break_go_on_and_double_none(
    caller: Caller, key: str, kind: Kind, again: str
) -> None:
    came: list[Any] = []
    options = caller.options(key, Fault(kind, times=2), items=f"{COUNT}", again=again)
    caller.take(events(options), came)
    assert ids(came) == WHOLE
    assert {(one.event, one.data) for one in came[:1]} == {("tick", "event\n1")}
    assert caller.effects(key) == 3


@pytest.mark.parametrize(
    "kind",
    [
        *("reset before", "reset after", "bad gzip"),
        *("storm", "busy", "bare", "error", "drip", "late"),
    ],
)
def test_a_stream_begins_when_it_can(caller: Caller, key: str, kind: Kind) -> None:
    fault = Fault(kind, times=2, seconds=0.05)
    for use, whole in ((events, WHOLE), (lines, ROWS)):
        came: list[Any] = []
        name = f"{key}-{use.__name__}"
        caller.take(use(caller.options(name, fault, items=f"{COUNT}")), came)
        assert ids(came) == whole


@pytest.mark.parametrize("kind", ["reset before", "bare", "storm"])
def test_events_that_break_meet_a_server_that_is_away(
    caller: Caller, key: str, kind: Kind
) -> None:
    came: list[Any] = []
    fault = Fault(kind, times=2, after=1)
    options = caller.options(key, fault, items=f"{COUNT}", breaks="yes")
    caller.take(events(options), came)
    assert ids(came) == WHOLE


@pytest.mark.parametrize("kind", ["cut", "cut gzip", "length above"])
def test_lines_that_break_off_are_told_with_all_that_came(
    caller: Caller, key: str, kind: Kind
) -> None:
    came: list[Any] = []
    options = caller.options(key, Fault(kind), items=f"{COUNT}")
    with pytest.raises(caller.package.TransportError) as caught:
        caller.take(lines(options), came, timeout=LIMITS.get(kind, 60))
    assert ids(came) == ROWS[: len(came)]
    assert f"after {len(came)} item" in str(caught.value)
    assert caller.effects(key) == 1


def test_a_line_that_ends_in_the_middle_is_no_item(caller: Caller, key: str) -> None:
    came: list[Any] = []
    options = caller.options(key, Fault("torn"), items="7")
    with pytest.raises(caller.package.DecodeError) as caught:
        caller.take(lines(options), came)
    assert ids(came) == ROWS[:3]
    assert "item 3" in str(caught.value)


def test_an_event_that_ends_in_the_middle_is_none(caller: Caller, key: str) -> None:
    came: list[Any] = []
    caller.take(events(caller.options(key, Fault("torn"), items="7")), came)
    assert ids(came) == WHOLE[: len(came)]
    assert 0 < len(came) < 7


def test_slow_events_have_no_limit_but_silence(caller: Caller, key: str) -> None:
    came: list[Any] = []
    options = caller.options(key, Fault("drip", seconds=1.2), items=f"{COUNT}")
    caller.take(events(options), came, timeout=1)
    assert ids(came) == WHOLE


@pytest.mark.parametrize("kind", ["cut", "cut gzip", "reset after", "length above"])
def test_a_download_is_whole_or_no_file(
    caller: Caller, key: str, kind: Kind, tmp_path: Path
) -> None:
    path = tmp_path / "file"
    options = caller.options(key, Fault(kind))
    client = caller.open()

    def download(timeout: float = 60) -> Any:
        limited = client.with_options(timeout=timeout)
        return caller.settled(limited.streaming.files.get(SIZE, options=options))

    try:
        if kind == "reset after":
            caller.settled(download().to_file(path))
        else:
            with pytest.raises(caller.package.TransportError):
                caller.settled(download(LIMITS.get(kind, 60)).to_file(path))
            assert list(tmp_path.iterdir()) == []
            caller.settled(download().to_file(path))
    finally:
        caller.settled(client.close())
    assert path.read_bytes() == content_of(SIZE)
