"""Whatever is wrong inside a description, the rest of it can be read."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest

from oasmith.diagnostics import Report
from oasmith.diagnostics.located import locate_all
from oasmith.diagnostics.sarif import render_sarif
from oasmith.diagnostics.show import render_json, render_text
from oasmith.openapi import refs
from oasmith.openapi.description import read_text
from oasmith.openapi.rules import check_rules
from oasmith.source.document import JsonValue
from oasmith.source.load import load_text

from .test_swagger import PETS

JUNK: list[JsonValue] = [
    None,
    5,
    "x",
    [],
    {},
    [None, [1]],
    {"$ref": "#/definitions/Pet"},
    {"$ref": ["x"]},
    {"in": {}, "name": 5},
    {"nullable": True, "allOf": []},
]
PETS_3 = PETS.replace("swagger: '2.0'", "openapi: 3.0.3")


def containers(value: JsonValue) -> list[dict[str, JsonValue] | list[JsonValue]]:
    """Every mapping and list in a value."""
    if isinstance(value, dict):
        return [value, *(c for item in value.values() for c in containers(item))]
    if isinstance(value, list):
        return [value, *(c for item in value for c in containers(item))]
    return []


def put(value: JsonValue, number: int, junk: JsonValue) -> bool:
    """Puts junk in place of the value's member of a number; whether there is one."""
    for container in containers(value):
        if number < len(container):
            if isinstance(container, dict):
                container[list(container)[number]] = deepcopy(junk)
            else:
                container[number] = deepcopy(junk)
            return True
        number -= len(container)
    return False


@pytest.mark.parametrize("text", [PETS, PETS_3], ids=["2.0", "3.0"])
@pytest.mark.parametrize("junk", JUNK, ids=str)
def test_junk_in_any_place_is_reported_and_raises_nothing(
    tmp_path: Path, text: str, junk: JsonValue
) -> None:
    whole = load_text(text, "pets.yaml").value
    number = 1
    while put(broken := deepcopy(whole), number, junk):
        report = Report()
        written = json.dumps(broken)
        found = read_text(written, report, shown="pets.json", folder=tmp_path)
        if found is not None:
            refs.check(found, report)
            check_rules(found, report)
            for node, _ in found.objects():
                assert node.place.file == "pets.json"
                found.follow(node)
            render_text(report.diagnostics, found.documents)
            located = locate_all(report.diagnostics, found.documents)
            assert render_json(located)
            assert render_sarif(located, "1")
        number += 11
    assert number > 100
