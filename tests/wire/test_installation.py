"""What installing a generated package brings along: httpx2, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.environments import Environment
from tests.support.wheels import PACKAGES, project_name, requirements

projects = pytest.mark.parametrize("project", PACKAGES)


@projects
def test_httpx2_is_all_that_a_wheel_asks_for(
    project: str, wheels: Mapping[str, Path]
) -> None:
    assert [project_name(one) for one in requirements(wheels[project])] == ["httpx2"]


@projects
def test_a_wheel_holds_the_typed_package_and_nothing_else(
    project: str, wheels: Mapping[str, Path]
) -> None:
    with ZipFile(wheels[project]) as archive:
        names = archive.namelist()
    package = PACKAGES[project]
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {package}
    assert f"{package}/py.typed" in names
    assert not [name for name in names if "__pycache__" in name]


def test_nothing_is_installed_but_httpx2_and_what_it_needs(
    environment: Environment,
) -> None:
    installed = {
        project_name(name): [
            project_name(one) for one in needs if "extra ==" not in one
        ]
        for name, needs in environment.installed().items()
    }
    expected, waiting = set(PACKAGES), ["httpx2"]
    while waiting:
        name = waiting.pop()
        if name in installed and name not in expected:
            expected.add(name)
            waiting += installed[name]
    assert "httpx2" in expected
    assert set(installed) == expected
