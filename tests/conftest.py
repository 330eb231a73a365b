"""What all tests have in common."""

from __future__ import annotations

import pytest

pytest_plugins = ["tests.support.fixtures"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` rewrites what the golden tests expect."""
    parser.addoption(
        "--update", action="store_true", help="rewrite the expected files of the cases"
    )
