"""The built and installed clients against real servers, on every Python there is.

Each driver in ``drivers/`` holds many checks and runs them with the synchronous and the
asynchronous client; a test here is one driver on one Python.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.servers.loopback import App, serve
from tests.servers.unstructured import UnstructuredApp
from tests.servers.wasabi import WasabiApp
from tests.support.environments import Environment

DRIVERS = Path(__file__).parent / "drivers"

drivers = pytest.mark.parametrize(
    ("driver", "app", "at_least"),
    [
        ("wasabi_flow.py", WasabiApp, 25),
        ("wasabi_faults.py", WasabiApp, 25),
        ("unstructured_flow.py", UnstructuredApp, 20),
    ],
    ids=["wasabi-air", "wasabi-air-faults", "unstructured-platform"],
)


@drivers
def test_an_installed_client_does_on_the_wire_what_it_promises(
    driver: str, app: Callable[[], App], at_least: int, environment: Environment
) -> None:
    with serve(app) as server:
        result = environment.run(DRIVERS / driver, server.url)
    faults = [f"--- {name}\n{told}" for name, told in result["failed"].items()]
    assert not faults, "\n".join([f"{len(faults)} checks failed", *faults])
    for mode in ("sync", "async"):
        passed = [name for name in result["passed"] if name.startswith(f"{mode}:")]
        assert len(passed) >= at_least, passed
