"""Several APIs side by side: whatever executor they run in, the result is the same."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from oasmith.config.model import Config
from oasmith.config.read import read_config
from oasmith.diagnostics import Report
from oasmith.diagnostics.show import render_text
from oasmith.outcome import Outcome, Settled
from oasmith.processes import processes
from oasmith.run import generate

ROOT = Path(__file__).parent


@contextmanager
def dask() -> Iterator[Executor]:
    distributed = pytest.importorskip(
        "distributed", reason="dask is an extra: pip install oasmith[dask]"
    )
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
        client.get_executor() as executor,
    ):
        yield executor


def threads() -> AbstractContextManager[Executor]:
    return ThreadPoolExecutor(2)


@contextmanager
def local() -> Iterator[Executor]:
    with processes(2) as executor:
        assert executor is not None
        yield executor


def config(folder: Path) -> Config:
    """Some descriptions, one that is not there, and one that cannot be read."""
    specs = sorted((ROOT / "cases").glob("*/*/spec.yaml"))[::16]
    broken = folder / "broken.yaml"
    broken.write_text("openapi: 3.1.0\npaths: [\n", "utf-8")
    lines = [f'output = "{folder.as_posix()}/out"']
    for number, spec in enumerate((*specs, folder / "gone.yaml", broken)):
        lines += [f"[apis.api-{number}]", f'spec = "{spec.as_posix()}"']
    file = folder / "oasmith.toml"
    file.write_text("\n".join(lines), "utf-8")
    found = read_config(file, Report()).config
    assert found is not None
    return found


def told(outcome: Outcome) -> list[tuple[str, Settled, str, object]]:
    """All that is said of an outcome, in its order."""
    return [
        (
            api.name,
            api.settled,
            render_text(api.diagnostics, api.documents),
            api.changes,
        )
        for api in outcome.apis
    ]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(
    "made", [threads, local, dask], ids=["threads", "local", "dask"]
)
def test_an_executor_changes_nothing(
    made: Callable[[], AbstractContextManager[Executor]], tmp_path: Path
) -> None:
    asked = config(tmp_path)
    alone = generate(asked)
    written = files(tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / "alone")
    with made() as executor:
        beside = generate(asked, executor=executor)
        assert files(tmp_path / "out") == written
        assert told(beside) == told(alone)
        again = generate(asked, executor=executor)
    said = {api.name: bool(api.diagnostics) for api in alone.apis}
    assert set(said.values()) == {True, False}
    assert [api.settled for api in again.apis] == [
        Settled.NOTHING if api.settled is Settled.NOTHING else Settled.CURRENT
        for api in alone.apis
    ]


def test_an_outcome_is_small_however_large_the_description(tmp_path: Path) -> None:
    words = "A pet. " * 100_000
    spec = tmp_path / "pets.yaml"
    spec.write_text(
        f"openapi: 3.1.0\ninfo: {{title: Pets, version: '1', description: {words}}}\n"
        "paths:\n  /pets: {get: {responses: {'200': {$ref: '#/components/gone'}}}}\n",
        "utf-8",
    )
    (tmp_path / "oasmith.toml").write_text(
        'output = "out"\n[apis.pets]\nspec = "pets.yaml"\n', "utf-8"
    )
    asked = read_config(tmp_path / "oasmith.toml", Report()).config
    assert asked is not None
    outcome = generate(asked)
    assert "pets.yaml:4:" in render_text(
        outcome.apis[0].diagnostics, outcome.apis[0].documents
    )
    assert len(pickle.dumps(outcome)) < 50_000
