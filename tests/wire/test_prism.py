"""Both clients against a mock server that was not written here: Stoplight Prism.

It checks every request against the description. Every operation is called with only
what is required and with everything set, synchronously and asynchronously, and what
Prism answers, the examples of the description, is decoded strictly.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.environments import Environment
from tests.support.prism import prism
from tests.support.wheels import PACKAGES, ROOT
from tests.wire.plans import plan

DRIVER = Path(__file__).parent / "drivers" / "every_operation.py"
LEDGER = ROOT / "tests" / "ledger"


@pytest.mark.parametrize(("project", "count"), [*zip(PACKAGES, (6, 45), strict=True)])
def test_prism_finds_no_fault_with_any_request(
    project: str, count: int, own_environment: Environment, tmp_path: Path
) -> None:
    spec = ROOT / "specs" / f"{project}.yaml"
    plans = tmp_path / "plan.json"
    plans.write_text(json.dumps(plan(spec)), encoding="utf-8")
    with prism(spec) as address:
        told = own_environment.run(
            DRIVER,
            PACKAGES[project],
            address,
            str(plans),
            "strict",
            environment={"PYTHONPATH": str(LEDGER)},
        )
    for mode, result in told.items():
        wrong = result["wrong"]
        assert not wrong, f"{mode}: {json.dumps(wrong, indent=1)}"
        assert len(result["calls"]) == count
        few = [call for call, made in result["calls"].items() if len(made) < 2]
        assert not few, f"{mode}: called once only: {few}"
