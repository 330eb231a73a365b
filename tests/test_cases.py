"""One folder is one case: a small description, and what must come of it.

    tests/cases/<area>/<name>/
      spec.yaml         one idea, at most 40 lines
      oasmith.toml      settings, where the idea needs some
      diagnostics.txt   what is said; without it nothing is
      expected/         files of the package as they must be
      use.py            ``use(server)``: calls the client and looks at the wire

``pytest tests/test_cases.py --update`` rewrites diagnostics.txt and expected/.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from oasmith.config.model import ApiConfig, Config
from oasmith.config.read import read_config
from oasmith.diagnostics import Report
from oasmith.diagnostics.show import render_text
from oasmith.outcome import ApiOutcome, Wishes
from oasmith.run import run
from tests.servers.loopback import serve
from tests.servers.scripted import Scripted

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(path.parent for path in CASES.glob("*/*/spec.*"))
LONGEST = 40


def label(folder: Path) -> str:
    return folder.relative_to(CASES).as_posix()


def cases(holding: str) -> pytest.MarkDecorator:
    """Runs a test on every case with such a file, one worker doing all of a case."""
    folders = [
        pytest.param(one, id=label(one), marks=pytest.mark.xdist_group(label(one)))
        for one in FOLDERS
        if any(one.glob(holding))
    ]
    return pytest.mark.parametrize("generated", folders, indirect=True)


@dataclass(frozen=True)
class Generated:
    """A generated case: where it was written and lies, its package, what was said."""

    folder: Path
    home: Path
    package: str
    outcome: ApiOutcome
    said: str

    @property
    def project(self) -> Path:
        return self.home / "out" / "case"


@pytest.fixture(scope="session")
def made() -> dict[Path, Generated]:
    """The cases generated so far, each once."""
    return {}


@pytest.fixture
def generated(
    request: pytest.FixtureRequest,
    made: dict[Path, Generated],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> Generated:
    """The case of the test's parameter, generated in a folder of its own."""
    folder: Path = request.param
    if folder not in made:
        home = tmp_path_factory.mktemp("case") / "case"
        made[folder] = _generate(folder, home, monkeypatch)
    return made[folder]


def _generate(folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Generated:
    ignored = shutil.ignore_patterns("expected", "__pycache__")
    shutil.copytree(folder, home, ignore=ignored)
    monkeypatch.chdir(home)
    package = "case_" + label(folder).replace("/", "_").replace("-", "_")
    (outcome,) = run(_config(package), Wishes())
    said = render_text(outcome.diagnostics, outcome.documents)
    return Generated(folder, home, package, outcome, said)


def _config(package: str) -> Config:
    (spec,) = Path().glob("spec.*")
    api = ApiConfig("case", spec, Path("out"), package)
    own = Path("oasmith.toml")
    if not own.is_file():
        return Config((api,), Path())
    reading = read_config(own, Report())
    assert reading.config is not None
    (told,) = reading.config.apis
    changed = replace(told, name="case", spec=spec, output=Path("out"), package=package)
    return Config((changed,), Path(), own.name)


@pytest.mark.parametrize("folder", FOLDERS, ids=label)
def test_a_case_is_small(folder: Path) -> None:
    (spec,) = folder.glob("spec.*")
    assert len(spec.read_text("utf-8").splitlines()) <= LONGEST


@cases("spec.*")
def test_what_is_said_is_what_is_expected(
    generated: Generated, request: pytest.FixtureRequest
) -> None:
    told = generated.folder / "diagnostics.txt"
    if request.config.getoption("--update"):
        _rewrite(told, generated.said)
    expected = told.read_text("utf-8") if told.is_file() else ""
    assert generated.said == expected


@cases("expected")
def test_the_files_are_as_expected(
    generated: Generated, request: pytest.FixtureRequest
) -> None:
    expected = generated.folder / "expected"
    for path in sorted(one for one in expected.rglob("*") if one.is_file()):
        relative = path.relative_to(expected)
        made = (generated.project / generated.package / relative).read_text("utf-8")
        if request.config.getoption("--update"):
            path.write_text(made, "utf-8")
        assert made == path.read_text("utf-8"), f"{relative} differs"


@cases("use.py")
def test_the_client_works_on_the_wire(generated: Generated) -> None:
    script = generated.folder / "use.py"
    with _importable(generated.project):
        spec = importlib.util.spec_from_file_location(
            f"use_{generated.package}", script
        )
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        scripted = Scripted()
        with serve(lambda: scripted) as server:
            scripted.url = server.url
            module.use(scripted)


def test_every_script_is_a_function_of_the_server() -> None:
    for path in CASES.glob("*/*/use.py"):
        assert "def use(server: Scripted) -> None:" in path.read_text("utf-8"), path


def _rewrite(path: Path, text: str) -> None:
    if text:
        path.write_text(text, "utf-8")
    else:
        path.unlink(missing_ok=True)


@contextmanager
def _importable(project: Path) -> Iterator[None]:
    entry = os.fspath(project.resolve())
    sys.path.insert(0, entry)
    try:
        yield
    finally:
        sys.path.remove(entry)
