"""What all tests have in common."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

# Found counterexamples do not depend on the run, nor on how busy the machine is.
settings.register_profile(
    "suite",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("suite")

pytest_plugins = ["tests.support.fixtures", "tests.support.trust"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` rewrites what the golden tests expect."""
    parser.addoption(
        "--update", action="store_true", help="rewrite the expected files of the cases"
    )
