"""Compiled templates that are kept from run to run."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import CodeType

import pytest

from oasmith.emit.kept import Kept

TEXT = "{{ view }}\n"


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A template where Python keeps what it compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return tmp_path / "some.py.jinja"


def code(text: str = "1 + 1") -> CodeType:
    return compile(text, "some.py.jinja", "eval")


def kept(template: Path) -> Path:
    return Path(importlib.util.cache_from_source(str(template)))


def test_what_was_kept_is_found_again(template: Path) -> None:
    Kept(()).keep(template, TEXT, code())
    assert Kept(()).find(template, TEXT) == code()
    assert [one.name for one in kept(template).parent.iterdir()] == [
        kept(template).name
    ]


def test_of_another_text_or_other_rules_nothing_is_known(template: Path) -> None:
    rule = template.with_name("rule.py")
    rule.write_text("a = 1\n")
    Kept((rule,)).keep(template, TEXT, code())
    assert Kept((rule,)).find(template, TEXT + " ") is None
    rule.write_text("a = 2\n")
    assert Kept((rule,)).find(template, TEXT) is None


@pytest.mark.parametrize("content", [b"", b"x" * 200])
def test_a_broken_file_is_as_if_it_were_not_there(
    template: Path, content: bytes
) -> None:
    Kept(()).keep(template, TEXT, code())
    kept(template).write_bytes(content)
    assert Kept(()).find(template, TEXT) is None


def test_changed_code_is_not_run(template: Path) -> None:
    Kept(()).keep(template, TEXT, code())
    content = kept(template).read_bytes()
    kept(template).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert Kept(()).find(template, TEXT) is None


def test_nothing_is_kept_where_python_keeps_nothing(
    template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    Kept(()).keep(template, TEXT, code())
    assert not kept(template).exists()


def test_a_folder_that_cannot_be_written_is_no_error(template: Path) -> None:
    template.parent.joinpath("__pycache__").write_text("a file, not a folder")
    Kept(()).keep(template, TEXT, code())
    assert Kept(()).find(template, TEXT) is None
