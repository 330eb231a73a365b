"""Models spread over modules find each other through the facade of their package."""

from __future__ import annotations

import importlib
import shutil
import sys
import typing
from pathlib import Path

import pytest

from .conftest import RUNTIME

FILES = {
    "__init__.py": "",
    "models/__init__.py": """
from __future__ import annotations
from .._runtime.lazy import attach
__getattr__, __dir__ = attach(
    __name__,
    ".a: Node Kind Names .b: Edge Item Items Any_ .list: Row",
)
""",
    "models/list.py": """
from __future__ import annotations
from .. import _runtime as rt

@rt.model
class Row(rt.Model):
    cells: list[str]
""",
    "models/a.py": """
from __future__ import annotations
import typing
from .. import _runtime as rt
from .. import models as m

class Kind(str, rt.OpenEnum):
    X = "x"

Names: typing.TypeAlias = "list[str]"

@rt.model
class Node(rt.Model):
    list: str | None = None
    edges: builtins.list[m.Edge] | None = None
    item: m.Item | None = None
    items: m.Items | None = None
    names: Names | None = None
    more: dict[str, Kind] | None = None
    tagged: m.Any_ | None = None
""",
    "models/b.py": """
from __future__ import annotations
import typing
from .. import _runtime as rt
from .. import models as m

@rt.model
class Edge(rt.Model):
    to: m.Node

Item: typing.TypeAlias = typing.Union[str, "Edge", "Items"]
Items: typing.TypeAlias = "list[Item]"
Any_: typing.TypeAlias = typing.Annotated[
    typing.Union["Edge", "m.Node"], rt.Tag("kind", {"edge": "Edge", "node": "Node"})
]
""",
}

SINGLE = """
from __future__ import annotations
import typing
from . import _runtime as rt

Warnings: typing.TypeAlias = list["Warning"]

@rt.model
class Warning(rt.Model):
    text: str
"""


@pytest.fixture
def models(tmp_path: Path) -> typing.Iterator[typing.Any]:
    for name, text in FILES.items():
        path = tmp_path / "spread_api" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    shutil.copytree(RUNTIME, tmp_path / "spread_api" / "_runtime")
    sys.path.insert(0, str(tmp_path))
    yield importlib.import_module("spread_api.models")
    sys.path.remove(str(tmp_path))
    for name in [one for one in sys.modules if one.startswith("spread_api")]:
        del sys.modules[name]


def test_references_cross_modules_and_aliases(models: typing.Any) -> None:
    data = {
        "list": "shadows the builtin",
        "edges": [{"to": {"names": ["a"]}}],
        "item": ["a", ["b", {"to": {}}]],
        "items": ["a", {"to": {"item": "x"}}],
        "more": {"a": "x"},
        "tagged": {"kind": "edge", "to": {}},
    }
    seen: list[typing.Any] = []
    node = models.Node.from_dict(data, on_drift=seen.append)
    assert isinstance(node.edges[0].to, models.Node)
    assert isinstance(node.item[1][1], models.Edge)
    assert isinstance(node.items[1], models.Edge)
    assert node.more == {"a": models.Kind.X}
    assert isinstance(node.tagged, models.Edge)
    assert node.to_dict() == data
    assert [one.kind for one in seen] == ["unknown"]


def test_a_module_of_models_hides_no_builtin(models: typing.Any) -> None:
    assert models.Row.from_dict({"cells": ["a"]}).cells == ["a"]
    settings = importlib.import_module("spread_api._runtime.settings")
    decode = settings.Types("spread_api").decoder("list[m.Row]")
    drift = importlib.import_module("spread_api._runtime.drift")
    (row,) = decode([{"cells": ["b"]}], None, drift.Decoding())
    assert row == models.Row(cells=["b"])


def test_a_facade_loads_only_what_is_asked_for(models: typing.Any) -> None:
    assert "spread_api.models.a" not in sys.modules
    assert models.Kind("x") is models.Kind.X
    assert "Edge" in dir(models) and "spread_api.models.b" not in sys.modules
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = models.Nothing


def test_a_model_may_be_called_as_a_builtin(tmp_path: Path) -> None:
    folder = tmp_path / "single_api"
    shutil.copytree(RUNTIME, folder / "_runtime")
    (folder / "__init__.py").touch()
    (folder / "models.py").write_text(SINGLE)
    sys.path.insert(0, str(tmp_path))
    try:
        models = importlib.import_module("single_api.models")
        settings = importlib.import_module("single_api._runtime.settings")
        drift = importlib.import_module("single_api._runtime.drift")
        decode = settings.Types("single_api").decoder("m.Warnings")
        (found,) = decode([{"text": "late"}], None, drift.Decoding())
        assert found == models.Warning(text="late")
    finally:
        sys.path.remove(str(tmp_path))
        for name in [one for one in sys.modules if one.startswith("single_api")]:
            del sys.modules[name]
