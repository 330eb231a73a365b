"""The record: read back as written, and never trusted blindly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from oasmith.diagnostics import Report
from oasmith.emit.record import (
    RECORD,
    FileHashes,
    Record,
    Spot,
    Told,
    digest,
    dump,
    parse,
    read,
    read_summary,
)

HERE = Spot(("a", "b/c"), True, (1, 2, 3))
FULL = Record(
    "1.0",
    {"spec": "a"},
    {"id": "models"},
    {"id": "Jöb", "field #/a b c": "c", "field #/a b d": "d", "of ": "x", "  ": "y"},
    {"a.py": FileHashes("r", "w")},
    (Told("REF001", HERE, "said", "remedy", "none", ((HERE, "there too"),)),),
)


def test_a_record_is_read_back_as_written() -> None:
    assert parse(dump(FULL)) == FULL


def test_keys_are_sorted() -> None:
    one = dump(Record("1", names={"b": "B", "a": "A"}))
    assert one == dump(Record("1", names={"a": "A", "b": "B"}))


def test_names_of_one_type_stand_together() -> None:
    stored = json.loads(dump(FULL))["names"]
    assert stored["field #/a b"] == {"c": "c", "d": "d"}
    assert stored[""] == {"id": "Jöb"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"format": 99}',
        '{"format": 2, "files": []}',
        '{"format": 1, "generator": "1", "names": {"a": "A"}}',
        '{"format": 2, "generator": "1", "names": {"a": "A"}}',
        '{"format": 2, "generator": "1", "names": {"a": {"b": 1}}}',
        '{"format": 2, "files": {"a": {"raw": 1}}}',
        '{"format": 2, "told": [{"code": 1}]}',
        '{"format": 2, "told": 1}',
        "[" * 100_000,
    ],
)
def test_a_damaged_record_is_a_warning_and_none(text: str, tmp_path: Path) -> None:
    (tmp_path / RECORD).write_text(text, encoding="utf-8")
    report = Report()
    assert read(tmp_path, report) is None
    assert [one.code for one in report.diagnostics] == ["OUT005"]


def test_no_record_is_none_without_a_word(tmp_path: Path) -> None:
    report = Report()
    assert read(tmp_path / "not" / "there", report) is None
    assert report.diagnostics == ()


def test_any_text_has_a_digest() -> None:
    assert digest("\ud800") != digest("a")


def test_what_says_whether_anything_has_changed_is_of_the_record(
    tmp_path: Path,
) -> None:
    (tmp_path / RECORD).write_text(dump(FULL), encoding="utf-8")
    found = read_summary(tmp_path)
    assert found is not None
    assert (found.inputs, found.told) == (FULL.inputs, FULL.told)
    assert {path: one.written for path, one in found.files.items()} == {"a.py": "w"}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 99}', "[" * 100_000])
def test_a_damaged_record_says_nothing_of_changes(text: str, tmp_path: Path) -> None:
    (tmp_path / RECORD).write_text(text, encoding="utf-8")
    assert read_summary(tmp_path) is None
    assert read_summary(tmp_path / "not" / "there") is None


def test_a_record_of_another_format_says_nothing_of_changes(tmp_path: Path) -> None:
    text = dump(FULL).replace('"format": 2', '"format": 3')
    (tmp_path / RECORD).write_text(text, encoding="utf-8")
    assert read_summary(tmp_path) is None
