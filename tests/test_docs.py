"""What the documents say is so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from oasmith.cli.main import commands
from oasmith.config import read as config_read
from oasmith.diagnostics.explain import render_codes_markdown

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(
    [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), ROOT / "specs/README.md"]
)


def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_the_page_of_codes_is_what_the_code_says() -> None:
    assert text("docs/diagnostics.md") == render_codes_markdown()


def test_every_key_of_the_configuration_is_documented() -> None:
    page = text("docs/configuration.md")
    for key in (*config_read.API_KEYS, "output", "templates"):
        told = f"`{key}`" in page or f"`{key}." in page
        assert told, f"docs/configuration.md does not name {key!r}"


def test_the_example_of_the_configuration_is_toml() -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", text("docs/configuration.md"), re.S)
    assert tomllib.loads(example)["tool"]["oasmith"]["apis"]


def test_every_command_stands_in_the_readme() -> None:
    for name in commands.commands:
        assert f"oasmith {name}" in text("README.md")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_to_one(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_the_layers_of_the_architecture_page_are_those_of_the_house() -> None:
    page = text("docs/architecture.md")
    for folder in (ROOT / "generator/oasmith").iterdir():
        if folder.is_dir() and (folder / "__init__.py").is_file():
            assert f"`{folder.name}/`" in page
