"""``generated/`` is what the descriptions give, and passes what users run over it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from oasmith.config.model import Config
from oasmith.config.read import read_config
from oasmith.diagnostics import Report
from oasmith.emit.record import parse
from oasmith.outcome import Wishes
from oasmith.run import run

ROOT = Path(__file__).parents[1]
GENERATED = ROOT / "generated"
PROJECTS = {
    "wasabi-air": "wasabi_air",
    "unstructured-platform": "unstructured_platform",
}
RECORD = ".oasmith.json"

in_every_project = pytest.mark.parametrize("project", PROJECTS)


def config(output: Path) -> Config:
    """The project's own configuration, writing elsewhere."""
    found = read_config(ROOT / "pyproject.toml", Report()).config
    assert found is not None
    apis = tuple(replace(api, output=output) for api in found.apis)
    return Config(apis, found.root, found.file, found.templates)


def files(folder: Path) -> dict[str, str]:
    """The texts of a project, caches and the generator's own fingerprint left out."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder).as_posix()
        if (
            path.is_file()
            and "__pycache__" not in relative
            and "_cache/" not in relative
        ):
            found[relative] = path.read_text("utf-8")
    record = json.loads(found[RECORD])
    record["inputs"].pop("generator")
    found[RECORD] = json.dumps(record, sort_keys=True)
    return found


@pytest.fixture(scope="module")
def with_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the descriptions and the checked-in records give."""
    output = tmp_path_factory.mktemp("with")
    for project in PROJECTS:
        (output / project).mkdir()
        shutil.copy(GENERATED / project / RECORD, output / project / RECORD)
    assert not [
        one.diagnostics for one in run(config(output), Wishes()) if one.diagnostics
    ]
    return output


@pytest.fixture(scope="module")
def without_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the descriptions give by themselves."""
    output = tmp_path_factory.mktemp("without")
    list(run(config(output), Wishes()))
    return output


@in_every_project
def test_what_is_checked_in_is_what_the_description_gives(
    project: str, with_record: Path
) -> None:
    made, there = files(with_record / project), files(GENERATED / project)
    assert sorted(made) == sorted(there), "run `python3 generator`"
    different = [path for path in made if made[path] != there[path]]
    assert not different, f"run `python3 generator`: {different}"


@in_every_project
def test_the_packages_come_out_the_same_without_a_record(
    project: str, without_record: Path
) -> None:
    made, there = files(without_record / project), files(GENERATED / project)
    assert {path for path in made if made[path] != there.get(path)} == set()


@in_every_project
def test_nothing_is_degraded_or_refused(project: str, tmp_path: Path) -> None:
    for outcome in run(config(tmp_path), Wishes(ledger=True)):
        if outcome.name == project:
            assert outcome.ledger is not None
            for kind, row in outcome.ledger.counts().items():
                assert (row["degraded"], row["refused"]) == (0, 0), kind


def checked(*command: str, cwd: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@in_every_project
def test_mypy_strict_has_nothing_to_say(project: str) -> None:
    cache = f"--cache-dir={ROOT / '.mypy_cache' / project}"
    checked("mypy", "--strict", cache, PROJECTS[project], cwd=GENERATED / project)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages where no configuration of this repository reaches them."""
    folder = tmp_path_factory.mktemp("alone")
    for project, package in PROJECTS.items():
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(GENERATED / project / package, folder / package, ignore=ignored)
    (folder / "pyrightconfig.json").write_text(
        json.dumps({"typeCheckingMode": "strict", "pythonVersion": "3.11"}), "utf-8"
    )
    return folder


def test_pyright_strict_has_nothing_to_say(alone: Path) -> None:
    checked("pyright", "--pythonpath", sys.executable, cwd=alone)


@in_every_project
def test_every_public_symbol_has_a_known_type(
    project: str, alone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(alone))
    arguments = ("--verifytypes", PROJECTS[project], "--ignoreexternal")
    checked("pyright", "--pythonpath", sys.executable, *arguments, cwd=alone)


@in_every_project
def test_the_output_is_as_black_would_have_it(project: str) -> None:
    checked("black", "--check", "--quiet", str(GENERATED / project), cwd=ROOT)


FORBIDDEN = {
    "type: ignore": re.compile(r"#\s*type:\s*ignore"),
    "cast": re.compile(r"\bcast\("),
    "**kwargs": re.compile(r"\*\*kwargs"),
}


@in_every_project
@pytest.mark.parametrize("what", FORBIDDEN)
def test_generated_code_takes_no_way_around_its_types(project: str, what: str) -> None:
    for path in (GENERATED / project / PROJECTS[project]).rglob("*.py"):
        found = FORBIDDEN[what].search(path.read_text("utf-8"))
        assert found is None, f"{path.name} has {what}"


@in_every_project
def test_any_stands_only_where_the_description_says_nothing(project: str) -> None:
    package = GENERATED / project / PROJECTS[project]
    told = re.compile(
        r"dict\[str, typing\.Any\]|\"typing\.Any\"|\[typing\.Any\]|-> typing\.Any"
    )
    for path in package.rglob("*.py"):
        if "_runtime" in path.parts:
            continue
        rest = told.sub("", path.read_text("utf-8"))
        assert "typing.Any" not in rest, path.name


@in_every_project
def test_the_readme_names_every_operation(project: str) -> None:
    folder = GENERATED / project
    record = parse((folder / RECORD).read_text("utf-8"))
    readme = (folder / "README.md").read_text("utf-8")
    calls = [key.split(" ")[1:] for key in record.names if key.startswith("operation ")]
    assert calls
    for method, path in calls:
        assert f"`{method} {path}`" in readme
