"""The JSON-Schema-Test-Suite: what fits a schema is decoded, and encoded as it came.

Every schema is put where a description can have one (a component, inline in a response,
a property), in each version of OpenAPI whose dialect has its keywords.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

import pytest

from oasmith.diagnostics import Effect
from tests.json_schema.descriptions import VALUE, Place, write
from tests.json_schema.left_out import DEGRADED, LEFT_OUT
from tests.json_schema.reading import is_instance
from tests.json_schema.suite import DIALECTS, Dialect, groups
from tests.support.once import once, shared_folder
from tests.support.registries import CACHE, Unreachable, source_distribution
from tests.support.wheels import ROOT
from tests.sweep.generating import write_package

SOURCE = "jsonschema==4.26.0"
"""Its source distribution holds the suite."""

GROUPS = {"3.1.0": 380, "3.0.3": 100, "2.0": 85}
"""So many groups there are at least, lest a suite that was not found passes."""

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Trip:
    """One instance in one place, and what became of it.

    ``key`` is the file of the suite and the instance's description; ``fits`` is what
    the suite says; ``is_read`` unless it fits only what is said to have no type.
    """

    key: tuple[str, str]
    place: str
    fits: bool
    is_read: bool
    end: str

    @property
    def is_right(self) -> bool:
        """Whether it ended as it has to.

        What does not fit may be kept or refused; lost or a crash it may never be.
        """
        if self.fits and self.is_read:
            return self.end == "equal"
        return self.end.startswith(("equal", "drifted", "refused"))


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a dialect's groups; ``codes`` are what was degraded under."""

    groups: int
    codes: frozenset[str]
    trips: tuple[Trip, ...]

    @property
    def wrong(self) -> list[Trip]:
        """What did not end as it has to."""
        return [one for one in self.trips if not one.is_right]


@pytest.fixture(scope="module", params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> Dialect:
    return DIALECTS[request.param]


@pytest.fixture(scope="module")
def tried(dialect: Dialect, tmp_path_factory: pytest.TempPathFactory) -> Tried:
    """Every instance of a dialect in every place, tried once for all workers."""
    folder = shared_folder(tmp_path_factory)
    try:
        home = source_distribution(SOURCE, CACHE / SOURCE)
    except Unreachable as error:
        pytest.skip(f"the suite cannot be fetched: {error}")
    (tests,) = home.glob("*/json/tests")
    name = f"json-schema-{dialect.name}"
    count, codes, trips = once(
        folder, name, lambda: _try(tests, dialect, folder / name)
    )
    found = (Trip(tuple(key), *rest) for key, *rest in trips)
    return Tried(count, frozenset(codes), tuple(found))


def _try(tests: Path, dialect: Dialect, folder: Path) -> tuple[int, list[str], Any]:
    """How many groups there are, what was degraded, and the fields of the trips."""
    asked = groups(tests, dialect)
    places = write(folder, dialect, asked)
    package = "suite_" + dialect.name.replace(".", "_")
    written = write_package(folder / "openapi.json", folder / "project", package)
    assert written.state == "written", written.diagnostics
    codes = {one.code for one in written.diagnostics if one.effect is not Effect.NONE}
    trips = [astuple(one) for one in _trips(places, package, folder, dialect)]
    return len(asked), sorted(codes), trips


def _trips(
    places: list[Place], package: str, folder: Path, dialect: Dialect
) -> Iterator[Trip]:
    values = [
        (place, [_placed(place, one["data"]) for one in group.instances])
        for place, group in places
    ]
    answered = zip(places, _ends(package, folder / "project", values), strict=True)
    for (place, group), ends in answered:
        for one, end in zip(group.instances, ends, strict=True):
            fits: bool = one["valid"]
            is_read = fits and is_instance(group.schema, one["data"], dialect.draft)
            yield Trip((group.file, one["description"]), place, fits, is_read, end)


def _placed(path: str, value: Any) -> Any:
    return {VALUE: value} if path.startswith("/property/") else value


def _ends(package: str, project: Path, asked: Any) -> Any:
    """The ends of all instances, found in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-B", "-m", "tests.json_schema.trips", package],
        input=json.dumps(asked),
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(project), str(ROOT)))},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_suite_is_whole(dialect: Dialect, tried: Tried) -> None:
    assert tried.groups >= GROUPS[dialect.name]
    assert len(tried.trips) > 3 * tried.groups


def test_what_fits_comes_back_and_nothing_crashes(tried: Tried) -> None:
    wrong = [one for one in tried.wrong if one.key not in LEFT_OUT]
    shown = [f"{one.place}: {one.key[1]}: {one.end}"[:200] for one in wrong[:SHOWN]]
    assert not wrong, f"{len(wrong)} instances:\n" + "\n".join(shown)


def test_what_is_left_out_differs(dialect: Dialect, tried: Tried) -> None:
    if dialect.keywords is not None:
        pytest.skip("the list is of the dialect that has all keywords")
    assert LEFT_OUT.keys() - {one.key for one in tried.wrong} == set()


def test_what_is_degraded_is_known(dialect: Dialect, tried: Tried) -> None:
    assert tried.codes - DEGRADED.keys() == set()
    if dialect.keywords is None:
        assert DEGRADED.keys() - tried.codes == set(), "is not degraded any more"
