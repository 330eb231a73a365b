"""The sweep itself: what stops a description is a result, never the sweep's end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from tests.support.wheels import ROOT
from tests.sweep import pool
from tests.sweep.corpus import Spec
from tests.sweep.one import Part, Result, sweep_one
from tests.sweep.pool import swept
from tests.sweep.results import Results
from tests.sweep.table import failures, page
from tests.sweep.untyped import untyped_properties

PET_STORE = ROOT / "tests" / "ledger" / "specs" / "petstore-3.0.json"
TODAY = date(2030, 1, 2)


def sweep(specs: Iterable[Spec], patience: float = 60) -> dict[str, str]:
    """The state of each description."""
    found = swept(specs, 2, patience, Part.IMPORTS)
    return {one["name"]: one["state"] for one in found}


def test_a_package_is_imported_and_its_operations_counted() -> None:
    result = sweep_one("here/pets.json", PET_STORE)
    assert (result.state, result.why, result.lost) == ("imported", "", [])
    assert result.unbooked == []
    assert result.operations == result.found["operation"] > 0


def test_what_may_be_untyped_is_found_in_every_file_and_in_headers() -> None:
    spec = ROOT / "tests" / "sweep" / "specs" / "untyped.yaml"
    assert untyped_properties(spec) == {"note", "X-Open", "X-Json", "X-Lost"}


def test_a_description_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    path = tmp_path / "torn.json"
    path.write_text('{"openapi": ', encoding="utf-8")
    result = sweep_one("here/torn.json", path)
    assert result.state == "unreadable"
    assert result.why


def test_a_crash_is_a_result(tmp_path: Path) -> None:
    result = sweep_one("here/missing.json", tmp_path)
    assert result.state in ("crashed", "unreadable")
    assert result.why


def test_descriptions_are_swept_side_by_side(tmp_path: Path) -> None:
    torn = tmp_path / "torn.json"
    torn.write_text("[", encoding="utf-8")
    states = sweep([Spec("a/pets.json", PET_STORE), Spec("a/torn.json", torn)])
    assert states == {"a/pets.json": "imported", "a/torn.json": "unreadable"}


def test_a_description_that_takes_too_long_costs_only_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hang = ["python3", "-c", "import time; time.sleep(60)"]
    monkeypatch.setattr(pool, "COMMAND", hang)
    specs = [Spec("a/1.json", PET_STORE), Spec("a/2.json", PET_STORE)]
    assert set(sweep(specs, patience=0.5).values()) == {"timed out"}


def test_a_process_that_dies_costs_only_its_description(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool, "COMMAND", ["python3", "-c", "input()"])
    assert sweep([Spec("a/1.json", PET_STORE)]) == {"a/1.json": "crashed"}


def test_the_last_result_of_a_description_counts(tmp_path: Path) -> None:
    results = Results(tmp_path / "results.jsonl")
    results.add(asdict(Result("a", "crashed")))
    results.add(asdict(Result("a", "imported")))
    assert results.all()["a"]["state"] == "imported"


def test_a_lost_operation_and_a_type_error_are_failures() -> None:
    fine = asdict(Result("fine"))
    lost = asdict(Result("lost", lost=["GET /pets"]))
    wrong = asdict(Result("wrong", types={"mypy": 1, "pyright": 0, "says": ["x"]}))
    assert list(failures([fine, lost, wrong])) == [lost, wrong]


def test_the_page_names_what_failed_and_what_was_degraded() -> None:
    results = [
        Result("a/1", found={"operation": 2}, codes={"SCH001": {"degraded": 3}}),
        Result("a/2", "crashed", "KeyError: 'x'"),
    ]
    text = page([asdict(one) for one in results], [], TODAY)
    assert "2030-01-02" in text
    assert "| SCH001 | unknown type | degraded | 3 | 1 |" in text
    assert "| a/2 | crashed | KeyError: 'x' |" in text
