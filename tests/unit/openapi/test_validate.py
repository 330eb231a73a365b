"""The structural check, the whole verdict, and our own rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from oasmith.openapi.verdict import full_verdict
from oasmith.source.pointer import Place

from .reading import Reading, read_files, read_one

BAD = """\
openapi: VERSION
info: {title: T, version: 1}
paths:
  /a:
    get:
      operationID: x
      parameters:
      - {name: x, in: query}
      responses:
        '200': {}
components:
  securitySchemes:
    a: {type: apiKey}
"""


def checked(folder: Path, text: str, *parts: str) -> Reading:
    head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
    return read_one(folder, head + text + "".join(parts))


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_the_structure_is_checked_with_places_and_remedies(
    tmp_path: Path, version: str
) -> None:
    reading = read_one(tmp_path, BAD.replace("VERSION", version))
    assert reading.heads == [
        "spec.yaml:2:27: warning DOC003: must be text, not 1",
        "spec.yaml:6:7: warning DOC003: 'operationID' is no field of this object",
        "spec.yaml:8:9: warning DOC003: 'schema' or 'content' is missing",
        "spec.yaml:10:9: warning DOC003: 'description' is missing",
        "spec.yaml:13:5: warning DOC003: 'in' is missing",
        "spec.yaml:13:5: warning DOC003: 'name' is missing",
    ]
    assert "^ did you mean 'operationId'?" in reading.said
    assert "^ put it in quotes" in reading.said


def test_the_structure_of_2_0_is_checked(tmp_path: Path) -> None:
    reading = read_one(
        tmp_path, "swagger: '2.0'\ninfo: {title: T}\npaths: {}\nhots: x\n"
    )
    assert reading.heads == [
        "spec.yaml:2:1: warning DOC003: 'version' is missing",
        "spec.yaml:4:1: warning DOC003: 'hots' is no field of this object",
    ]


def test_the_structure_of_3_2_is_checked(tmp_path: Path) -> None:
    reading = read_one(
        tmp_path, "openapi: 3.2.0\ninfo: {title: T}\npaths: {/a: {query: {x-y: 1}}}\n"
    )
    assert reading.heads == ["spec.yaml:2:1: warning DOC003: 'version' is missing"]


def test_schemas_of_3_0_are_checked_inside(tmp_path: Path) -> None:
    reading = read_one(
        tmp_path,
        "openapi: 3.0.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
        "components:\n  schemas:\n"
        "    A: {type: object, properties: {a: {type: strin}, b: {item: {}}, c: 5}}\n",
    )
    assert [head.split("DOC003: ")[1] for head in reading.heads] == [
        "'strin' is not one of array, boolean, integer, number, object, string",
        "'item' is no field of this object",
        "must be a mapping, not 5",
    ]


def test_parts_of_other_files_are_checked_as_what_they_are(tmp_path: Path) -> None:
    reading = read_files(
        tmp_path,
        {
            "spec.yaml": "openapi: 3.0.0\ninfo: {title: T, version: '1'}\n"
            "paths: {/a: {$ref: 'a.yaml#/x'}}\n",
            "a.yaml": "x:\n  get:\n    responses: {'200': {descripton: d}}\n",
        },
    )
    assert reading.heads == [
        "a.yaml:3:17: warning DOC003: 'description' is missing",
        "a.yaml:3:25: warning DOC003: 'descripton' is no field of this object",
    ]


def test_numbers_json_does_not_have_stop_nothing(tmp_path: Path) -> None:
    reading = checked(
        tmp_path, "paths: {}\ncomponents: {schemas: {A: {maximum: .inf}}}\n"
    )
    assert reading.value("/components/schemas/A/maximum") == float("inf")


def test_the_whole_verdict_has_places(tmp_path: Path) -> None:
    reading = checked(
        tmp_path,
        "paths:\n  /a/{b}:\n    get: {responses: {'200': {description: d}}}\n",
    )
    (found,) = full_verdict(reading.description)
    assert found.code == "DOC011"
    assert "Path parameter 'b'" in found.message
    assert found.place is not None and found.place.file == "spec.yaml"


def test_the_whole_verdict_survives_a_dangling_reference(tmp_path: Path) -> None:
    reading = checked(
        tmp_path,
        "paths: {/a: {get: {responses: {'200': {$ref: '#/components/x'}}}}}\n",
    )
    found = full_verdict(reading.description)
    assert [one.code for one in found][-1:] == ["DOC012"]
    assert found[-1].place == Place("spec.yaml")


def test_the_whole_verdict_reads_other_files(tmp_path: Path) -> None:
    reading = read_files(
        tmp_path,
        {
            "spec.yaml": "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
            "components: {schemas: {A: {$ref: 'a.yaml#/A'}}}\n",
            "a.yaml": "A: {type: string}\n",
        },
    )
    assert full_verdict(reading.description) == ()


def operation(**more: str) -> str:
    lines = "".join(f"      {key}: {value}\n" for key, value in more.items())
    return f"{lines}      responses: {{'200': {{description: d}}}}\n"


def test_two_operations_with_one_id_are_reported(tmp_path: Path) -> None:
    reading = checked(
        tmp_path,
        "paths:\n  /a:\n    get:\n",
        operation(operationId="same"),
        "    post:\n",
        operation(operationId="same"),
    )
    assert reading.heads == [
        "spec.yaml:9:20: error DOC004: a second operation has the operationId 'same'"
    ]
    assert "      = spec.yaml:6:20: the first one\n" in reading.said


PATH_B = "[{name: b, in: path, required: true, schema: {type: string}}]"


def test_a_template_without_its_parameter_is_reported(tmp_path: Path) -> None:
    reading = checked(tmp_path, "paths:\n  /a/{b}:\n    get:\n", operation())
    assert reading.heads == [
        "spec.yaml:5:5: error DOC006: GET declares no parameter for '{b}' of '/a/{b}'"
    ]


def test_a_path_parameter_without_its_template_is_reported(tmp_path: Path) -> None:
    reading = checked(
        tmp_path, "paths:\n  /a/{bb}:\n    get:\n", operation(parameters=PATH_B)
    )
    assert reading.codes == ["DOC006", "DOC005"]
    assert "did you mean 'bb'?" in reading.said


def test_parameters_of_the_path_item_and_by_reference_count(tmp_path: Path) -> None:
    reading = checked(
        tmp_path,
        f"paths:\n  /a/{{b}}/{{c}}:\n    parameters: {PATH_B}\n    get:\n",
        operation(parameters="[{$ref: '#/components/parameters/C'}]"),
        "components:\n  parameters:\n"
        "    C: {name: c, in: path, required: true, schema: {type: string}}\n",
    )
    assert reading.codes == []


def test_a_parameter_given_twice_is_reported(tmp_path: Path) -> None:
    header = "{name: X-A, in: header, schema: {}}, {name: x-a, in: header, schema: {}}"
    query = "{name: a, in: query, schema: {}}, {name: A, in: query, schema: {}}"
    reading = checked(
        tmp_path,
        "paths:\n  /a:\n    get:\n",
        operation(parameters=f"[{header}, {query}]"),
    )
    assert reading.heads == [
        "spec.yaml:6:57: error DOC007: a second header parameter 'x-a' in one list"
    ]


def test_paths_that_differ_in_names_only_are_reported(tmp_path: Path) -> None:
    reading = checked(
        tmp_path,
        "paths:\n  /a/{b}: {}\n  /a/{c}: {}\n  /a/b: {}\n",
    )
    assert reading.heads == [
        "spec.yaml:5:3: warning DOC008: '/a/{c}' matches the same URLs as '/a/{b}'"
    ]


def test_a_required_property_nobody_describes_is_noted(tmp_path: Path) -> None:
    reading = checked(
        tmp_path,
        "paths: {}\ncomponents:\n  schemas:\n"
        "    A: {required: [nam], properties: {name: {}}}\n"
        "    B: {required: [x], allOf: [{required: [y], properties: {z: {}}}]}\n"
        "    C: {required: [x]}\n",
    )
    assert reading.heads == [
        "spec.yaml:6:20: note DOC010: the required property 'nam' is not described"
    ]
    assert "did you mean 'name'?" in reading.said
