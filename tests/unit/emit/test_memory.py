"""What a run keeps for the next one: believed where it is whole, and never needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from oasmith.emit.memory import CACHE, Remembered, recall, remember
from oasmith.python.digests import Sources

FILES = {"a.py": Remembered("raw", Sources("marks", "state"))}


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    remember(tmp_path, "maker", FILES)
    assert recall(tmp_path, "maker") == FILES


def test_git_is_told_to_ignore_it(tmp_path: Path) -> None:
    remember(tmp_path, "maker", FILES)
    assert (tmp_path / CACHE / ".gitignore").read_text("utf-8").endswith("\n*\n")


def test_of_another_maker_nothing_is_known(tmp_path: Path) -> None:
    remember(tmp_path, "maker", FILES)
    assert recall(tmp_path, "another") == {}


@pytest.mark.parametrize(
    "text", ["", "[]", '{"maker": "maker", "files": [1]}', "[" * 9999]
)
def test_what_is_damaged_is_nothing(text: str, tmp_path: Path) -> None:
    remember(tmp_path, "maker", FILES)
    (tmp_path / CACHE / "sources.json").write_text(text, "utf-8")
    assert recall(tmp_path, "maker") == {}


def test_where_it_cannot_be_kept_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / CACHE).write_text("a file stands there", "utf-8")
    remember(tmp_path, "maker", FILES)
    assert recall(tmp_path, "maker") == {}


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / CACHE).symlink_to(elsewhere)
    remember(tmp_path, "maker", FILES)
    assert not list(elsewhere.iterdir())
