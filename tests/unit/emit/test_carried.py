"""A package carries the files of the runtime it can reach, and no others."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from oasmith import runtime
from oasmith.config.model import ApiConfig, Config
from oasmith.emit.carried import carried, imported
from oasmith.outcome import Mode, Settled, Wishes
from oasmith.run import run

RUNTIME = Path(runtime.__file__).parent
MODULES = sorted(path.stem for path in RUNTIME.glob("*.py"))
PLAIN = "from ._runtime import rt\n_GET = rt.Operation\n"
SPEC = """\
openapi: 3.1.0
info: {title: Boats, version: "1"}
servers: [{url: "https://boats.example"}]
paths:
  /boats:
    get:
      operationId: listBoats
      tags: [boats]
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
        - {name: offset, in: query, schema: {type: integer}}
      responses:
        "200":
          description: Boats.
          content:
            application/json:
              schema:
                type: object
                properties:
                  total: {type: integer}
                  items: {type: array, items: {type: string}}
"""


def by_syntax(text: str) -> Iterator[str]:
    """The modules that a module of the runtime imports, at any time."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.level:
            assert node.level == 1
            yield from (
                [node.module] if node.module else [one.name for one in node.names]
            )


@pytest.mark.parametrize("module", MODULES)
def test_imports_are_found_as_python_finds_them(module: str) -> None:
    text = (RUNTIME / f"{module}.py").read_text("utf-8")
    assert {one for one, _ in imported(text)} == set(by_syntax(text))
    assert set(by_syntax(text)) <= set(MODULES)


def test_each_file_is_as_it_is_in_the_runtime() -> None:
    files = carried([PLAIN]).files
    assert "operation.py" in files
    for name, text in files.items():
        assert text == (RUNTIME / name).read_text("utf-8")


def test_what_is_carried_needs_nothing_that_is_not() -> None:
    files = carried([PLAIN + "rt.Client(rt.AsyncClient)"]).files
    needed = {f"{one}.py" for text in files.values() for one in by_syntax(text)}
    assert needed - {"rt.py"} <= files.keys()


@pytest.mark.parametrize(
    ("code", "module"),
    [
        ("    x: rt.Download", "stream"),
        ('    returns="rt.Event[m.Chunk]"', "events"),
        ("from ._runtime.webhooks import Webhook as Webhook", "webhooks"),
        ("from .._runtime import waiting", "waiting"),
        ("from ._runtime.rt import (\n    Page as Page,\n)", "pages"),
        ("    from ._runtime.rt import Verify as Verify", "signatures"),
    ],
)
def test_a_name_brings_its_module(code: str, module: str) -> None:
    assert f"{module}.py" in carried([PLAIN, code]).files
    assert f"{module}.py" not in carried([PLAIN]).files


@pytest.mark.parametrize("code", ["start.Download", "rt.download", "m.Page", "rt Page"])
def test_what_only_looks_like_a_name_brings_nothing(code: str) -> None:
    assert carried([PLAIN, code]) == carried([PLAIN])


def test_names_are_listed_once_by_their_modules() -> None:
    names = carried(["rt.Page rt.page", "rt.Page(rt.Operation)"]).names
    assert names == {"operation": ("Operation",), "pages": ("Page", "page")}


def generated(spec: str, folder: Path, mode: Mode = Mode.WRITE) -> Mapping[str, str]:
    """What changes where a description is generated into a folder."""
    (folder / "boats.yaml").write_text(spec, "utf-8")
    api = ApiConfig("boats", folder / "boats.yaml", folder, "boats")
    (outcome,) = run(Config((api,), folder), Wishes(mode=mode))
    if outcome.changes is None:
        assert outcome.settled is Settled.CURRENT
        return {}
    return {path: change.value for path, change in outcome.changes.files}


def test_files_come_and_go_with_what_needs_them(tmp_path: Path) -> None:
    paged, plain = SPEC, SPEC.replace("name: offset", "name: colour")
    generated(plain, tmp_path)
    own = tmp_path / "boats" / "boats" / "_runtime"
    assert not (own / "pages.py").exists()
    assert not generated(plain, tmp_path, Mode.CHECK)
    assert generated(paged, tmp_path)["boats/_runtime/pages.py"] == "new"
    assert (own / "pages.py").read_text() == (RUNTIME / "pages.py").read_text()
    told = generated(plain, tmp_path, Mode.CHECK)
    assert told["boats/_runtime/pages.py"] == "deleted"
    assert (own / "pages.py").exists()
    generated(plain, tmp_path)
    assert not (own / "pages.py").exists()
