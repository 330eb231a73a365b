"""What a server can do wrong on the wire, and what a client makes of it.

A generated client against Starlette and uvicorn; the server counts what it carried out.
"""

from __future__ import annotations

import itertools
import time

import pytest

from tests.runtime.faulty import Caller, address, caller, key
from tests.servers.misdeeds import KINDS, Fault, Form, Kind
from tests.soak.calls import judged
from tests.soak.plan import PLAIN, Operation, Work, expected

__all__ = ["address", "caller", "key"]

UNSEEN = ("length below", "torn")
"""Nobody can tell that a file is not whole where the length fits."""


@pytest.fixture
def number(key: str) -> int:
    """A number for the calls of one test alone."""
    return int(key.removeprefix("call-"))


@pytest.mark.parametrize("operation", ["get", "create", "download"])
@pytest.mark.parametrize("kind", [one for one in KINDS if one != "length above"])
def test_every_fault_ends_as_it_must(
    caller: Caller, number: int, operation: Operation, kind: Kind
) -> None:
    if operation == "download" and kind in UNSEEN:
        pytest.skip("nobody can tell that such a file is not whole")
    work = Work(number, operation, Fault(kind, seconds=0.05))
    # What is too much would be read as the answer to the next call.
    own = {"timeout": 60} if kind == "length below" else {}
    assert not judged(work, caller.make(work, **own))
    assert caller.effects(work.key) == expected(operation, work.fault).effects


def test_a_body_that_never_ends_meets_the_limit(caller: Caller, number: int) -> None:
    work = Work(number, "download", Fault("length above"))
    assert not judged(work, caller.make(work, timeout=0.5))


def test_a_limit_is_kept_while_bytes_come(caller: Caller, number: int) -> None:
    work = Work(number, "get", Fault("drip", seconds=30))
    began = time.monotonic()
    assert caller.make(work, timeout=0.5).error == "RequestTimeoutError"
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("form", ["date", "reset", "moment"])
@pytest.mark.parametrize("operation", ["get", "create"])
def test_a_storm_passes_however_it_says_so(
    caller: Caller, number: int, operation: Operation, form: Form
) -> None:
    work = Work(number, operation, Fault("storm", times=2, seconds=0.05, form=form))
    assert not judged(work, caller.make(work))
    assert caller.effects(work.key) == 1


@pytest.mark.parametrize("ahead", [3600.0, -3600.0])
def test_a_clock_that_is_an_hour_off_holds_no_call_up(
    caller: Caller, number: int, ahead: float
) -> None:
    work = Work(number, "get", Fault("storm", seconds=1, form="date"))
    began = time.monotonic()
    outcome = caller.make(work, wall=lambda: time.time() + ahead)
    assert (outcome.error, outcome.attempts) == ("", 2)
    assert time.monotonic() - began < 20


def test_the_limit_of_a_call_does_not_go_by_the_time_of_day(
    caller: Caller, number: int
) -> None:
    hours = itertools.count(0, 3600)
    work = Work(number, "create", Fault("storm", times=2, seconds=0.05))
    outcome = caller.make(work, wall=lambda: time.time() + next(hours), timeout=30)
    assert not judged(work, outcome)


@pytest.mark.parametrize("operation", PLAIN)
def test_a_call_is_carried_out_once(
    caller: Caller, number: int, operation: Operation
) -> None:
    work = Work(number, operation, None)
    assert not judged(work, caller.make(work))
    assert caller.effects(work.key) == 1
