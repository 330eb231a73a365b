"""The calls of a soak, the faults they meet, and what has to come of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, assert_never, get_args

from tests.servers.misdeeds import Fault, Kind

__all__ = ["OPERATIONS", "Expected", "Operation", "Work", "expected", "planned"]

Operation: TypeAlias = Literal[
    "get", "replace", "create", "delete", "upload", "download"
]
OPERATIONS: tuple[Operation, ...] = get_args(Operation)
REPEATABLE = frozenset({"get", "replace", "delete", "download"})
"""What may be carried out twice (RFC 9110, 9.2.2)."""

SHARES: tuple[Operation, ...] = (
    *("get",) * 7,
    *("replace",) * 4,
    *("create",) * 6,
    "delete",
    "upload",
    "download",
)
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
BODILESS = frozenset({"cut", "bad gzip", "cut gzip", "length below", "length above"})
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


@dataclass(frozen=True, slots=True)
class Expected:
    """What has to come of a call.

    ``error`` is the name of what it raises, "" for nothing; ``effects`` how often the
    server carried it out; ``attempts`` how often it was sent.
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


def expected(operation: Operation, fault: Fault | None) -> Expected:
    """What comes of an operation that meets a fault, with two retries."""
    kind: Kind | None = None if fault is None else fault.kind
    times = 0 if fault is None else fault.times
    repeatable = operation in REPEATABLE
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
        case "length below":
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
