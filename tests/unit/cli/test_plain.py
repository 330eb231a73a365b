"""Command lines that are understood without click mean what they mean to click."""

from __future__ import annotations

import shlex
from pathlib import Path

import click
import pytest

from oasmith.cli.main import commands
from oasmith.cli.orders import Check, Generate
from oasmith.cli.plain import understood
from oasmith.cli.say import Format

CALLED = {"form": "diagnostics", "no_progress_bar": "no_progress"}
"""What an order calls what a command's parameter has another name for."""


def by_click(arguments: list[str]) -> Generate | Check | None:
    """The order as click understands it; None where it takes it for none."""
    name, *rest = arguments
    try:
        context = commands.commands[name].make_context(name, rest)
    except click.ClickException:
        return None
    told = {CALLED.get(key, key): value for key, value in context.params.items()}
    told["diagnostics"] = Format(told["diagnostics"])
    return Generate(**told) if name == "generate" else Check(**told)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "spec.yaml").write_text("openapi: 3.1.0\n")
    (tmp_path / "there").mkdir()


PLAIN = (
    "generate",
    "generate spec.yaml",
    "generate spec.yaml missing.yaml there -",
    "generate spec.yaml --output there --no-progress",
    "generate spec.yaml --output=missing/too --package=one=two",
    "generate --config spec.yaml --jobs 4 --force --strict --prove",
    "generate --jobs=2 --jobs 3 --report out.json --diagnostics sarif a b",
    "generate --diagnostics json",
    "check",
    "check spec.yaml -",
    "check --config oasmith.toml --diagnostics json",
)


@pytest.mark.parametrize("line", PLAIN)
def test_what_is_understood_means_the_same_to_click(line: str) -> None:
    arguments = shlex.split(line)
    order = understood(arguments)
    assert order is not None
    assert order == by_click(arguments)


UNCLEAR = (
    "",
    "--help",
    "--version",
    "validate spec.yaml",
    "explain CFG001",
    "generate --help",
    "generate -h",
    "generate -- spec.yaml",
    "generate --out there",
    "generate --output",
    "generate --output spec.yaml",
    "generate --output -",
    "generate --output ''",
    "generate --config there",
    "generate --report there",
    "generate --package --force",
    "generate --jobs 0",
    "generate --jobs -1",
    "generate --jobs many",
    "generate --jobs ²",
    "generate --force=yes",
    "generate --diagnostics xml",
    "generate ''",
    "generate --unknown",
    "check --output there",
    "check --force",
)


@pytest.mark.parametrize("line", UNCLEAR)
def test_what_is_wrong_or_unusual_is_left_to_click(line: str) -> None:
    assert understood(shlex.split(line)) is None


@pytest.mark.parametrize("line", PLAIN)
def test_a_shell_that_completes_asks_click(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_OASMITH_COMPLETE", "bash_complete")
    assert understood(shlex.split(line)) is None


def test_every_option_is_known_to_orders() -> None:
    for name, order in (("generate", Generate), ("check", Check)):
        known = {one.name or "" for one in commands.commands[name].params}
        assert {CALLED.get(one, one) for one in known} == set(order.__struct_fields__)
