"""The ledger and the built packages against a walk that knows nothing of the generator.

Whatever the walk finds in a description has to be in the ledger, by its place in the
author's own file, and in the package, by import.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from tests.ledger.agreement import FORM_FIELD, unbooked
from tests.ledger.documents import Documents, steps_of
from tests.ledger.walk import Item, uses, whole_objects
from tests.support.once import once, shared_folder
from tests.support.processes import run
from tests.support.wheels import ROOT

HERE = Path(__file__).parent
SPECS = {
    "wasabi_air": "specs/wasabi-air.yaml",
    "unstructured_platform": "specs/unstructured-platform.yaml",
    "pet_shelter": "tests/ledger/specs/petstore-2.0.yaml",
    "pet_library": "tests/ledger/specs/petstore-3.0.json",
    "aquarium": "tests/ledger/specs/aquarium-3.2.yaml",
}
"""The package of each description."""

COMPLETE = ("wasabi_air", "unstructured_platform")
"""Those of which nothing may be degraded or refused."""

USED = ("operation", "parameter", "body", "response", "media type", "header")
"""The kinds of which every use by an operation is an entry."""


@dataclass(frozen=True)
class Built:
    """A generated package: its ledger, and what importing it showed."""

    package: str
    spec: str
    ledger: Mapping[str, Any]
    present: Mapping[str, Any]
    items: list[Item] = field(repr=False)

    def operations(self, client: str) -> dict[str, dict[str, Any]]:
        """The methods of a client, by the operation they call."""
        found = {}
        for one in self.present["operations"]:
            if one["client"] == client:
                assert one["call"] not in found, f"two methods for {one['call']}"
                found[one["call"]] = one
        return found

    def statuses(self) -> dict[tuple[str, str], set[str]]:
        """What became of each element, by kind and place."""
        found: dict[tuple[str, str], set[str]] = {}
        for entry in self.ledger["entries"]:
            found.setdefault((entry["kind"], entry["place"]), set()).add(
                entry["status"]
            )
        return found


def build(package: str, folder: Path) -> dict[str, Any]:
    """Generate a package and look at it, in processes of their own."""
    report = folder / f"{package}.ledger.json"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, "-m", "oasmith", "generate", SPECS[package]]
    named = ["--package", package, "--output", str(folder), "--report", str(report)]
    run([*command, *named], environment=environment, folder=ROOT)
    home = next(found.parent for found in folder.glob(f"*/{package}"))
    printed = run(
        [sys.executable, "-B", HERE / "presence.py", package],
        environment={**os.environ, "PYTHONPATH": str(home)},
    )
    return {
        "ledger": json.loads(report.read_text(encoding="utf-8")),
        "present": json.loads(printed),
    }


@pytest.fixture(params=SPECS)
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Built:
    """Each description's package, generated once."""
    package: str = request.param
    folder = shared_folder(tmp_path_factory) / "ledger"
    made = once(folder, package, lambda: build(package, folder / package))
    spec = SPECS[package]
    return Built(package, spec, made["ledger"], made["present"], walked(spec))


@cache
def walked(spec: str) -> list[Item]:
    """What a description holds, each item as often as it is used."""
    return list(uses(ROOT / spec, spec))


def listed(problems: Iterable[str]) -> str:
    """Problems, one a line, for the message of an assertion."""
    found = sorted(set(problems))
    return "\n".join([f"{len(found)} problems", *found[:40]])


# The ledger


def test_the_ledger_lists_everything_that_the_walk_finds(built: Built) -> None:
    problems = list(unbooked(built.items, built.ledger["entries"]))
    assert not problems, listed(problems)


def test_the_ledger_has_what_is_shared_once_for_every_use(built: Built) -> None:
    """A shared response is one entry for each operation that answers with it."""
    found = Counter(entry["kind"] for entry in built.ledger["entries"])
    wanted = Counter(item.kind for item in built.items)
    assert {kind: found[kind] for kind in USED} == {kind: wanted[kind] for kind in USED}


def test_the_ledger_has_each_media_type_by_name(built: Built) -> None:
    wanted = Counter(item.name for item in built.items if item.kind == "media type")
    found = Counter(
        entry["name"].split()[-1]
        for entry in built.ledger["entries"]
        if entry["kind"] == "media type"
    )
    assert found == wanted


def test_every_place_of_the_ledger_is_in_the_authors_own_files(built: Built) -> None:
    documents = Documents(ROOT / built.spec, built.spec)
    problems = []
    for entry in built.ledger["entries"]:
        file, _, pointer = entry["place"].partition("#")
        try:
            documents.spot(file, steps_of(pointer))
        except (LookupError, ValueError, TypeError, OSError, StopIteration):
            problems.append(f"{entry['kind']} {entry['name']!r}: {entry['place']}")
    assert not problems, listed(problems)


