"""The calls of a soak, the faults they meet, and what has to come of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, assert_never, get_args

from tests.servers.misdeeds import Fault, Kind
from tests.servers.rows import WAYS

__all__ = [
    "EVENTS",
    "OPERATIONS",
    "PLAIN",
    "Expected",
    "Operation",
    "Work",
    "expected",
    "planned",
    "wanted",
]

Plain: TypeAlias = Literal["get", "replace", "create", "delete", "upload", "download"]
Operation: TypeAlias = Literal[
    Plain, "list", "follow", "get with a token", "create with a token"
]
PLAIN: tuple[Plain, ...] = get_args(Plain)
OPERATIONS: tuple[Operation, ...] = get_args(Operation)
UNREPEATABLE = frozenset({"create", "upload", "create with a token"})
"""What must not be carried out twice (RFC 9110, 9.2.2)."""

SHARES: tuple[Operation, ...] = (
    *("get",) * 5,
    *("replace",) * 3,
    *("create",) * 4,
    *("get with a token",) * 2,
    "create with a token",
    "delete",
    "upload",
    "download",
    "list",
    "follow",
)
EVENTS = 20
"""So many has a stream."""

PAGES = 3
"""So many has a list, and one more without rows where nothing says so."""
# Wrong lengths are not among them: what a server sends beyond the length it told is
# read, on a connection that is kept, as the answer to the next call.
FAULTS: tuple[Fault, ...] = (
    Fault("reset before"),
    Fault("reset after"),
    Fault("cut"),
    Fault("drip", seconds=0.2),
    Fault("late", seconds=0.2),
    Fault("bad gzip"),
    Fault("cut gzip"),
    Fault("storm", times=2),
    Fault("storm", seconds=1, form="date"),
    Fault("busy"),
    Fault("bare"),
    Fault("error"),
    Fault("reset before", times=2),
)
BODILESS = frozenset({"cut", "bad gzip", "cut gzip"})
"""Faults of a body, which an answer to ``delete`` has none of."""

ONE_IN = 20


@dataclass(frozen=True, slots=True)
class Work:
    """One call: what it does, and what happens to it."""

    number: int
    operation: Operation
    fault: Fault | None

    @property
    def key(self) -> str:
        """The name of the call, by which the server counts its effects."""
        return f"call-{self.number}"

    @property
    def size(self) -> int:
        """Of its file, in bytes."""
        return 1_000 + self.number % 7 * 10_000

    @property
    def way(self) -> str:
        """How the pages of its list follow each other."""
        return WAYS[self.number // len(SHARES) % len(WAYS)]


@dataclass(frozen=True, slots=True)
class Expected:
    """What has to come of a call.

    ``error`` is the name of what it raises, "" for nothing; ``effects`` how often the
    server carried it out; ``attempts`` how often it was sent. A list is so for one of
    its pages.
    """

    error: str
    effects: int
    attempts: int


def planned(number: int) -> Work:
    """The call of a number: one in twenty meets a fault, each kind in its turn."""
    operation = SHARES[number * 7 % len(SHARES)]
    turn, rest = divmod(number, ONE_IN)
    if rest != turn % ONE_IN:
        return Work(number, operation, None)
    fault = FAULTS[turn % len(FAULTS)]
    fits = fault.kind not in BODILESS or operation != "delete"
    return Work(number, operation, fault if fits else FAULTS[0])


def wanted(work: Work) -> Expected:
    """What comes of a piece of work as a whole."""
    one = expected(work.operation, work.fault)
    if work.operation != "list":
        return one
    pages = PAGES + (work.way == "by_page")
    return replace(one, effects=one.effects + pages - 1)


def expected(operation: Operation, fault: Fault | None) -> Expected:
    """What comes of an operation that meets a fault, with two retries."""
    kind: Kind | None = None if fault is None else fault.kind
    times = 0 if fault is None else fault.times
    repeatable = operation not in UNREPEATABLE
    match kind:
        case None | "drip" | "late":
            return Expected("", 1, 1)
        case "storm" | "busy":
            return Expected("", 1, 1 + times)
        case "reset before":
            return Expected("", 1, 1 + times) if repeatable else _lost("Transport", 0)
        case "bare":
            return (
                Expected("", 1, 1 + times) if repeatable else _lost("InternalServer", 0)
            )
        case "error":
            return _again(times) if repeatable else _lost("InternalServer", 1)
        case "reset after" | "cut" | "bad gzip" | "cut gzip":
            return _again(times) if repeatable else _lost("Transport", 1)
        case "length below" | "torn":
            return _lost("Decode", 1)
        case "length above":
            return _lost("RequestTimeout", 1)
        case _:
            assert_never(kind)


def _again(times: int) -> Expected:
    """Carried out each time."""
    return Expected("", 1 + times, 1 + times)


def _lost(kind: str, effects: int) -> Expected:
    """An error at once."""
    return Expected(f"{kind}Error", effects, 1)
