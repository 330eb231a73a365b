"""One description from its file to a line of the results."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, assert_never

from oasmith.diagnostics import Diagnostic
from oasmith.ledger import Ledger
from tests.ledger.agreement import unbooked
from tests.ledger.walk import uses
from tests.support.processes import execute
from tests.support.wheels import ROOT
from tests.sweep.checkers import check_types
from tests.sweep.examples import examples, open_book
from tests.sweep.generating import Written, package_name, write_package
from tests.sweep.source import forbidden, untyped_fields
from tests.sweep.untyped import untyped_properties

PATIENCE = 600
"""Seconds that importing may take."""

MANY = 10
"""So many of a kind are named in a result."""


@dataclass
class Result:
    """What a sweep knows of one description.

    ``state`` is "imported" where all is well, else what stopped it, and ``why`` the
    last words. ``found`` are the counts of the independent walk, ``made`` those of the
    ledger by kind and outcome, ``codes`` the diagnostics that took something away, by
    code and effect. ``lost`` are operations that the package has no method for,
    ``unbooked`` elements that the walk finds and the ledger has no entry for,
    ``forbidden`` what its source must not hold, ``untyped`` the fields that say ``Any``
    though the description gives a type and nothing was said of it. ``round_trips``
    is what became of its examples.
    """

    name: str
    state: str = "imported"
    why: str = ""
    seconds: float = 0.0
    found: dict[str, int] = field(default_factory=dict)
    made: dict[str, dict[str, int]] = field(default_factory=dict)
    codes: dict[str, dict[str, int]] = field(default_factory=dict)
    operations: int = 0
    modules: int = 0
    models: int = 0
    lost: list[str] = field(default_factory=list)
    unbooked: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    untyped: list[str] = field(default_factory=list)
    places: dict[str, list[str]] = field(default_factory=dict)
    types: dict[str, Any] = field(default_factory=dict)
    round_trips: dict[str, Any] = field(default_factory=dict)


class Part(Enum):
    """A sweep: importing and counting all, and then examples or type checkers."""

    IMPORTS = "imports"
    TYPES = "types"


def sweep_one(name: str, spec: Path, part: Part = Part.IMPORTS) -> Result:
    """Generate, import and count the description ``spec``; never raises."""
    result = Result(name)
    began = time.perf_counter()
    folder = Path(mkdtemp(prefix="sweep-"))
    try:
        _look(result, spec, folder / "project", part)
    except Exception:  # a crash is what a sweep looks for: it is a result
        result.state = result.state if result.why else "crashed"
        result.why = result.why or _last_words(traceback.format_exc())
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    result.seconds = round(time.perf_counter() - began, 2)
    return result


def _look(result: Result, spec: Path, project: Path, part: Part) -> None:
    package = package_name(result.name)
    written = generate(result, spec, project, package)
    if written.state != "written":
        return
    result.state = "not imported"
    (held,) = probe([package], [project])
    result.state = "not counted"
    compare(result, spec, held, written)
    read_through(result, spec, project / package, written)
    match part:
        case Part.IMPORTS:
            result.state = "examples not tried"
            result.round_trips = try_examples(spec, project, package)
        case Part.TYPES:
            result.state = "not type-checked"
            result.types = check_types(project, package)
        case _:
            assert_never(part)
    result.state = "imported"


def generate(result: Result, spec: Path, project: Path, package: str) -> Written:
    """Write the package of a description, and note what was said."""
    result.state = "crashed"
    written = write_package(spec, project, package)
    _note_diagnostics(result, written.diagnostics)
    if written.ledger is not None:
        _note_ledger(result, written.ledger)
    if written.state != "written":
        result.state = written.state
        errors = [one for one in written.diagnostics if one.severity.value == "error"]
        result.why = "; ".join(f"{one.code} {one.message}" for one in errors[:2])
    return written


def probe(packages: Sequence[str], folders: Sequence[Path]) -> list[dict[str, Any]]:
    """What importing each package shows, in a process that has met nothing yet.

    Raises:
        ProgramError: One of them is not imported.
    """
    path = os.pathsep.join(str(one) for one in (*folders, ROOT))
    done = execute(
        [sys.executable, "-m", "tests.sweep.probe", *packages],
        environment={**os.environ, "PYTHONPATH": path},
        folder=ROOT,
        timeout=PATIENCE,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def _note_diagnostics(result: Result, diagnostics: tuple[Diagnostic, ...]) -> None:
    for one in diagnostics:
        if one.effect.value == "none" and one.severity.value != "error":
            continue
        effect = one.effect.value
        row = result.codes.setdefault(one.code, {})
        row[effect] = row.get(effect, 0) + 1
        places = result.places.setdefault(one.code, [])
        if len(places) < MANY:
            pointer = "" if one.place is None else one.place.pointer
            places.append(f"{pointer}: {one.message}"[:300])


def _told(diagnostics: tuple[Diagnostic, ...]) -> set[str]:
    """The properties that a diagnostic says less came of."""
    degraded = (one for one in diagnostics if one.effect.value != "none")
    places = (one.place for one in degraded if one.place is not None)
    return {step for place in places for step in place.pointer}


def _note_ledger(result: Result, ledger: Ledger) -> None:
    result.made = {
        kind: {outcome: count for outcome, count in row.items() if count}
        for kind, row in ledger.counts().items()
    }


def compare(result: Result, spec: Path, held: dict[str, Any], written: Written) -> None:
    """Hold package and ledger against the walk that knows nothing of the generator."""
    items = list(uses(spec, spec.as_posix()))
    if written.ledger is not None:
        entries: Any = written.ledger.as_json()["entries"]
        result.unbooked = list(unbooked(items, entries))[:MANY]
    result.found = dict(Counter(item.kind for item in items))
    result.modules, result.models = held["modules"], len(held["models"])
    for client in ("Client", "AsyncClient"):
        own = [one for one in held["operations"] if one["client"] == client]
        calls = {_call(one["call"]) for one in own}
        wanted = {_call(item.name) for item in items if item.kind == "operation"}
        result.operations = len(calls)
        result.lost += sorted(wanted - calls)[:MANY]


def _call(name: str) -> str:
    """An operation without what an argument fills in of a query: ``/search?q={q}``."""
    path, mark, query = name.partition("?")
    kept = [pair for pair in query.split("&") if "={" not in pair]
    return path + mark * bool("".join(kept)) + "&".join(kept)


def read_through(result: Result, spec: Path, package: Path, written: Written) -> None:
    """Note what generated code may not hold, and fields that lost their type."""
    result.forbidden = list(forbidden(package))[:MANY]
    result.untyped = sorted(
        untyped_fields(package) - untyped_properties(spec) - _told(written.diagnostics)
    )[:MANY]


def try_examples(spec: Path, project: Path, package: str) -> dict[str, Any]:
    """What became of the examples of the description; nothing where it has none.

    Raises:
        ProgramError: Trying them took too long, or came to no end.
    """
    if not any(True for _ in examples(open_book(spec))):
        return {}
    done = execute(
        [
            *(sys.executable, "-m", "tests.sweep.round_trips"),
            *(str(spec), str(project), package),
        ],
        environment={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        folder=ROOT,
        timeout=PATIENCE,
    )
    tried: dict[str, Any] = json.loads(done.stdout)
    return tried


def _last_words(text: str) -> str:
    """Of an error with its traceback: what and where, in two lines."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    where = [line.strip() for line in lines if line.lstrip().startswith("File ")]
    return f"{lines[-1].strip()} | {' < '.join(reversed(where[-3:]))}"[:600]
