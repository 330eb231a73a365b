"""How generation grows with each dimension of a description, told by counting calls.

What a run calls is the same on every machine. What the last half of a description
costs for each of its characters is held against what the half before it costs: that
is the same where a run grows as the description does, twice as much for a square.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

import pytest

from oasmith.config.model import Config, for_spec
from oasmith.diagnostics import Report
from oasmith.outcome import ApiOutcome, Settled
from oasmith.prepare import prepare, read_description
from oasmith.run import generate

Json = dict[str, object]

TEXT: Json = {"type": "string"}
SCHEMAS = "#/components/schemas"


def ref(name: str) -> Json:
    return {"$ref": f"{SCHEMAS}/{name}"}


def thing(**properties: Json) -> Json:
    return {"type": "object", "properties": properties}


def answers(schema: Json) -> Json:
    content = {"application/json": {"schema": schema}}
    return {"200": {"description": "fine", "content": content}}


def described(schemas: Json, **more: object) -> Json:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Growing", "version": "1"},
        "paths": {"/a": {"get": {"operationId": "a", "responses": answers(ref("A"))}}},
        "components": {"schemas": schemas},
        **more,
    }


def _unnamed_members(size: int) -> Json:
    members = [thing(**{f"only_{one}": TEXT, "x": TEXT}) for one in range(size)]
    return described({"A": {"oneOf": members}})


def _uses_of_a_union(size: int) -> Json:
    members: Json = {f"M{one}": thing(**{f"m{one}": TEXT}) for one in range(size)}
    uses: Json = {f"/u{one}": _using(one) for one in range(size)}
    schemas = {**members, "A": {"oneOf": [ref(one) for one in members]}}
    return described(schemas, paths=uses)


def _using(number: int) -> Json:
    return {"get": {"operationId": f"u{number}", "responses": answers(ref("A"))}}


def _names_of_one_spelling(size: int) -> Json:
    bits = [f"{one:010b}" for one in range(size)]
    names = ["a".join("-_"[bit == "1"] for bit in told) for told in bits]
    return described({"A": thing(**{f"a{name}a": TEXT for name in names})})


def _subclasses(size: int) -> Json:
    base = {**thing(kind=TEXT), "discriminator": {"propertyName": "kind"}}
    parts = {
        f"S{one}": {"allOf": [ref("A"), thing(**{f"s{one}": TEXT})]}
        for one in range(size)
    }
    return described({"A": {**base, "required": ["kind"]}, **parts})


def _layers_in_twos(size: int) -> Json:
    layers: Json = {"L0": thing(a=TEXT)}
    for one in range(1, size // 8):
        layers[f"L{one}"] = {"allOf": [ref(f"R{one - 1}"), ref(f"L{one - 1}")]}
        layers[f"R{one - 1}"] = {"allOf": [ref(f"L{one - 1}")], "x-layer": one}
    return described({**layers, "A": ref("L3")})


def _references_in_a_row(size: int) -> Json:
    row: Json = {f"R{one}": ref(f"R{one + 1}") for one in range(size)}
    return described({"A": ref("R0"), **row, f"R{size}": thing(a=TEXT)})


def _references_in_a_ring(size: int) -> Json:
    ring: Json = {f"R{one}": ref(f"R{(one + 1) % size}") for one in range(size)}
    return described({"A": thing(a=TEXT), **ring})


def _lists_in_a_row(size: int) -> Json:
    row: Json = {
        f"R{one}": {"type": "array", "items": ref(f"R{one + 1}")} for one in range(size)
    }
    return described({"A": ref("R0"), **row, f"R{size}": thing(a=TEXT)})


def _each_with_each(size: int) -> Json:
    number = range(int((4 * size) ** 0.5))
    every = thing(**{f"p{one}": ref(f"E{one}") for one in number})
    return described({"A": ref("E0"), **{f"E{one}": every for one in number}})


def _servers(size: int) -> Json:
    servers = [{"url": f"https://h{one:04}.example.org"} for one in range(size)]
    return described({"A": thing(a=TEXT)}, servers=servers)


def _schemes(size: int) -> Json:
    schemes = {f"s{one}": _oauth(one) for one in range(size)}
    parts = {"schemas": {"A": thing(a=TEXT)}, "securitySchemes": schemes}
    asked: list[Json] = [{key: []} for key in schemes]
    return described({}, components=parts, security=asked)


def _oauth(number: int) -> Json:
    flow = {"tokenUrl": f"https://example.org/{number}", "scopes": {}}
    return {"type": "oauth2", "flows": {"clientCredentials": flow}}


OF_SCHEMAS: tuple[Callable[[int], Json], ...] = (
    _unnamed_members,
    _uses_of_a_union,
    _names_of_one_spelling,
    _subclasses,
    _references_in_a_row,
    _references_in_a_ring,
    _lists_in_a_row,
    _each_with_each,
)
OF_THE_CLIENT: tuple[Callable[[int], Json], ...] = (
    _servers,
    _schemes,
)


def written(folder: Path, description: Json) -> Path:
    folder.mkdir()
    spec = folder / "spec.json"
    spec.write_text(json.dumps(description), "utf-8")
    return spec


def generated(folder: Path, description: Json) -> ApiOutcome:
    spec = written(folder, description)
    (outcome,) = generate(Config((for_spec(spec, folder / "out", None),), folder)).apis
    return outcome


def calls_of(done: Callable[[], object]) -> int:
    """How many functions are called, those written in C among them."""
    number = 0

    def count(_frame: FrameType, event: str, _told: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        done()
    finally:
        sys.setprofile(None)
    return number


def prepared(folder: Path, description: Json) -> None:
    """Everything up to views: what the description comes to, named and laid out."""
    spec = written(folder, description)
    report = Report()
    read = read_description(spec, report)
    assert read is not None, report.diagnostics
    prepare(for_spec(spec, folder / "out", None), read, report, {}, {})


@pytest.mark.parametrize(
    ("made", "done", "sizes"),
    [(one, prepared, (100, 200, 400)) for one in OF_SCHEMAS]
    + [(one, generated, (150, 300, 600)) for one in OF_THE_CLIENT],
    ids=[one.__name__.strip("_") for one in (*OF_SCHEMAS, *OF_THE_CLIENT)],
)
def test_a_run_grows_as_the_description_does(
    made: Callable[[int], Json],
    done: Callable[[Path, Json], object],
    sizes: tuple[int, int, int],
    tmp_path: Path,
) -> None:
    # The first run loads and compiles what the others find.
    done(tmp_path / "first", made(sizes[0]))
    costs = []
    for size in sizes:
        made_of_it = partial(done, tmp_path / str(size), made(size))
        costs.append((calls_of(made_of_it), len(json.dumps(made(size)))))
    (least, short), (middle, medium), (most, long) = costs
    before = (middle - least) / (medium - short)
    after = (most - middle) / (long - medium)
    assert after < before * 1.3


def test_layers_of_parts_that_share_theirs_are_asked_about_once(tmp_path: Path) -> None:
    outcome = generated(tmp_path / "deep", _layers_in_twos(200))
    assert outcome.settled is Settled.WRITTEN


def test_what_is_composed_too_deeply_is_refused(tmp_path: Path) -> None:
    levels: Json = {f"L{one}": {"allOf": [ref(f"L{one + 1}")]} for one in range(2000)}
    outcome = generated(tmp_path / "deep", described({"A": ref("L0"), **levels}))
    assert outcome.settled is Settled.NOTHING
    assert "SRC017" in [one.code for one in outcome.diagnostics]
