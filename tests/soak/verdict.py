"""What is wrong with a soak, and the table of one."""

from __future__ import annotations

from collections.abc import Iterator

from tests.soak.measure import Held
from tests.soak.run import LASTS, Soaked

__all__ = ["faults_of", "growth", "rows", "verdict"]

KILOBYTES = 8_192
"""A process may grow so much once it is warm: the allocator's, not the calls'."""

BLOCKS = 2_000
"""So many may be allocated more: a leak is some for each call of a kind."""

SHOWN = 20
"""So many of a kind are named."""

IDLE = 20
"""Connections that httpx2 keeps when nobody calls."""


def growth(result: Soaked) -> tuple[int, int]:
    """Kilobytes and blocks, from the middle of a soak to its end."""
    first, last = _middle(result), result.rests[-1]
    return last.kilobytes - first.kilobytes, last.blocks - first.blocks


def most_tokens(result: Soaked) -> float:
    """How many tokens may be issued where each is used while it lasts."""
    return result.seconds / (0.9 * LASTS) + 1


def _middle(result: Soaked) -> Held:
    return result.rests[(len(result.rests) - 1) // 2]


def verdict(result: Soaked) -> Iterator[str]:
    """What is wrong; nothing where all is well."""
    yield from result.wrong[:SHOWN]
    yield from (f"lost: {one}" for one in result.lost[:SHOWN])
    yield from (f"doubled: {one}" for one in result.doubled[:SHOWN])
    kilobytes, blocks = growth(result)
    if kilobytes > KILOBYTES:
        yield f"grew by {kilobytes:,} kB"
    if blocks > BLOCKS:
        yield f"grew by {blocks:,} blocks"
    before, after = _held(result.opened), _held(result.closed)
    idle = max(one.files for one in result.rests) - before.files
    if idle > IDLE + 5:
        yield f"{idle} sockets were open while nobody called"
    if _middle(result).running < result.rests[-1].running:
        yield f"{_middle(result).running} threads and tasks became more"
    if after.running > before.running:
        yield f"{after.running - before.running} threads or tasks are left"
    if result.tokens > most_tokens(result):
        yield f"{result.tokens} tokens were issued in {result.seconds:.0f} seconds"
    if after.files > before.files:
        yield f"{after.files - before.files} sockets are left open"
    if result.connections > 0:
        yield f"the server has {result.connections} connections left"


def rows(result: Soaked) -> list[tuple[str, str]]:
    """The numbers of a soak, each with what it is."""
    kilobytes, blocks = growth(result)
    before, after = _held(result.opened), _held(result.closed)
    peak = max(one.files for one in result.rests) - before.files
    spoilt = sum(count for kind, count in result.faults.items() if kind != "none")
    return [
        ("calls", f"{result.calls:,}"),
        ("in flight", f"{result.in_flight:,}"),
        ("calls that met a fault", f"{spoilt:,} ({100 * spoilt / result.calls:.1f} %)"),
        ("ended as they must", f"{result.calls - len(result.wrong):,}"),
        ("lost", f"{len(result.lost):,}"),
        ("carried out too often", f"{len(result.doubled):,}"),
        ("lists, each row once", f"{result.kinds.get('list', 0):,}"),
        ("streams, each event once", f"{result.kinds.get('follow', 0):,}"),
        ("calls with a token", f"{_with_token(result):,}"),
        ("tokens issued", f"{result.tokens:,}"),
        ("calls whose token had ended", f"{result.refused:,}"),
        ("calls a second", f"{result.calls / max(result.seconds, 0.1):,.0f}"),
        ("memory, second half", f"{kilobytes:+,} kB"),
        ("blocks allocated, second half", f"{blocks:+,}"),
        ("sockets between rounds, at most", f"{peak:,}"),
        ("sockets left once closed", f"{after.files - before.files:,}"),
        ("threads and tasks left", f"{after.running - before.running:,}"),
    ]


def _with_token(result: Soaked) -> int:
    return sum(count for kind, count in result.kinds.items() if "token" in kind)


def faults_of(result: Soaked) -> dict[str, int]:
    """How many calls met each fault."""
    return {
        kind: count for kind, count in sorted(result.faults.items()) if kind != "none"
    }


def _held(told: Held | None) -> Held:
    return told or Held(0, 0, 0)
