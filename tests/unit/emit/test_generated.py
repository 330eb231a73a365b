"""What is generated imports, type-checks and works, whatever its members are called."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from oasmith.diagnostics import Report
from oasmith.emit.env import Environments
from oasmith.emit.project import project
from oasmith.emit.standing import Standing
from oasmith.ir.api import Body, Param
from oasmith.ir.decls import Decl
from oasmith.ir.types import ANY, ListOf, MapOf, Nullable, OneOf, TupleOf, Type
from oasmith.ir.where import Where
from oasmith.python.context import Context, Settings

from ..python.building import (
    BOOL,
    DATE,
    DATETIME,
    FLOAT,
    INT,
    STR,
    UUID,
    alias,
    api,
    body,
    content,
    context,
    enum,
    field,
    operation,
    param,
    ref,
    resource,
    response,
    struct,
    union,
)
from ..python.wasabi import DECLS, JOBS, WASABI

BUILTINS = ("str", "int", "float", "bool", "bytes", "list", "dict", "tuple", "type")
MODULES = ("typing", "datetime", "uuid", "decimal", "builtins", "collections", "httpx2")
OURS = (
    "rt",
    "m",
    "self",
    "extra",
    "to_dict",
    "options",
    "body",
    "path",
    "query",
    "raw",
)
KEYWORDS = ("None", "True", "class", "import", "match", "case")
OTHERS = ("id", "object", "property", "date", "cached_property", "Callable", "Mapping")
NAMES = (*BUILTINS, *MODULES, *OURS, *KEYWORDS, *OTHERS)
"""Names that mean something where they would stand."""

TYPES: tuple[Type, ...] = (
    STR,
    INT,
    FLOAT,
    BOOL,
    DATE,
    DATETIME,
    UUID,
    ANY,
    ListOf(STR),
    MapOf(ListOf(INT)),
    Nullable(STR),
    OneOf((STR, ListOf(INT))),
    TupleOf((STR, INT), None),
    ref("State"),
    ref("Either"),
    ref("Many"),
)


PACKAGES = ("wasabi_air", "spread", "shadowing")


def shadowing() -> Context:
    """An API whose fields, methods, arguments and resources all have such names."""
    decls: tuple[Decl, ...] = (
        struct(
            "Base",
            *(field(name, TYPES[i % len(TYPES)]) for i, name in enumerate(NAMES)),
            extra=ANY,
        ),
        struct(
            "Other",
            *(field(name, TYPES[i % 7], required=True) for i, name in enumerate(NAMES)),
        ),
        enum("State", *NAMES),
        union("Either", ref("Base"), STR, ListOf(ref("Other"))),
        alias("Many", MapOf(ref("Either"))),
        alias("Maybe", Nullable(ref("Base"))),
    )
    operations = [
        operation(
            name,
            "POST",
            f"/{name}/{{thing-id}}",
            *_params(name),
            body=_body(i),
            responses=(response(200, content(TYPES[i % len(TYPES)])),),
        )
        for i, name in enumerate(NAMES)
        if name not in ("rt", "m", "self")
    ]
    return context(
        api(
            resource("things", *operations),
            resource("str", operation("get", "GET", "/s", responses=())),
            resource("float", operation("list", "GET", "/f", responses=())),
            decls=decls,
        ),
        Settings("shadowing", "shadowing"),
        modules=3,
    )


def _params(name: str) -> list[Param]:
    return [
        param("thing-id", Where.PATH),
        param(name, Where.QUERY, ListOf(STR)),
        param("at", Where.QUERY, DATETIME),
        param("state", Where.HEADER, ref("State")),
    ]


def _body(number: int) -> Body | None:
    contents = (None, body(content(ref("Base"))), body(content(ref("Many"))))
    return contents[number % 3]


def spread() -> Context:
    """The API with one of everything common, its models in several modules."""
    return context(api(JOBS, decls=DECLS), Settings("spread", "spread"), modules=4)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three generated packages beside each other."""
    folder = tmp_path_factory.mktemp("generated")
    for made in (WASABI, spread(), shadowing()):
        found = project(made, Environments(), Standing.nothing(made), 1, Report())
        assert found is not None
        for file in found.files:
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8", newline="\n")
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_imports(package: str, folder: Path) -> None:
    program = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(found.name)
for name in package.__all__:
    getattr(package, name)
"""
    done = run(folder, "-c", program, package)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("package", PACKAGES)
def test_every_model_is_decoded_and_encoded(package: str, folder: Path) -> None:
    program = """
import dataclasses, importlib, inspect, sys
models = importlib.import_module(sys.argv[1] + ".models")
runtime = importlib.import_module(sys.argv[1] + "._runtime")
for name in dir(models):
    found = getattr(models, name)
    if inspect.isclass(found) and issubclass(found, runtime.Model):
        if found is runtime.Model:
            continue
        assert dataclasses.is_dataclass(found)
        assert found.from_dict({}).to_dict() == {}, name
        found.from_dict({"unknown": 1})
"""
    done = run(folder, "-c", program, package)
    assert done.returncode == 0, done.stderr


def test_mypy_finds_nothing(folder: Path) -> None:
    done = run(folder, "-m", "mypy", "--strict", "--no-incremental", *PACKAGES)
    assert done.returncode == 0, done.stdout


def test_pyright_finds_nothing(folder: Path) -> None:
    # The same runtime three times: it is checked where `tests/test_generated.py` is.
    runtimes = [f"{package}/_runtime" for package in PACKAGES]
    settings = {
        "typeCheckingMode": "strict",
        "include": PACKAGES,
        "exclude": runtimes,
    }
    config = folder / "pyrightconfig.json"
    config.write_text(json.dumps(settings), encoding="utf-8")
    settled = ("--pythonversion", "3.11", "--pythonpath", sys.executable)
    done = run(folder, "-m", "pyright", *settled)
    assert done.returncode == 0, done.stdout
