"""A run over what the last one left gives what a run from nothing gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from oasmith.config.model import Config
from oasmith.config.read import read_config
from oasmith.diagnostics import Report
from oasmith.diagnostics.show import render_text
from oasmith.outcome import Outcome, Settled
from oasmith.run import generate

RECORD = ".oasmith.json"
CONFIG = """\
output = "out"
[apis.shop]
spec = "shop.json"
metadata = { version = "1.0.0" }
"""


def shop() -> dict[str, object]:
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
                    for number in range(40)
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


def made(folder: Path, spec: object, text: str = CONFIG) -> Outcome:
    (folder / "shop.json").write_text(json.dumps(spec, indent=1), "utf-8")
    (folder / "oasmith.toml").write_text(text, "utf-8")
    config = read_config(folder / "oasmith.toml", Report()).config
    assert isinstance(config, Config)
    return generate(config)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "out").rglob("*"))
        if path.is_file()
    }


def told(outcome: Outcome) -> str:
    (api,) = outcome.apis
    return render_text(api.diagnostics, api.documents)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def cold(
    folder: Path, spec: object, text: str = CONFIG
) -> tuple[dict[str, bytes], str]:
    """What a run gives that knows no more of the last one than its names."""
    (record,) = folder.glob(f"out/*/{RECORD}")
    kept = json.loads(record.read_text("utf-8"))
    kept.update(files={}, inputs={}, told=[])
    for path in (folder / "out").rglob("*.*"):
        if path.is_file():
            path.unlink()
    record.write_text(json.dumps(kept), "utf-8")
    outcome = made(folder, spec, text)
    return files(folder), told(outcome)


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_gives_what_a_run_from_nothing_gives(edit: str, folder: Path) -> None:
    spec = shop()
    made(folder, spec)
    before = files(folder)
    EDITS[edit](spec)
    outcome = made(folder, spec)
    after, said = files(folder), told(outcome)
    again = made(folder, spec)
    assert again.apis[0].settled is Settled.CURRENT
    assert (files(folder), told(again)) == (after, said)
    changes = outcome.apis[0].changes
    if changes is not None:
        differing = {one for one in before | after if before.get(one) != after.get(one)}
        written = {f"out/shop/{path}" for path, _ in changes.files}
        assert written == {one for one in differing if not one.endswith(RECORD)}
    assert cold(folder, spec) == (after, said)


@pytest.mark.parametrize("edit", CONFIGS)
def test_another_configuration_gives_what_a_run_from_nothing_gives(
    edit: str, folder: Path
) -> None:
    made(folder, shop())
    outcome = made(folder, shop(), CONFIGS[edit])
    after = files(folder)
    assert cold(folder, shop(), CONFIGS[edit]) == (after, told(outcome))


def test_one_changed_text_rewrites_one_file(folder: Path) -> None:
    spec = shop()
    made(folder, spec)
    EDITS["a schema's text"](spec)
    changes = made(folder, spec).apis[0].changes
    assert changes is not None
    assert [path for path, _ in changes.files] == ["shop/models.py"]


def test_a_file_changed_by_hand_is_not_taken_for_what_was_written(folder: Path) -> None:
    spec = shop()
    made(folder, spec)
    path = folder / "out/shop/shop/models.py"
    path.write_text(path.read_text("utf-8") + "# Mine.\n", "utf-8")
    for change in ("nothing", "a method's text"):
        EDITS[change](spec)
        outcome = made(folder, spec)
        assert outcome.apis[0].settled is Settled.NOTHING
        assert "OUT002" in told(outcome)
