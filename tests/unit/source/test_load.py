"""Files that cannot be read as a whole, and how one is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from oasmith.source import text as reading
from oasmith.source.errors import SourceError
from oasmith.source.load import load, load_text


def refused(path: Path, shown: str = "shown.yaml") -> SourceError:
    with pytest.raises(SourceError) as caught:
        load(path, shown)
    assert caught.value.file == shown
    assert caught.value.message
    return caught.value


def test_a_missing_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.yaml").code == "SRC001"


def test_a_directory(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "SRC002"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe").code == "SRC002"


def test_a_name_no_file_can_have(tmp_path: Path) -> None:
    assert refused(tmp_path / "a\0b").code == "SRC003"


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_bytes(b"")
    assert refused(path).code == "SRC004"


def test_a_list_is_no_description(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text("- a\n- b\n", encoding="utf-8")
    error = refused(path)
    assert (error.code, error.line) == ("SRC007", 1)
    assert "a list" in error.message


def test_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    path = tmp_path / "spec.yaml"
    path.write_text("openapi: 3.1.0\n", encoding="utf-8")
    error = refused(path)
    assert error.code == "SRC008"
    assert "too large" in error.message


def test_bytes_that_are_no_utf_8_have_their_position(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_bytes("a: é\nb: ü".encode() + b"\xff\n")
    error = refused(path)
    assert (error.code, error.line, error.column) == ("SRC005", 2, 5)


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-32-be",
    ],
)
@pytest.mark.parametrize("text", ["a: é\nb: 1\n", '{"a": "é", "b": 1}'])
def test_unicode_with_and_without_mark_is_read(
    tmp_path: Path, encoding: str, text: str
) -> None:
    path = tmp_path / "spec.yaml"
    path.write_bytes(text.encode(encoding))
    document = load(path, "spec.yaml")
    assert document.value == {"a": "é", "b": 1}
    assert not document.text.startswith("\ufeff")


@pytest.mark.parametrize(
    "url", ["https://example.com/openapi.yaml", "http://x/y", "file:///etc/passwd"]
)
def test_a_url_is_refused_with_the_remedy(url: str) -> None:
    error = refused(Path(url), url)
    assert error.code == "SRC012"
    assert "download it first" in error.hint


def test_a_text_is_read_without_a_file() -> None:
    document = load_text("a: 1\n", "<stdin>")
    assert (document.path, document.value) == ("<stdin>", {"a": 1})


def test_half_a_character_from_standard_input_is_an_error() -> None:
    with pytest.raises(SourceError) as caught:
        load_text("a: \ud800\n", "<stdin>")
    assert caught.value.code == "SRC005"
