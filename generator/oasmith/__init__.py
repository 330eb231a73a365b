"""Generates Python clients from OpenAPI descriptions.

from oasmith import generate, read_config

outcome = generate(read_config("pyproject.toml"))
for api in outcome.apis:
    print(api.name, api.settled.value)
raise SystemExit(outcome.exit_code)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .config.load import ConfigError as ConfigError
    from .config.load import read_config as read_config
    from .config.model import ApiConfig as ApiConfig
    from .config.model import Config as Config
    from .config.model import Metadata as Metadata
    from .outcome import ApiOutcome as ApiOutcome
    from .outcome import Outcome as Outcome
    from .run import generate as generate

__version__ = "0.1.0"

__all__ = [
    "ApiConfig",
    "ApiOutcome",
    "Config",
    "ConfigError",
    "Metadata",
    "Outcome",
    "generate",
    "read_config",
]

_PLACES = {
    "ApiConfig": "config.model",
    "ApiOutcome": "outcome",
    "Config": "config.model",
    "ConfigError": "config.load",
    "Metadata": "config.model",
    "Outcome": "outcome",
    "generate": "run",
    "read_config": "config.load",
}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # Imported here: `oasmith --version` should not load the whole generator.
    from importlib import import_module  # noqa: PLC0415

    return getattr(import_module(f".{_PLACES[name]}", __name__), name)
