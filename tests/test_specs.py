"""The API descriptions in specs/: valid, complete, their examples fitting."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from referencing import Registry
from referencing.jsonschema import DRAFT202012

SPECS = Path(__file__).resolve().parents[1] / "specs"
WASABI = SPECS / "wasabi-air.yaml"
UNSTRUCTURED = SPECS / "unstructured-platform.yaml"
CONNECTORS = SPECS / "unstructured-platform" / "connectors.yaml"
FORMATS = FormatChecker()
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
KEYED_BY_NAME = {"properties", "schemas", "responses", "parameters"}
PLAIN_VALUES = {"example", "examples", "default", "enum", "const"}

apis = pytest.mark.parametrize(
    "path", [WASABI, UNSTRUCTURED], ids=lambda path: path.stem
)


class Example(NamedTuple):
    """A value, where it stands, and the pointer to the schema it has to fit."""

    place: str
    value: Any
    schema: str


@cache
def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def registry() -> Registry[Any]:
    """Every file of specs/ by its address, so that references across files resolve."""
    files = [(path.as_uri(), load(path)) for path in SPECS.rglob("*.yaml")]
    return Registry[Any]().with_resources(
        [(uri, DRAFT202012.create_resource(content)) for uri, content in files]
    )


def step(pointer: str, key: str | int) -> str:
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


def follow(path: Path, node: Any) -> Any:
    """The node itself, or what its reference within the same file leads to."""
    while isinstance(node, dict) and "$ref" in node:
        target = load(path)
        for key in node["$ref"].removeprefix("#/").split("/"):
            target = target[key.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def examples(path: Path) -> Iterator[Example]:
    """Every example and default of a file, found by a walk over everything in it."""

    def walk(node: Any, pointer: str, names: bool = False) -> Iterator[Example]:
        if isinstance(node, list):
            for index, child in enumerate(node):
                yield from walk(child, step(pointer, index))
        if not isinstance(node, dict):
            return
        if not names:
            yield from own(node, pointer)
        for key, child in node.items():
            if names or key not in PLAIN_VALUES:
                inner = not names and key in KEYED_BY_NAME
                yield from walk(child, step(pointer, key), names=inner)

    def own(node: dict[str, Any], pointer: str) -> Iterator[Example]:
        schema = step(pointer, "schema") if "schema" in node else pointer
        for key in ("example", "default"):
            if key in node:
                yield Example(step(pointer, key), node[key], schema)
        several = node.get("examples", {})
        for index, value in enumerate(several if isinstance(several, list) else []):
            yield Example(f"{pointer}/examples/{index}", value, schema)
        if "schema" in node:
            for key, entry in dict(several).items():
                yield Example(
                    f"{pointer}/examples/{key}", follow(path, entry)["value"], schema
                )

    return walk(load(path), "")


def operations(path: Path) -> dict[str, dict[str, Any]]:
    return {
        f"{method} {template}": operation
        for template, item in load(path)["paths"].items()
        for method, operation in item.items()
        if method in METHODS
    }


@apis
def test_a_spec_is_valid_openapi(path: Path) -> None:
    validate(load(path), base_uri=path.as_uri())


def test_every_connector_schema_is_a_valid_json_schema() -> None:
    for name, schema in load(CONNECTORS)["components"]["schemas"].items():
        assert isinstance(schema, dict), name
        Draft202012Validator.check_schema(schema)


def test_the_format_checker_knows_the_formats_that_the_specs_use() -> None:
    used = {"uuid", "date-time", "duration", "email"}
    assert used <= set(FORMATS.checkers), "install jsonschema[format]"


@pytest.mark.parametrize(
    ("path", "at_least"), [(WASABI, 25), (UNSTRUCTURED, 100), (CONNECTORS, 80)]
)
def test_every_example_fits_its_schema(path: Path, at_least: int) -> None:
    found = list(examples(path))
    faults = []
    for example in found:
        schema = {"$ref": f"{path.as_uri()}#{quote(example.schema, safe='/~')}"}
        checker = Draft202012Validator(
            schema, registry=registry(), format_checker=FORMATS
        )
        for error in checker.iter_errors(example.value):
            faults.append(
                f"{path.name}#{example.place}{error.json_path[1:]}: {error.message}"
            )
    assert not faults, "\n".join(faults)
    assert len(found) >= at_least


@apis
def test_every_json_body_and_every_json_success_has_an_example(path: Path) -> None:
    for name, operation in operations(path).items():
        bodies = [follow(path, operation.get("requestBody", {}))]
        bodies += [
            follow(path, r)
            for code, r in operation["responses"].items()
            if code[0] == "2"
        ]
        for body in bodies:
            media = body.get("content", {}).get("application/json")
            assert media is None or {"example", "examples"} & set(media), name


@pytest.mark.parametrize(("path", "count"), [(WASABI, 6), (UNSTRUCTURED, 45)])
def test_a_spec_has_all_operations_of_its_api(path: Path, count: int) -> None:
    assert len(operations(path)) == count


@apis
def test_every_operation_has_an_id_of_its_own_and_one_declared_tag(path: Path) -> None:
    found = operations(path).values()
    declared = {tag["name"] for tag in load(path)["tags"]}
    assert len({operation["operationId"] for operation in found}) == len(found)
    assert all(len(operation["tags"]) == 1 for operation in found)
    assert {tag for operation in found for tag in operation["tags"]} == declared


@apis
def test_every_operation_has_a_success_a_refusal_and_security(path: Path) -> None:
    schemes = set(load(path)["components"]["securitySchemes"])
    for name, operation in operations(path).items():
        assert any(code.startswith("2") for code in operation["responses"]), name
        assert "401" in operation["responses"], name
        required = operation.get("security", load(path)["security"])
        assert required and all(
            set(choice) <= schemes and choice for choice in required
        ), name
