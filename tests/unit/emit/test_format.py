"""Formatting: black only where it is needed, and never twice for one text."""

from __future__ import annotations

from pathlib import Path

from oasmith.diagnostics import Report
from oasmith.emit.env import Environments
from oasmith.emit.format import format_files
from oasmith.emit.record import FileHashes, Record, digest
from oasmith.emit.render import Raw
from oasmith.python.code import fixed
from oasmith.python.files import Maker

from .left import left

WIDE = f"x = [{', '.join(['1'] * 40)}]\n"
UGLY = "x   =  1\n"


def raw(text: str, template: str = "empty.jinja", path: str = "a.py") -> Raw:
    return Raw(path, text, Maker(template, None))


def texts(
    one: Raw,
    project: Path,
    record: Record | None = None,
    templates: Environments | None = None,
) -> str:
    recorded = {} if record is None else record.files
    standing = left(recorded, project)
    found = format_files([one], standing, templates or Environments(), 1, Report())
    assert found is not None
    return found[0].text


def test_text_of_shipped_templates_is_taken_as_it_is(tmp_path: Path) -> None:
    assert texts(raw(UGLY), tmp_path) == UGLY


def test_a_line_that_is_too_wide_is_formatted(tmp_path: Path) -> None:
    assert texts(raw(WIDE), tmp_path).startswith("x = [\n    1,\n")


def test_text_of_a_users_template_is_formatted(tmp_path: Path) -> None:
    (tmp_path / "mine.jinja").write_text("x   =  {{ view }}\n")
    templates = Environments([tmp_path])
    one = raw(templates.render("mine.jinja", fixed("1")).text, "mine.jinja")
    assert texts(one, tmp_path, templates=templates) == "x = 1\n"


def test_a_shipped_template_that_includes_a_users_is_formatted(tmp_path: Path) -> None:
    (tmp_path / "_struct.jinja").write_text("x   =  1\n")
    templates = Environments([tmp_path])
    assert templates.is_shipped("models.py.jinja")
    templates.render("empty.jinja", None)
    (tmp_path / "outer.jinja").write_text('{% include "_struct.jinja" %}')
    templates.render("outer.jinja", None)
    assert not templates.is_shipped("outer.jinja")


def test_other_files_are_not_python(tmp_path: Path) -> None:
    assert texts(raw("# wide " + "x" * 100, path="README.md"), tmp_path).endswith("x")


def test_what_the_last_run_formatted_is_taken_from_the_disk(tmp_path: Path) -> None:
    kept = "formatted = 1\n"
    (tmp_path / "a.py").write_text(kept)
    record = Record("1", files={"a.py": FileHashes(digest(WIDE), digest(kept))})
    assert texts(raw(WIDE), tmp_path, record) == kept


def test_what_was_edited_since_is_formatted_anew(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("edited = 1\n")
    record = Record("1", files={"a.py": FileHashes(digest(WIDE), digest("other"))})
    assert texts(raw(WIDE), tmp_path, record).startswith("x = [\n")


def test_what_black_refuses_is_reported() -> None:
    report = Report()
    broken = raw("x = (" + "1, " * 60 + "\n")
    assert format_files([broken], left(), Environments(), 1, report) is None
    (found,) = report.diagnostics
    assert found.code == "OUT006"
    assert "a.py cannot be formatted" in found.message
    assert "empty.jinja" in found.hint
