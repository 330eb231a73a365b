"""The suite's schemas as a description: each where a schema can stand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.json_schema.suite import Dialect, Group

__all__ = ["Place", "write"]

Place = tuple[str, Group]
"""The path of an operation that answers with instances of a group."""

VALUE = "value"
"""The property that holds the instance where a schema is one of a property."""


def write(folder: Path, dialect: Dialect, asked: list[Group]) -> list[Place]:
    """Write ``folder/openapi.json`` and the files it refers to; gives what is where.

    A schema that counts from its own root stays a document of its own.
    """
    folder.mkdir(parents=True)
    components: dict[str, Any] = {}
    paths: dict[str, Any] = {}
    places: list[Place] = []
    for group in asked:
        used = group.schema
        if group.refers:
            (folder / f"{group.key}.json").write_text(json.dumps(used), "utf-8")
            used = {"$ref": f"{group.key}.json"}
        components[group.key] = used
        for way, schema in _ways(group.key, used, dialect):
            path = f"/{way}/{group.key}"
            paths[path] = {"get": _operation(way, group, schema, dialect)}
            places.append((path, group))
    root = _document(paths, components, dialect)
    (folder / "openapi.json").write_text(json.dumps(root), "utf-8")
    return places


def _ways(key: str, schema: Any, dialect: Dialect) -> Iterator[tuple[str, Any]]:
    home = "definitions" if dialect.name == "2.0" else "components/schemas"
    yield "component", {"$ref": f"#/{home}/{key}"}
    yield "inline", schema
    yield "property", {"type": "object", "properties": {VALUE: schema}}


def _operation(way: str, group: Group, schema: Any, dialect: Dialect) -> dict[str, Any]:
    content: dict[str, Any] = {"schema": schema}
    if dialect.name != "2.0":
        content = {"content": {"application/json": content}}
    return {
        "operationId": f"{way}-{group.key}",
        "tags": [group.file],
        "responses": {"200": {"description": group.description, **content}},
    }


def _document(
    paths: dict[str, Any], components: dict[str, Any], dialect: Dialect
) -> dict[str, Any]:
    is_2 = dialect.name == "2.0"
    named = {"definitions": components} if is_2 else {}
    return {
        "swagger" if is_2 else "openapi": dialect.name,
        "info": {"title": "Suite", "version": "1"},
        "paths": paths,
        **(named or {"components": {"schemas": components}}),
    }
