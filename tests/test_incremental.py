"""A run over what the last one left gives what a run from nothing gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from oasmith.emit.memory import CACHE
from oasmith.outcome import Settled
from oasmith.python.models import models_view

from .edits.compare import RECORD, differing, made, warm
from .edits.tried import tried

CONFIG = """\
output = "out"
[apis.shop]
spec = "shop.json"
metadata = { version = "1.0.0" }
"""


FEW, MANY = 40, 60
"""Schemas that stand in one file of models, and more than do."""


def shop(fillers: int = FEW) -> dict[str, object]:
    """A description with some of everything that one file shows of another."""
    item = {"$ref": "#/components/schemas/Item"}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.dev"}],
        "paths": {
            "/items": {
                "get": operation(
                    "listItems", "items", {"type": "array", "items": item}
                ),
                "post": {
                    **operation("createItem", "items", item),
                    "requestBody": {"content": {"application/json": {"schema": item}}},
                },
            },
            "/orders": {"get": operation("listOrders", "orders", {"type": "string"})},
        },
        "components": {
            "schemas": {
                "Item": {
                    "type": "object",
                    "description": "An item.",
                    "required": ["id"],
                    "properties": {
                        "id": {"type": "string", "description": "Its number."},
                        "kind": {"$ref": "#/components/schemas/Kind"},
                        "a_name_that_is_long": {
                            "type": "array",
                            "items": {"anyOf": [item, {"type": "null"}]},
                        },
                    },
                },
                "Kind": {"type": "string", "enum": ["new", "used"]},
                **{
                    f"Filler{number}": {
                        "type": "object",
                        "properties": {"kind": {"$ref": "#/components/schemas/Kind"}},
                    }
                    for number in range(fillers)
                },
            }
        },
    }


def operation(name: str, tag: str, schema: object) -> dict[str, object]:
    content = {"application/json": {"schema": schema}}
    responses = {"200": {"description": "Done.", "content": content}}
    return {"operationId": name, "tags": [tag], "responses": responses}


def at(value: object, *path: str) -> dict[str, object]:
    for step in path:
        assert isinstance(value, dict)
        value = value[step]
    assert isinstance(value, dict)
    return value


SCHEMAS = ("components", "schemas")
ITEM = (*SCHEMAS, "Item")
Edit = Callable[[dict[str, object]], object]
EDITS: dict[str, Edit] = {
    "nothing": lambda spec: None,
    "a field's text": lambda spec: at(spec, *ITEM, "properties", "id").update(
        description="Its own number."
    ),
    "a schema's text": lambda spec: at(spec, *ITEM).update(description="A thing."),
    "a method's text": lambda spec: at(spec, "paths", "/items", "get").update(
        summary="All of them."
    ),
    "a text that does not fit": lambda spec: at(spec, *ITEM).update(
        description='A """thing""" \\ of ' + "words " * 40
    ),
    "a new schema": lambda spec: at(spec, *SCHEMAS).update(Basket={"type": "object"}),
    "a new field": lambda spec: at(spec, *ITEM, "properties").update(
        price={"type": "number"}
    ),
    "a type": lambda spec: at(spec, *ITEM, "properties").update(id={"type": "integer"}),
    "a required field": lambda spec: at(spec, *ITEM).update(required=["id", "kind"]),
    "another value of an enum": lambda spec: at(spec, *SCHEMAS, "Kind").update(
        enum=["new", "used", "broken"]
    ),
    "a removed operation": lambda spec: at(spec, "paths").pop("/orders"),
    "a removed schema": lambda spec: at(spec, *SCHEMAS).pop("Filler7"),
    "a renamed operation": lambda spec: at(spec, "paths", "/items", "get").update(
        operationId="searchItems"
    ),
    "a moved operation": lambda spec: at(spec, "paths", "/items", "get").update(
        tags=["orders"]
    ),
    "a bad reference": lambda spec: at(spec, *ITEM, "properties").update(
        gone={"$ref": "#/components/schemas/Gone"}
    ),
    "the title": lambda spec: at(spec, "info").update(title="The great shop"),
    "the server": lambda spec: spec.update(servers=[{"url": "https://other.dev"}]),
    "a security scheme": lambda spec: (
        at(spec, "components").update(
            securitySchemes={"key": {"type": "apiKey", "in": "header", "name": "X"}}
        ),
        spec.update(security=[{"key": []}]),
    ),
}
CONFIGS = {
    "the version": CONFIG.replace("1.0.0", "1.0.1"),
    "the package": CONFIG + 'package = "boutique"\n',
    "the base URL": CONFIG + 'base-url = "required"\n',
}


def is_the_generators(path: str) -> bool:
    """Whether a file is the generator's own, and no part of the client."""
    return path.endswith(RECORD) or CACHE in path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("fillers", [FEW, MANY])
@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_gives_what_a_run_from_nothing_gives(
    edit: str, fillers: int, folder: Path
) -> None:
    spec = shop(fillers)
    before = made(folder, spec, CONFIG)
    EDITS[edit](spec)
    after, nothing = warm(folder, spec, CONFIG)
    assert (after.files, after.told) == (nothing.files, nothing.told)
    changes = after.outcome.apis[0].changes
    if changes is not None:
        written = {f"out/shop/{path}" for path, _ in changes.files}
        changed = differing(before, after)
        assert written == {one for one in changed if not is_the_generators(one)}
    again = made(folder, spec, CONFIG)
    assert again.outcome.apis[0].settled is Settled.CURRENT
    assert (again.files, again.told) == (after.files, after.told)


@pytest.mark.parametrize("edit", CONFIGS)
def test_another_configuration_gives_what_a_run_from_nothing_gives(
    edit: str, folder: Path
) -> None:
    made(folder, shop(), CONFIG)
    after, nothing = warm(folder, shop(), CONFIGS[edit])
    assert (after.files, after.told) == (nothing.files, nothing.told)


CASES = sorted((Path(__file__).parent / "cases").glob("*/*/spec.yaml"))[::12]


@pytest.mark.parametrize("spec", CASES, ids=lambda one: one.parent.name)
def test_random_edits_give_what_a_run_from_nothing_gives(
    spec: Path, folder: Path
) -> None:
    assert set(tried(spec, folder, edits=3, seed=1)) <= {""}


def test_one_changed_text_rewrites_one_file(folder: Path) -> None:
    spec = shop()
    made(folder, spec, CONFIG)
    EDITS["a schema's text"](spec)
    changes = made(folder, spec, CONFIG).outcome.apis[0].changes
    assert changes is not None
    assert [path for path, _ in changes.files] == ["shop/models.py"]


def test_a_file_changed_by_hand_is_not_taken_for_what_was_written(folder: Path) -> None:
    spec = shop()
    made(folder, spec, CONFIG)
    path = folder / "out/shop/shop/models.py"
    path.write_text(path.read_text("utf-8") + "# Mine.\n", "utf-8")
    for change in ("nothing", "a method's text"):
        EDITS[change](spec)
        after = made(folder, spec, CONFIG)
        assert after.outcome.apis[0].settled is Settled.NOTHING
        assert "OUT002" in after.told


def test_what_an_edit_does_not_touch_is_not_made_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = shop(MANY)
    made(folder, spec, CONFIG)
    EDITS["a schema's text"](spec)
    shown: list[str] = []

    def models(module: str, *rest: Any) -> Any:
        shown.append(module)
        return models_view(module, *rest)

    monkeypatch.setattr("oasmith.python.files.models_view", models)
    made(folder, spec, CONFIG)
    assert shown == ["item"]
