"""A short soak, and that a soak would tell what it looks for."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.soak.calls import Outcome, judged
from tests.soak.measure import Held
from tests.soak.plan import FAULTS, Work, expected, planned
from tests.soak.run import Mode, Soaked, server, soak
from tests.soak.verdict import BLOCKS, KILOBYTES, rows, verdict
from tests.sweep.proof import SOAK, proofs

REST = Held(50_000, 100_000, 10)


def soaked(**changed: Any) -> Soaked:
    """A soak without a fault, but for what is changed."""
    fine = Soaked("async", 100, 10, opened=REST, rests=[REST] * 5, closed=REST)
    return replace(fine, **changed)


@pytest.mark.parametrize("mode", ["async", "threads"])
def test_a_short_soak_loses_and_doubles_nothing(
    mode: Mode, entries: ModuleType
) -> None:
    with server() as address:
        result = soak(
            entries,
            address,
            mode,
            calls=500,
            in_flight=50,
            rounds=4,
            advance=lambda count: None,
        )
    assert not list(verdict(result))
    assert sum(result.faults.values()) == 500
    assert result.faults["none"] == 475


def test_every_fault_has_its_turn() -> None:
    works = [planned(number) for number in range(20_000)]
    met = [work.fault for work in works if work.fault is not None]
    assert len(met) == 1_000
    assert set(met) == set(FAULTS)
    for operation in ("list", "follow", "get with a token"):
        kinds = {work.fault for work in works if work.operation == operation}
        assert len(kinds) > len(FAULTS)


def test_only_what_may_be_repeated_is_carried_out_twice() -> None:
    for fault in FAULTS:
        assert expected("create", fault).effects <= 1
        assert expected("upload", fault).effects <= 1
        assert expected("create with a token", fault).effects <= 1


def test_an_end_that_was_not_expected_is_told() -> None:
    work = Work(1, "create", None)
    assert not judged(work, Outcome("", 1))
    assert "not its own" in judged(work, Outcome("", 1, is_right=False))
    assert "TransportError" in judged(work, Outcome("TransportError", 1))
    assert "attempts=2" in judged(work, Outcome("", 2))
    several = Work(1, "list", None)
    assert not judged(several, Outcome("", None))
    assert "not its own" in judged(several, Outcome("", None, is_right=False))


@pytest.mark.parametrize(
    ("result", "said"),
    [
        (soaked(lost=["call-1"]), "lost: call-1"),
        (soaked(doubled=["call-1"]), "doubled: call-1"),
        (
            soaked(rests=[REST, replace(REST, blocks=REST.blocks + BLOCKS + 1)]),
            "blocks",
        ),
        (soaked(closed=replace(REST, files=12)), "2 sockets are left open"),
        (soaked(rests=[REST, replace(REST, files=99)]), "89 sockets were open"),
        (soaked(connections=3), "3 connections left"),
        (soaked(closed=replace(REST, running=2)), "2 threads or tasks are left"),
        (soaked(rests=[REST, replace(REST, running=1)]), "became more"),
        (soaked(seconds=30.0, tokens=13), "13 tokens were issued"),
        (soaked(wrong=["call-1"]), "call-1"),
    ],
)
def test_what_is_wrong_is_told(result: Soaked, said: str) -> None:
    assert said in "\n".join(verdict(result))
    grown = replace(REST, kilobytes=REST.kilobytes + KILOBYTES + 1)
    assert "kB" in "".join(verdict(soaked(rests=[REST, grown])))
    assert not list(verdict(soaked()))


def test_the_page_has_the_numbers(tmp_path: Path) -> None:
    assert proofs(tmp_path) == []
    result = soaked(faults={"cut": 5, "none": 95}, doubled=["call-7"])
    kept = {"async": {"rows": rows(result), "faults": {"cut": 5}, "wrong": ["call-7"]}}
    (tmp_path / SOAK).write_text(json.dumps(kept), encoding="utf-8")
    (section,) = proofs(tmp_path)
    assert "| carried out too often | 1 |" in section
    assert "| cut | 5 |" in section
    assert "- call-7" in section
