"""A configuration for programs: whole, or an exception that says what is wrong."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from ..diagnostics import Diagnostic, Report
from ..diagnostics.show import render_text
from .model import Config
from .read import read_config as read_reporting

__all__ = ["ConfigError", "read_config"]


class ConfigError(ValueError):
    """Something is wrong with a configuration; the message is what the command says.

    ``diagnostics`` are the same as values; ``config`` is what holds nevertheless, and
    what the command goes on with: None where nothing could be read.
    """

    def __init__(
        self, message: str, diagnostics: tuple[Diagnostic, ...], config: Config | None
    ) -> None:
        super().__init__(message, diagnostics, config)
        self.diagnostics = diagnostics
        self.config = config

    def __str__(self) -> str:
        return str(self.args[0])


def read_config(path: str | PathLike[str]) -> Config:
    """The configuration in an ``oasmith.toml`` or the ``[tool.oasmith]`` of another.

    Its paths are relative to the file. Raises ConfigError for whatever is wrong.
    """
    report = Report()
    reading = read_reporting(Path(path), report)
    found = report.diagnostics
    if reading.config is None or found:
        message = render_text(found, reading.documents).rstrip()
        raise ConfigError(message, found, reading.config)
    return reading.config
