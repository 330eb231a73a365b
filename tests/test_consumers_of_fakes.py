"""Tests as a user writes them: checkers take what is right, and find what is wrong."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import oasmith

SPEC = Path(__file__).parent / "cases" / "testing" / "fake-client" / "spec.yaml"
CONSUMER = '''
"""A test of code that counts parcels."""

from __future__ import annotations

import pytest
from parcels import AsyncClient, Client, NotFoundError, Stream, from_json
from parcels import models as m
from parcels.testing import (
    Call,
    FakeAsyncClient,
    FakeClient,
    call,
    calls,
    example,
    when,
)


def weight(client: Client) -> float:
    return sum(one.weight or 0 for one in client.parcels.list())


@pytest.fixture
def client() -> FakeClient:
    return FakeClient()


def test_weight(client: FakeClient) -> None:
    when(client.parcels.list).returns([m.Parcel(id="1", weight=2.5)], [])
    assert weight(client) == 2.5
    assert calls(client) == [call(client.parcels.list)]
    made: list[Call] = calls(client.parcels.list)
    assert made[0].arguments == {}


def test_failures(client: FakeClient) -> None:
    when(client.parcels.get).raises(NotFoundError, m.Problem(title="gone"))
    when(client.parcels.replace).returns(None)
    when(client.parcels.get).does(lambda told: m.Parcel(id=told.arguments["parcel_id"]))
    assert calls(client) == [
        call(client.parcels.get, "1"),
        call(client.parcels.replace, "1", m.Parcel(id="1")),
        call(client.parcels.replace, parcel_id="1", id="1"),
    ]


def test_streams(client: FakeClient) -> None:
    when(client.parcels.follow_arrivals).returns([m.Parcel(id="1")], [])
    when(client.streaming.labels.get).returns([b"%PDF"])
    label: bytes = client.streaming.labels.get().read()
    arrivals: Stream[m.Parcel] = client.parcels.follow_arrivals()
    assert calls(client.parcels.follow_arrivals)[0].name
    assert label
    assert arrivals


async def test_async() -> None:
    client: AsyncClient = FakeAsyncClient()
    when(client.parcels.get).returns(m.Parcel(id="1"))
    when(client.streaming.labels.get).returns([b"%PDF"])
    assert calls(client) == [call(client.parcels.get, "1")]


def test_models(client: FakeClient) -> None:
    parcel: m.Parcel = example(m.Parcel, weight=2.5)
    several: list[m.Parcel] = example(list[m.Parcel])
    when(client.parcels.get).returns(example(m.Parcel))
    read: m.Parcel = from_json(m.Parcel, "{}")
    listed: list[m.Parcel] = from_json(list[m.Parcel], b"[]", strict=True)
    assert parcel and several and read and listed


def test_mistakes(client: FakeClient) -> None:
    when(client.parcels.get).returns([m.Parcel(id="1")])  # wrong
    when(client.parcels.get).returns(m.Problem(title="gone"))  # wrong
    when(client.parcels.got)  # wrong
    when(client.parcels.follow_arrivals).returns(m.Parcel(id="1"))  # wrong
    when(client.parcels.follow_arrivals).returns([m.Problem(title="gone")])  # wrong
    when(client.streaming.labels.get).returns(b"%PDF")  # wrong
    when(client.parcels.get).does(lambda told: told.name)  # wrong
    when(client.parcels.get).raises("404")  # wrong
    call(client.parcels.get, 1)  # wrong
    call(client.parcels.get, parcel="1")  # wrong
    call(client.parcels.replace, "1", idd="1")  # wrong
    weight(FakeAsyncClient())  # wrong
    when(client.parcels.get).returns(example(m.Problem))  # wrong
    from_json(m.Parcel, {})  # wrong
    from_json(m.Parcel, "{}").wait  # wrong
'''.lstrip()
WRONG = [at for at, one in enumerate(CONSUMER.splitlines(), 1) if "# wrong" in one]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of the package, and a test of its user in it."""
    made = tmp_path_factory.mktemp("consumer")
    told = ["generate", str(SPEC), "--output", str(made), "--package", "parcels"]
    source = str(Path(oasmith.__file__).parents[1])
    command = [sys.executable, "-m", "oasmith", *told]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": source})
    (package,) = made.glob("*/parcels")
    project = package.parent
    (project / "test_consumer.py").write_text(CONSUMER, "utf-8")
    settings = {"typeCheckingMode": "strict", "include": ["test_consumer.py"]}
    (project / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    return project


def lines_of(folder: Path, *command: str) -> set[int]:
    """The lines a checker complains of."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    found = re.findall(r"test_consumer\.py:(\d+)(?::\d+)*[: -]+error", done.stdout)
    assert found, done.stdout + done.stderr
    return {int(one) for one in found}


def test_mypy_finds_what_is_wrong_and_nothing_else(folder: Path) -> None:
    assert lines_of(folder, "mypy", "--strict", "test_consumer.py") == set(WRONG)


def test_pyright_finds_what_is_wrong_and_nothing_else(folder: Path) -> None:
    python = ["--pythonpath", sys.executable]
    assert lines_of(folder, "pyright", *python) == set(WRONG)


def test_what_is_right_passes(folder: Path) -> None:
    right = [sys.executable, "-m", "pytest", "-q", "-k", "weight", "-p", "no:randomly"]
    done = subprocess.run(
        right, cwd=folder, capture_output=True, text=True, check=False
    )
    assert "1 passed" in done.stdout, done.stdout + done.stderr


def test_a_client_that_is_no_fake_loads_nothing_of_it(folder: Path) -> None:
    program = (
        "import sys\nfrom parcels import Client\nClient(api_key='k').parcels.get\n"
        "print([one for one in sys.modules if 'fake' in one or 'testing' in one"
        " or one.endswith(('stage', 'scribe', 'recorded', 'examples', 'samples'))"
        " or one.endswith(('answers', 'in_process', 'methods', 'signatures'))"
        " or one.endswith(('specimens', 'from_json', 'keys'))])"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", program],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "[]\n", done.stdout + done.stderr
