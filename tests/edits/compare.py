"""A project made over what the last run left, and the same made from nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from oasmith.config.model import Config
from oasmith.config.read import read_config
from oasmith.diagnostics import Report
from oasmith.diagnostics.show import render_text
from oasmith.outcome import Outcome
from oasmith.run import generate

__all__ = ["CONFIG", "RECORD", "Made", "differing", "made", "warm"]

RECORD = ".oasmith.json"
CONFIG = 'output = "out"\n[apis.shop]\nspec = "shop.json"\n'
"""A project whose paths are seen from its folder: that is to be the current one."""


class Made(NamedTuple):
    """What is on the disk after a run, by path, and what the run said."""

    files: Mapping[str, bytes]
    told: str
    outcome: Outcome


def made(folder: Path, spec: object, config: str = CONFIG) -> Made:
    """Generate over what is there."""
    (folder / "shop.json").write_text(json.dumps(spec, indent=1), "utf-8")
    (folder / "oasmith.toml").write_text(config, "utf-8")
    read = read_config(folder / "oasmith.toml", Report()).config
    assert isinstance(read, Config)
    outcome = generate(read)
    (api,) = outcome.apis
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "out").rglob("*"))
        if path.is_file()
    }
    return Made(files, render_text(api.diagnostics, api.documents), outcome)


def _cold(folder: Path, spec: object, record: bytes, config: str) -> Made:
    """Generate where nothing is but the names that a record keeps."""
    (path,) = folder.glob(f"out/*/{RECORD}")
    shutil.rmtree(folder / "out")
    path.parent.mkdir(parents=True)
    kept: dict[str, Any] = json.loads(record)
    kept.update(files={}, inputs={}, told=[])
    path.write_text(json.dumps(kept), "utf-8")
    return made(folder, spec, config)


def warm(folder: Path, spec: object, config: str = CONFIG) -> tuple[Made, Made]:
    """A run over what the last one left, and one from nothing after that same one.

    The first one's files are there afterwards.
    """
    (path,) = folder.glob(f"out/*/{RECORD}")
    record = path.read_bytes()
    over = made(folder, spec, config)
    shutil.copytree(folder / "out", folder / "over")
    nothing = _cold(folder, spec, record, config)
    shutil.rmtree(folder / "out")
    (folder / "over").rename(folder / "out")
    return over, nothing


def differing(one: Made, other: Made) -> list[str]:
    """The paths that are not the same in both."""
    paths = {*one.files, *other.files}
    return sorted(
        path for path in paths if one.files.get(path) != other.files.get(path)
    )