def test_the_counts_of_the_ledger_are_those_of_its_entries(built: Built) -> None:
    counted = {
        kind: {status: count for status, count in row.items() if count}
        for kind, row in built.ledger["counts"].items()
    }
    entries: dict[str, Counter[str]] = {}
    for entry in built.ledger["entries"]:
        entries.setdefault(entry["kind"], Counter())[entry["status"]] += 1
    assert counted == {kind: dict(row) for kind, row in entries.items()}


def test_what_is_not_generated_has_a_code_that_says_why(built: Built) -> None:
    for entry in built.ledger["entries"]:
        assert entry["status"] in ("generated", "degraded", "refused"), entry
        assert entry["status"] == "generated" or entry.get("code"), entry


@pytest.mark.parametrize("built", COMPLETE, indirect=True)
def test_nothing_of_the_two_job_apis_is_degraded_or_refused(built: Built) -> None:
    left = [one for one in built.ledger["entries"] if one["status"] != "generated"]
    assert not left, listed(f"{one['code']} {one['place']}" for one in left)


def test_inspect_writes_the_same_ledger(built: Built, tmp_path: Path) -> None:
    report = tmp_path / "ledger.json"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, "-m", "oasmith", "inspect", built.spec]
    run([*command, "--report", report], environment=environment, folder=ROOT)
    inspected = json.loads(report.read_text(encoding="utf-8"))
    assert inspected["counts"] == built.ledger["counts"]


# The package


@pytest.mark.parametrize("client", ["Client", "AsyncClient"])
def test_every_operation_is_a_method_of_the_client_and_of_raw(
    built: Built, client: str
) -> None:
    methods = built.operations(client)
    wanted = {item.name for item in built.items if item.kind == "operation"}
    assert set(methods) == wanted
    assert all(one["raw"] for one in methods.values())


@pytest.mark.parametrize("client", ["Client", "AsyncClient"])
def test_every_parameter_is_an_argument_of_its_method(
    built: Built, client: str
) -> None:
    methods = built.operations(client)
    wanted: dict[str, set[str]] = {call: set() for call in methods}
    for item in built.items:
        if item.kind == "parameter":
            wanted[item.owner].add(item.name)
    found = {
        call: {name for name in one["arguments"] if _is_parameter(name)}
        for call, one in methods.items()
    }
    assert found == wanted


def _is_parameter(argument: str) -> bool:
    return argument.startswith(("path:", "query:", "header:", "cookie:"))


def test_every_body_is_an_argument_with_its_media_types(built: Built) -> None:
    wanted = {item.owner for item in built.items if item.kind in ("body", FORM_FIELD)}
    methods = built.operations("Client")
    assert {call for call, one in methods.items() if one["has_body"]} == wanted
    assert all("body" in methods[call]["arguments"] for call in wanted)


def test_every_response_and_its_media_types_are_known(built: Built) -> None:
    methods = built.operations("Client")
    problems = []
    for item in built.items:
        one = methods.get(item.owner, {})
        if item.kind == "response" and item.name not in one["responses"]:
            problems.append(f"{item.owner}: no response {item.name}")
        if item.kind == "media type":
            known = {*one["media"], *chain(*one["responses"].values())}
            if item.name not in known and not ("json" in known and "json" in item.name):
                problems.append(f"{item.owner}: no media type {item.name}")
    assert not problems, listed(problems)


def test_every_property_is_a_field_of_a_model(built: Built) -> None:
    """By its name on the wire; a component's, in the class that is named after it."""
    models = {name: set(wires) for name, wires in built.present["models"].items()}
    by_name = {_normal(name): wires for name, wires in models.items()}
    objects = dict(whole_objects(ROOT / built.spec, built.spec))
    for item in built.items:
        if item.kind == "property":
            objects.setdefault(item.owner, set()).add(item.name)
        if item.kind == FORM_FIELD:
            objects.setdefault(item.owner, set()).add(item.name.partition(":")[2])
    problems = []
    for owner, properties in objects.items():
        named = re.search(r"/(?:schemas|definitions)/([^/]+)$", owner)
        own = by_name.get(_normal(named[1])) if named else None
        candidates = list(models.values()) if own is None else [own]
        if not any(properties <= wires for wires in candidates):
            best = max(candidates, key=lambda wires: len(properties & wires))
            problems.append(f"{owner}: {sorted(properties - best)}")
    assert not problems, listed(problems)


def _normal(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
