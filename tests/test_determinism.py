"""Same input, same bytes: whatever the hash seed, the folder, the order of keys."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import oasmith
from oasmith.emit.record import parse

ROOT = Path(__file__).parents[1]
SPECS = ROOT / "specs"


def generate(folder: Path, spec: Path, seed: str = "0") -> dict[str, bytes]:
    """The files of one run in a fresh process, by path."""
    source = str(Path(oasmith.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-m", "oasmith", "generate", str(spec), "--output", "out"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": source, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    out = folder / "out"
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def folder_with_specs(parent: Path, name: str) -> Path:
    folder = parent / name
    shutil.copytree(SPECS, folder / "specs")
    (folder / ".git").mkdir()
    return folder


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = folder_with_specs(tmp_path_factory.mktemp("first"), "one")
    return generate(folder, Path("specs/unstructured-platform.yaml"))


def test_another_folder_and_another_hash_seed_change_nothing(
    first: dict[str, bytes], tmp_path: Path
) -> None:
    folder = folder_with_specs(tmp_path, "a much longer name of a folder")
    spec = folder / "specs/unstructured-platform.yaml"
    assert generate(folder, spec.absolute(), seed="4711") == first


def test_no_path_of_this_machine_stands_in_the_output(first: dict[str, bytes]) -> None:
    for path, content in first.items():
        assert str(ROOT).encode() not in content, path
        assert b"/tmp/" not in content, path


def shuffled(value: Any, order: random.Random) -> Any:
    """The same JSON value with the keys of every mapping in another order."""
    if isinstance(value, dict):
        items = list(value.items())
        order.shuffle(items)
        return {key: shuffled(inner, order) for key, inner in items}
    if isinstance(value, list):
        return [shuffled(inner, order) for inner in value]
    return value


def test_shuffled_keys_rename_nothing(tmp_path: Path) -> None:
    """Order is the reader's: what is generated must not be called after it."""
    whole = yaml.safe_load((SPECS / "wasabi-air.yaml").read_text("utf-8"))
    names: list[Mapping[str, str]] = []
    for seed in range(3):
        folder = tmp_path / str(seed)
        folder.mkdir()
        (folder / ".git").mkdir()
        text = json.dumps(shuffled(whole, random.Random(seed)))
        (folder / "spec.json").write_text(text, "utf-8")
        made = generate(folder, Path("spec.json"))
        (record,) = (
            one for path, one in made.items() if path.endswith(".oasmith.json")
        )
        names.append(parse(record).names)
    assert names[0] == names[1] == names[2]


def test_two_runs_in_one_place_write_the_same_bytes(tmp_path: Path) -> None:
    folder = folder_with_specs(tmp_path, "twice")
    spec = Path("specs/wasabi-air.yaml")
    before = generate(folder, spec)
    shutil.rmtree(folder / "out")
    assert generate(folder, spec) == before
