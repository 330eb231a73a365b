"""What git does to a project, and what a run makes of that."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from oasmith.config.model import ApiConfig, Metadata
from oasmith.config.read import read_config
from oasmith.diagnostics import Report
from oasmith.freshness import maker_of
from oasmith.outcome import Mode, Settled, Wishes
from oasmith.run import run

from .edits.compare import RECORD, made
from .test_incremental import at, operation, shop


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a client in it."""
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet", "--initial-branch", "main")
    git("config", "user.email", "a@example.com")
    git("config", "user.name", "A")
    return tmp_path


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def commit(words: str) -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", words)


def thing(spec: dict[str, object], version: str, name: str) -> None:
    found = operation(name, "things", {"type": "string"})
    at(spec, "paths")[f"/{version}/thing"] = {"get": found}


def branched(folder: Path) -> dict[str, object]:
    """Two branches, each with an edit of its own, merged but for the record."""
    spec = shop()
    thing(spec, "v2", "getThing")
    made(folder, spec)
    commit("one")
    thing(spec, "v1", "get_thing")
    made(folder, spec)
    commit("two")
    git("switch", "--quiet", "--create", "side")
    at(spec, "paths", "/orders", "get").update(summary="Say which there are.")
    made(folder, spec)
    commit("side")
    git("switch", "--quiet", "main")
    at(spec, "paths", "/orders", "get").pop("summary")
    at(spec, "paths", "/items", "get").update(summary="Those one can buy.")
    made(folder, spec)
    commit("main")
    merge = ["git", "merge", "--quiet", "side"]
    done = subprocess.run(merge, check=False, capture_output=True)
    assert done.returncode, "git was expected to find the record in conflict"
    at(spec, "paths", "/orders", "get").update(summary="Say which there are.")
    return spec


def record(folder: Path) -> Path:
    (found,) = folder.glob(f"out/*/{RECORD}")
    return found


def test_a_merge_keeps_the_names_of_both_sides(folder: Path) -> None:
    spec = branched(folder)
    assert "<<<<<<<" in record(folder).read_text("utf-8")
    merged = made(folder, spec)
    assert merged.outcome.apis[0].settled is Settled.WRITTEN
    assert "OUT009" in merged.told
    assert "OUT002" not in merged.told
    kept = json.loads(record(folder).read_text("utf-8"))["names"]
    assert kept["operation GET"]["/v2/thing"].startswith("get ")
    assert kept["operation GET"]["/v1/thing"].startswith("get_thing")
    again = made(folder, spec)
    assert again.outcome.apis[0].settled is Settled.CURRENT
    assert "OUT009" not in again.told


def test_a_record_with_the_marks_of_a_merge_is_stale(folder: Path) -> None:
    branched(folder)
    config = read_config(folder / "oasmith.toml", Report()).config
    assert config is not None
    (outcome,) = run(config, Wishes(mode=Mode.CHECK))
    assert outcome.settled is Settled.STALE


def test_what_git_gave_other_line_ends_is_not_changed_by_hand(folder: Path) -> None:
    spec = shop()
    made(folder, spec)
    for path in (folder / "out").rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert made(folder, spec).outcome.apis[0].settled is Settled.CURRENT
    at(spec, "paths", "/items", "get").update(summary="Those one can buy.")
    after = made(folder, spec).outcome.apis[0]
    assert after.settled is Settled.WRITTEN
    assert after.changes is not None
    assert after.changes.unchanged > after.changes.written


def test_what_time_is_spared_by_is_not_committed(folder: Path) -> None:
    made(folder, shop())
    commit("all")
    listed = subprocess.run(
        ["git", "ls-files"], check=True, capture_output=True, text=True
    ).stdout
    assert f"out/shop/{RECORD}" in listed
    assert "cache" not in listed


def test_a_file_that_was_not_there_is_looked_for_again(folder: Path) -> None:
    spec = shop()
    reference = {"$ref": "more.json#/Item"}
    at(spec, "components", "schemas", "Item", "properties").update(more=reference)
    assert "REF004" in made(folder, spec).told
    (folder / "more.json").write_text('{"Item": {"type": "integer"}}', "utf-8")
    after = made(folder, spec)
    assert "REF004" not in after.told
    assert after.outcome.apis[0].settled is Settled.WRITTEN


SPEC = ApiConfig("shop", Path("shop.json"), Path("out"), "shop")
ELSEWHERE = {"spec", "output", "ignore_at", "spots"}
"""Known by other hashes, or of no matter to what is made."""
OTHERS: dict[str, Any] = {
    "name": "other",
    "package": "other",
    "arguments": {"a": "b"},
    "environment": {"a": "b"},
    "base_url": "required",
    "metadata": Metadata(version="2"),
    "ignore": ("REF004",),
    "idempotency_header": "Idempotency-Key",
}


def test_every_setting_has_a_part_in_what_tells_runs_apart() -> None:
    tables = {"waiters", "paging"}
    assert set(OTHERS) | tables | ELSEWHERE == set(ApiConfig.__struct_fields__)


@pytest.mark.parametrize("setting", OTHERS)
def test_another_setting_is_another_run(setting: str) -> None:
    values = {name: getattr(SPEC, name) for name in ApiConfig.__struct_fields__}
    other = ApiConfig(**{**values, setting: OTHERS[setting]})
    assert maker_of(other, ()) != maker_of(SPEC, ())


def test_the_order_of_template_folders_and_any_file_in_them_counts(
    tmp_path: Path,
) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder_ in (one, two):
        folder_.mkdir()
        (folder_ / "models.py.jinja").write_text(f"# {folder_.name}\n")
    before = maker_of(SPEC, (one, two))
    assert maker_of(SPEC, (two, one)) != before
    (two / "foot.txt").write_text("-- \n")
    assert maker_of(SPEC, (one, two)) != before
