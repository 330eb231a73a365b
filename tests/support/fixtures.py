"""Fixtures of tests in several folders: packages that are built once."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest

from tests.soak.calls import entries_package
from tests.support.environments import Environment, make_environments
from tests.support.once import once, shared_folder
from tests.support.pythons import find_pythons
from tests.support.wheels import build_wheels


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The wheel of every generated project, built once for all workers."""
    folder = shared_folder(tmp_path_factory)
    made = once(folder, "wheels", lambda: build_wheels(folder / "wheels"))
    return {name: Path(path) for name, path in made.items()}


@pytest.fixture(scope="session")
def environments(
    wheels: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Environment]:
    """For each Python an environment with the wheels, made once for all workers."""
    folder = shared_folder(tmp_path_factory)
    made = once(
        folder,
        "environments",
        lambda: make_environments(find_pythons(), wheels, folder / "environments"),
    )
    return {
        one["version"]: Environment(one["version"], Path(one["python"]), one["missing"])
        for one in made
    }


@pytest.fixture(params=list(find_pythons()), ids=lambda version: f"python{version}")
def environment(
    request: pytest.FixtureRequest, environments: Mapping[str, Environment]
) -> Environment:
    """The wheels, installed for each Python of this machine in turn."""
    return _usable(environments[request.param])


@pytest.fixture
def own_environment(environments: Mapping[str, Environment]) -> Environment:
    """The wheels, installed for the Python that runs the tests."""
    return _usable(environments["{}.{}".format(*sys.version_info[:2])])


@pytest.fixture(scope="session")
def entries() -> Iterator[ModuleType]:
    """The client of the API that does much wrong, generated once for each worker."""
    with entries_package() as package:
        yield package


def _usable(environment: Environment) -> Environment:
    if environment.missing:
        pytest.skip(environment.missing)
    return environment
