"""Examples are found, held against their schemas, and sent through a package."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.ledger.documents import Spot
from tests.support.processes import run
from tests.support.wheels import ROOT
from tests.sweep.equality import FINER, differences
from tests.sweep.examples import Example, Kind, examples, open_book
from tests.sweep.generating import write_package
from tests.sweep.schemas import Unusable, Validators

SPECS = Path(__file__).parent / "sweep" / "specs"
MODULE = ("-m", "tests.sweep.round_trips")
ZEROS = "00000000-0000-0000-0000-00000000000"
LIGHTHOUSE, HARBOUR = SPECS / "examples-3.0.yaml", SPECS / "examples-2.0.json"


def found(path: Path) -> list[Example]:
    return list(examples(open_book(path)))


def test_every_example_is_found_with_what_it_is_an_example_of() -> None:
    told = [(one.kind, one.owner, one.status, one.media) for one in found(LIGHTHOUSE)]
    assert Counter(told) == {
        ("response", "GET /lamps", "200", "application/json"): 7,
        ("response", "GET /lamps", "200", "application/xml"): 1,
        ("request", "POST /lamps", "", "application/json"): 1,
        ("request", "POST /lamps", "", "multipart/form-data"): 1,
        ("response", "HEAD /lamps", "404", "application/json"): 1,
        ("schema", "Lamp", "", ""): 1,
        ("schema", "Nothing", "", ""): 1,
    }
    places = [one.place.partition("#")[2] for one in found(LIGHTHOUSE)]
    assert "/components/examples/Finer/value" in places


def test_examples_of_swagger_2_are_found_by_media_type() -> None:
    berth, model = found(HARBOUR)
    assert (berth.status, berth.media) == ("200", "application/json")
    assert berth.value == {"ship": None, "depth": 4}
    assert (model.kind, model.owner, model.value) == ("schema", "Berth", {"depth": 5.5})


def faults(path: Path) -> list[str]:
    book = open_book(path)
    validators = Validators(book)
    return [
        validators.fault(one.schema, one.kind, one.value)
        for one in examples(book)
        if one.schema is not None and one.media != "application/xml"
    ]


def test_an_example_is_held_against_its_own_schema() -> None:
    broken = ["", "", "", "type", "enum", "type", "minimum", "", "", "", "", ""]
    assert faults(LIGHTHOUSE) == broken
    assert faults(HARBOUR) == ["exclusiveMinimum", ""]


@pytest.mark.parametrize(
    ("schema", "kind", "value", "fault"),
    [
        ({"$ref": "#/components/schemas/A", "type": "string"}, "response", {}, ""),
        ({"$ref": "#/components/schemas/A"}, "request", {}, ""),
        ({"$ref": "#/components/schemas/A"}, "request", {"w": 1}, "type"),
        ({"$ref": "#/components/schemas/A"}, "schema", {}, "required"),
        ({"enum": ["a"], "nullable": True}, "response", None, ""),
        ({"properties": {"a": {}}}, "response", "text", "type"),
        ({"oneOf": [{"type": "object"}, {}]}, "response", {}, "several"),
        ({"type": "object", "pattern": "["}, "response", {}, ""),
        ({"type": "file", "format": "no-such"}, "response", 1, ""),
        ({"type": "object", "nullable": True, "minProperties": 1}, "schema", 1, "type"),
        ({"type": "object", "required": ["a"]}, "response", {}, "then"),
        (
            {"oneOf": [{"properties": {"a": {}}}], "additionalProperties": False},
            "response",
            {"a": 1},
            "",
        ),
        ({"anyOf": [{"minimum": 2}, {"type": "array"}]}, "response", 1, "minimum"),
    ],
)
def test_schemas_of_openapi_3_0_mean_what_that_version_says(
    schema: dict[str, Any], kind: Kind, value: Any, fault: str, tmp_path: Path
) -> None:
    named = {
        "type": "object",
        "required": ["w"],
        "properties": {"w": {"type": "string", "writeOnly": True, "readOnly": True}},
    }
    assert fault_of(schema, named, kind, value, tmp_path) == fault


def fault_of(
    schema: dict[str, Any], named: dict[str, Any], kind: Kind, value: Any, folder: Path
) -> str:
    path = folder / "api.json"
    components = {"schemas": {"A": named, "B": schema}}
    path.write_text(json.dumps({"openapi": "3.0.3", "components": components}))
    book = open_book(path)
    spot: Spot = book.root / "components" / "schemas" / "B"
    return Validators(book).fault(spot, kind, value)


def test_a_schema_that_leads_nowhere_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(Unusable):
        fault_of({"$ref": "#/components/schemas/C"}, {}, "response", 1, tmp_path)


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ({"a": 1}, {"a": 1.0}, []),
        (0, -0.0, []),
        (True, 1, ["True became 1"]),
        ({"a": None}, {}, ["lost"]),
        ({}, {"a": None}, ["added"]),
        ([1, 2], [1], ["[1, 2] became [1]"]),
        ("2024-01-01T10:00:00.500+00:00", "2024-01-01T10:00:00.5Z", []),
        ("2024-01-01T10:00:00.1234567Z", "2024-01-01T10:00:00.123456Z", [FINER]),
        (
            "2024-01-01T10:00:00Z",
            "2024-01-01T10:00:00",
            ["'2024-01-01T10:00:00Z' became '2024-01-01T10:00:00'"],
        ),
        ("PT90S", "PT1M30S", []),
        ("PT90S", "PT1M31S", ["'PT90S' became 'PT1M31S'"]),
        ("A", "a", ["'A' became 'a'"]),
        (
            "00000000-0000-0000-0000-00000000000A",
            f"{0:08}-0000-0000-0000-{'a':0>12}",
            [],
        ),
    ],
)
def test_json_values_are_compared_as_what_they_mean(
    before: Any, after: Any, how: list[str]
) -> None:
    assert [told for _, told in differences(before, after)] == how


@pytest.fixture
def trip(tmp_path: Path) -> Any:
    """The outcome of a description, its package imported in a process of its own."""

    def tried(spec: Path, change: tuple[str, str, str] | None = None) -> Any:
        project = tmp_path / "project"
        assert write_package(spec, project, "tried_api").state == "written"
        if change is not None:
            path, before, after = change
            text = (project / path).read_text("utf-8")
            assert before in text
            (project / path).write_text(text.replace(before, after), "utf-8")
            for stale in project.rglob("*.pyc"):  # the runtime comes compiled
                stale.unlink()
        paths = os.pathsep.join([str(ROOT / "generator"), str(ROOT)])
        printed = run(
            [sys.executable, "-B", *MODULE, str(spec), str(project), "tried_api"],
            environment={**os.environ, "PYTHONPATH": paths},
            folder=ROOT,
        )
        return json.loads(printed)

    return tried


def test_every_example_comes_to_the_end_it_should(trip: Any) -> None:
    assert trip(LIGHTHOUSE) == {
        "counts": {
            "valid equal": 5,
            "valid finer": 1,
            "valid format": 1,
            "valid file": 1,
            "invalid drift": 1,
            "invalid refused": 1,
            "invalid limits": 1,
            "skipped: no JSON": 1,
            "skipped: answer to HEAD": 1,
        },
        "formats": {"a date-time (RFC 3339)": 1},
        "failures": [],
        "texts": 106,
    }
    assert trip(HARBOUR)["counts"] == {"invalid limits": 1, "valid equal": 1}


@pytest.mark.parametrize(
    ("before", "after", "end"),
    [
        ("id: int", "id: str", "valid refused"),
        ("str | None | rt.Unset = rt.UNSET", "str | None = None", "valid drift null"),
        ('    WHITE = "white"\n', "", "valid drift enum"),
    ],
)
def test_a_package_that_is_wrong_does_not_pass(
    trip: Any, before: str, after: str, end: str
) -> None:
    outcome = trip(LIGHTHOUSE, ("tried_api/models.py", before, after))
    assert end in {one["end"] for one in outcome["failures"]}


def test_what_is_lost_or_mistyped_is_noticed(trip: Any) -> None:
    encoding = "tried_api/_runtime/encoding_model.py"
    lost = trip(LIGHTHOUSE, (encoding, "if self.{name}: rest(", "if False: rest("))
    assert [one["end"] for one in lost["failures"]] == ["valid unequal"]
    assert lost["failures"][0]["detail"] == "$.other: lost"
    types = "tried_api/_runtime/scalars.py"
    kept = ("_moment = datetime.datetime.fromisoformat", "_moment = str")
    mistyped = trip(LIGHTHOUSE, (types, *kept))
    assert mistyped["counts"]["valid mistyped"] == 1
    naive = ("made = parse_datetime(text)", "made = text")
    bare = trip(LIGHTHOUSE, (types, *naive))
    assert "crash AttributeError" in bare["counts"]


@pytest.mark.parametrize(
    ("module", "before", "after"),
    [
        ("fast_models", "forbid_unknown_fields=True", "forbid_unknown_fields=False"),
        ("fast_encoding", "omit_defaults=True", "omit_defaults=False"),
        ("encoding_text", "properties[1:]", "properties[2:]"),
    ],
)
def test_libraries_that_differ_do_not_pass(
    trip: Any, module: str, before: str, after: str
) -> None:
    change = (f"tried_api/_runtime/{module}.py", before, after)
    outcome = trip(LIGHTHOUSE, change)
    assert "parted ways" in {one["end"] for one in outcome["failures"]}
