"""Packages with a part of the runtime: whole as they are, and with nothing to spare."""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from oasmith import runtime
from oasmith.config.model import ApiConfig, Config, WaiterConfig
from oasmith.outcome import Settled, Wishes
from oasmith.run import run as run_config
from tests.support.processes import clean_environment, run

HERE = Path(__file__).parent
SPECS = {
    "library": HERE / "ledger" / "specs" / "petstore-3.0.json",
    "paged": HERE / "cases" / "paging" / "offsets" / "spec.yaml",
    "streamed": HERE / "cases" / "streaming" / "chat" / "spec.yaml",
    "saved": HERE / "cases" / "streaming" / "downloads" / "spec.yaml",
    "issued": HERE / "cases" / "security" / "tokens" / "spec.yaml",
    "awaited": HERE / "cases" / "waiting" / "jobs" / "spec.yaml",
    "called": HERE / "cases" / "webhooks" / "told-by-body" / "spec.yaml",
}
DONE = WaiterConfig(field="Status", done=("completed",), failed=("failed",))
ALL = sorted(path.name for path in Path(runtime.__file__).parent.glob("*.py"))

APART: Mapping[str, frozenset[str]] = {
    "paged": frozenset({"paging.py", "pages.py", "aio_pages.py", "ways.py"}),
    "streamed": frozenset({"streaming.py", "items.py", "events.py"}),
    "saved": frozenset({"downloading.py", "download.py", "resuming.py"}),
    "issued": frozenset({"tokens.py", "token_request.py", "grants.py", "oauth2.py"}),
    "awaited": frozenset({"waiting.py", "watch.py", "progress.py"}),
    "called": frozenset({"webhooks.py", "signatures.py", "keys.py"}),
}
"""Files for what one of the packages has and others have not."""

IMPORT_ALL = """
import importlib, pkgutil, sys
sys.modules["msgspec"] = None  # an extra, which need not be installed
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for found in pkgutil.walk_packages(package.__path__, name + "."):
        module = importlib.import_module(found.name)
        for one in getattr(module, "__all__", ()):
            getattr(module, one)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All packages, side by side."""
    made = tmp_path_factory.mktemp("carried")
    apis = tuple(
        ApiConfig(
            name,
            spec,
            made,
            f"{name}_api",
            waiters={"jobs.get": DONE} if name == "awaited" else {},
        )
        for name, spec in SPECS.items()
    )
    for outcome in run_config(Config(apis, made), Wishes()):
        assert outcome.settled is Settled.WRITTEN, outcome
    for name in SPECS:
        (made / name / f"{name}_api").rename(made / f"{name}_api")
    return made


def shipped(folder: Path, name: str) -> set[str]:
    return {path.name for path in (folder / f"{name}_api" / "_runtime").glob("*.py")}


def imports(path: Path) -> Iterator[Path]:
    """The modules of a package that one of them imports, at any time."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            start = path.parents[node.level - 1]
            base = start.joinpath(*(node.module or "").split("."))
            for one in (base, *(base / alias.name for alias in node.names)):
                yield from (
                    found
                    for found in (one.with_suffix(".py"), one / "__init__.py")
                    if found.is_file()
                )


@pytest.mark.parametrize("name", SPECS)
def test_each_file_of_the_runtime_can_be_reached(name: str, folder: Path) -> None:
    package = folder / f"{name}_api"
    own = package / "_runtime"
    pending = [path for path in package.rglob("*.py") if own not in path.parents]
    reached: set[Path] = {own / "__init__.py"}
    while pending:
        for found in imports(pending.pop()):
            if found not in reached:
                reached.add(found)
                pending.append(found)
    assert {path.name for path in reached if path.parent == own} == shipped(
        folder, name
    )


@pytest.mark.parametrize(("name", "apart"), APART.items())
def test_a_package_has_the_files_of_what_it_does_alone(
    name: str, apart: frozenset[str], folder: Path
) -> None:
    assert apart <= set(ALL)
    assert apart <= shipped(folder, name)
    for other in SPECS.keys() - {name}:
        assert not apart & shipped(folder, other)


def test_every_module_of_every_package_imports(folder: Path) -> None:
    names = [f"{name}_api" for name in SPECS]
    environment = clean_environment({"PYTHONPATH": str(folder)})
    run([sys.executable, "-c", IMPORT_ALL, *names], environment=environment)


def test_mypy_finds_nothing(folder: Path) -> None:
    names = [f"{name}_api" for name in SPECS]
    checked = (sys.executable, "-m", "mypy", "--strict", "--no-incremental")
    run([*checked, *names], folder=folder, timeout=300)


def test_pyright_finds_nothing(folder: Path) -> None:
    settings = {"typeCheckingMode": "strict", "include": ["*_api"]}
    config = folder / "pyrightconfig.json"
    config.write_text(json.dumps(settings), encoding="utf-8")
    settled = ("--pythonversion", "3.11", "--pythonpath", sys.executable)
    run([sys.executable, "-m", "pyright", *settled], folder=folder, timeout=300)
