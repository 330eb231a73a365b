"""What importing a generated client and making one loads: little, and no HTTP."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.support.processes import clean_environment, run

GENERATED = Path(__file__).parents[1] / "generated"
CLIENTS = {
    "wasabi_air": ("wasabi-air", "access_key='a', secret_key='b'"),
    "unstructured_platform": ("unstructured-platform", "api_key='a'"),
}
OWN, OTHERS = 34, 80
"""Modules there may be of the package, and besides; Python's versions differ."""

LATER = frozenset(
    {"anyio", "asyncio", "datetime", "decimal", "email", "hashlib", "http", "httpx2"}
    | {"json", "secrets", "socket", "ssl", "subprocess", "tempfile", "uuid"}
)
"""What is not needed before a call, and takes long."""

PROGRAM = """
import sys
before = set(sys.modules)
import {package}
client = {package}.Client(base_url="http://127.0.0.1:9", {credentials})
{then}
print(*sorted(set(sys.modules) - before))
"""


def loaded(package: str, then: str = "") -> list[str]:
    """The modules that are loaded once there is a client."""
    project, credentials = CLIENTS[package]
    code = PROGRAM.format(package=package, credentials=credentials, then=then)
    environment = clean_environment({"PYTHONPATH": str(GENERATED / project)})
    # Without site, whose modules would not be counted.
    command = [sys.executable, "-S", "-c", code]
    return run(command, environment=environment).split()


@pytest.mark.parametrize("package", CLIENTS)
def test_a_client_loads_few_modules(package: str) -> None:
    found = loaded(package)
    own = [name for name in found if name.partition(".")[0] == package]
    assert 20 < len(own) <= OWN
    assert len(found) - len(own) <= OTHERS


@pytest.mark.parametrize("package", CLIENTS)
def test_what_only_calls_need_is_not_loaded(package: str) -> None:
    assert not {name.partition(".")[0] for name in loaded(package)} & LATER


@pytest.mark.parametrize("package", CLIENTS)
def test_a_group_of_methods_loads_its_own_module_alone(package: str) -> None:
    found = loaded(package, "client.jobs")
    within = [name for name in found if name.startswith(f"{package}.resources.")]
    assert within == [f"{package}.resources.jobs"]
    assert not [name for name in found if name.startswith(f"{package}.models.")]
