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
from oasmith.ir.api import Body, Param, Where
from oasmith.ir.decls import Decl
from oasmith.ir.types import ANY, ListOf, MapOf, Nullable, OneOf, TupleOf, Type
from oasmith.python.context import Context

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

NAMES = (
    "str int float bool bytes list dict tuple type id object print property "
    "typing datetime date uuid decimal builtins collections cached_property "
    "rt m self cls extra to_dict from_dict options body path query fields "
    "None True class import match case Callable Mapping httpx2 jobs raw close"
).split()
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
            f"/{name}/{{id}}",
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
        modules=3,
    )


def _params(name: str) -> list[Param]:
    return [
        param("id", Where.PATH),
        param(name, Where.QUERY, ListOf(STR)),
        param("at", Where.QUERY, DATETIME),
        param("state", Where.HEADER, ref("State")),
    ]


def _body(number: int) -> Body | None:
    contents = (None, body(content(ref("Base"))), body(content(ref("Many"))))
    return contents[number % 3]


def spread() -> Context:
    """The API with one of everything common, its models in several modules."""
    return context(api(JOBS, decls=DECLS), modules=4)


@pytest.fixture(
    scope="module",
    params=[lambda: WASABI, spread, shadowing],
    ids=["single", "spread", "shadowing"],
)
def package(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The generated package on disk."""
    folder = tmp_path_factory.mktemp("generated")
    made: Context = request.param()
    found = project(made, Environments(), folder, None, Report())
    assert found is not None
    for file in found.files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8", newline="\n")
    return folder / made.settings.package


def run(package: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=package.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_module_imports(package: Path) -> None:
    program = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(found.name)
for name in package.__all__:
    getattr(package, name)
"""
    done = run(package, "-c", program, package.name)
    assert done.returncode == 0, done.stderr


def test_every_model_is_decoded_and_encoded(package: Path) -> None:
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
    done = run(package, "-c", program, package.name)
    assert done.returncode == 0, done.stderr


def test_mypy_finds_nothing(package: Path) -> None:
    done = run(package, "-m", "mypy", "--strict", "--no-incremental", package.name)
    assert done.returncode == 0, done.stdout


def test_pyright_finds_nothing(package: Path) -> None:
    settings = {"typeCheckingMode": "strict", "include": [package.name]}
    config = package.parent / "pyrightconfig.json"
    config.write_text(json.dumps(settings), encoding="utf-8")
    done = run(package, "-m", "pyright", "--pythonversion", "3.11")
    assert done.returncode == 0, done.stdout
