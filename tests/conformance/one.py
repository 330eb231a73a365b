"""One description from its file to what Prism thinks of every request."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.conformance.known import Known
from tests.ledger.documents import Spot
from tests.support.prism import prism
from tests.support.processes import clean_environment, execute
from tests.support.wheels import ROOT
from tests.sweep.examples import open_book
from tests.sweep.generating import package_name, write_package
from tests.sweep.schemas import Unusable, Validators
from tests.wire.plans import Fault, plan

DRIVER = ROOT / "tests" / "wire" / "drivers" / "every_operation.py"
LEDGER = ROOT / "tests" / "ledger"
PATIENCE = 900
"""Seconds that all calls of a description may take, and that Prism may to load it."""

PROBLEM = "https://stoplight.io/prism/errors#"
BLAMED = frozenset(
    {
        "INVALID_CONTENT_TYPE",
        "NO_METHOD_MATCHED_ERROR",
        "NO_PATH_MATCHED_ERROR",
        "NO_SERVER_MATCHED_ERROR",
        "UNAUTHORIZED",
        "UNPROCESSABLE_ENTITY",
    }
)
"""Problems that are about the request; others are Prism's in making an answer."""

UNKNOWN = "no value is known that the description allows there"


@dataclass
class Result:
    """What a run knows of one description.

    ``violations`` are those nobody has explained, ``explained`` those whose reason is
    known, ``unmade`` the calls for which no arguments could be made, ``unsuited`` the
    operations for which no values could.
    """

    name: str
    state: str = "checked"
    why: str = ""
    seconds: float = 0.0
    operations: int = 0
    calls: int = 0
    violations: list[str] = field(default_factory=list)
    explained: list[str] = field(default_factory=list)
    unmade: list[str] = field(default_factory=list)
    unsuited: list[str] = field(default_factory=list)


def check(name: str, spec: Path, known: Known) -> Result:
    """Generate the package of ``spec`` and have Prism check every request it makes."""
    result = Result(name)
    began = time.perf_counter()
    with TemporaryDirectory(prefix="conformance-") as folder:
        project, package = Path(folder) / "project", package_name(name)
        written = write_package(spec, project, package)
        if written.state == "written":
            _call_all(result, spec, project, package, known)
        else:
            result.state = written.state
    result.seconds = round(time.perf_counter() - began, 1)
    return result


def _call_all(
    result: Result, spec: Path, project: Path, package: str, known: Known
) -> None:
    planned = plan(spec, faults_of(spec))
    by_call = {one["call"]: one for one in planned}
    result.unsuited = [
        f"{one['call']}: {one['unsuited']}" for one in planned if "unsuited" in one
    ]
    plans = project / "plan.json"
    plans.write_text(json.dumps(planned), encoding="utf-8")
    path = os.pathsep.join([str(project), str(LEDGER)])
    with prism(spec, PATIENCE) as address:
        done = execute(
            [
                sys.executable,
                "-B",
                str(DRIVER),
                package,
                address,
                str(plans),
                "lenient",
            ],
            environment=clean_environment({"PYTHONPATH": path}),
            timeout=PATIENCE,
        )
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    for mode, made in told.items():
        result.operations = len(made["calls"])
        result.calls += sum(len(titles) for titles in made["calls"].values())
        for wrong in made["wrong"]:
            if misfit(wrong["title"], by_call[wrong["call"]]):
                result.explained.append(UNKNOWN)
            else:
                _note(result, mode, wrong, known)


def faults_of(spec: Path) -> Fault:
    """What a validator of JSON Schema says against values of requests."""
    validators = Validators(open_book(spec))

    def fault(schema: Spot, value: Any) -> str:
        try:
            return validators.fault(schema, "request", value)
        except Unusable:
            return ""

    return fault


def misfit(title: str, planned: Mapping[str, Any]) -> bool:
    """Whether what a call of this title sends does not fit the description itself."""
    which, _, body = title.partition(", ")
    if which not in ("required", "all"):
        return False
    sent = {*planned[which], body.partition(" ")[2] or "0"}
    return not sent.isdisjoint(planned["misfits"])


def _note(result: Result, mode: str, wrong: Mapping[str, Any], known: Known) -> None:
    """Sort what went wrong with one call."""
    title = f"{mode} {wrong['call']} ({wrong['title']})"
    if "unmade" in wrong:
        _sort(result.unmade, result, f"{title}: {wrong['unmade']}", known)
        return
    for said in blamed(wrong):
        _sort(
            result.violations, result, f"{title}: {said} | {wrong['sent']}"[:900], known
        )


def _sort(kept: list[str], result: Result, text: str, known: Known) -> None:
    reason = known.reason(result.name, text)
    if reason:
        result.explained.append(reason)
    else:
        kept.append(text)


def blamed(wrong: Mapping[str, Any]) -> Iterator[str]:
    """What Prism says against a request."""
    listed = json.loads(wrong.get("violations") or "[]")
    for one in listed:
        if one["location"][0] == "request":
            place = ".".join(map(str, one["location"]))
            # Some have no code: a parameter that Prism cannot read at all.
            yield f"{place} {one.get('code', 'unreadable')} {one['message']}"
    said = wrong.get("said", "")
    if not listed and PROBLEM in said:
        problem = json.loads(said)
        kind = problem["type"].removeprefix(PROBLEM)
        if kind in BLAMED:
            detail = problem.get("detail", "")
            yield f"{kind} {detail} {json.dumps(problem.get('validation', ''))}"
    if "error" in wrong and "DecodeError" not in wrong["error"]:
        yield wrong["error"]
