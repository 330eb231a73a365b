"""Reading a whole description: version, nodes, files."""

from __future__ import annotations

from pathlib import Path

import pytest

from oasmith.diagnostics import Effect, Report
from oasmith.openapi.description import read, read_text
from oasmith.source.pointer import Place

from .reading import read_files, read_one

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"


@pytest.mark.parametrize(
    "version", ["3.0.0", "3.0.4", "3.1.0", "3.1.2", "3.2.0", "3.1.0-rc1"]
)
def test_versions_of_today_are_read(tmp_path: Path, version: str) -> None:
    assert read_one(tmp_path, HEAD.replace("3.1.0", version)).description.version == (
        version
    )


def test_an_unquoted_version_is_understood(tmp_path: Path) -> None:
    text = "swagger: 2.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
    assert read_one(tmp_path, text).description.version == "2.0"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("openapi: 4.0.0\n", "DOC002", "openapi '4.0.0' is not understood"),
        ("openapi: 2.0\n", "DOC002", "openapi '2.0' is not understood"),
        ("swagger: '1.2'\n", "DOC002", "swagger '1.2' is not understood"),
        ("swaggerVersion: '1.2'\n", "DOC002", "swaggerVersion '1.2' is not understood"),
        ("asyncapi: 2.6.0\n", "DOC002", "asyncapi '2.6.0' is not understood"),
        ("openapi: {a: 1}\n", "DOC002", "is not understood"),
        ("title: x\n", "DOC001", "no key 'openapi' or 'swagger'"),
        ("openapy: 3.1.0\n", "DOC001", "did you mean 'openapi' by 'openapy'?"),
    ],
)
def test_what_is_no_openapi_of_today_is_refused(
    tmp_path: Path, text: str, code: str, words: str
) -> None:
    reading = read_one(tmp_path, text)
    assert reading.found is None
    (found,) = reading.report.diagnostics
    assert (found.code, found.effect) == (code, Effect.REFUSED)
    assert words in f"{found.message} {found.hint}"


def test_a_missing_file_is_a_diagnostic_and_no_exception(tmp_path: Path) -> None:
    report = Report()
    assert read(tmp_path / "none.yaml", report, shown="none.yaml") is None
    (found,) = report.diagnostics
    assert (found.code, found.place) == ("SRC001", Place("none.yaml"))


def test_a_text_is_read_with_files_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("A: {type: string}\n", encoding="utf-8")
    text = HEAD + "components: {schemas: {B: {$ref: 'a.yaml#/A'}}}\n"
    found = read_text(text, Report(), shown="<stdin>", folder=tmp_path)
    assert found is not None
    schema = found.root.child("components").child("schemas").child("B")
    target = found.follow(schema)
    assert target is not None
    assert (target.file, target.value) == ("a.yaml", {"type": "string"})


def test_a_node_gives_its_parts(tmp_path: Path) -> None:
    root = read_one(tmp_path, HEAD + "tags: [{name: a}, {name: b}]\nx-y: true\n")
    node = root.description.root
    tags = node.get("tags")
    assert tags is not None
    assert [tag.text("name") for tag in tags.elements()] == ["a", "b"]
    assert tags.child(1).pointer == ("tags", "1")
    assert str(tags.child("1").place) == "spec.yaml#/tags/1"
    assert [key for key, _ in node.items()][:2] == ["openapi", "info"]
    assert node.get("nothing") is None
    assert node.flag("x-y") and not node.flag("info")
    assert node.has("info") and not tags.has("info")
    assert node.text("info") == node.text("nothing") == ""
    assert node.is_mapping and not tags.is_mapping
    assert list(tags.items()) == list(node.elements()) == []
    assert node.child("tags") == tags
    assert len({node.child("tags"), tags}) == 1
    with pytest.raises(KeyError):
        tags.child(2)
    with pytest.raises(KeyError):
        node.child("nothing")


def test_references_are_followed_over_files(tmp_path: Path) -> None:
    reading = read_files(
        tmp_path,
        {
            "specs/spec.yaml": HEAD
            + "components: {schemas: {A: {$ref: 'parts/b.yaml#/B'}, D: {}}}\n",
            "specs/parts/b.yaml": "B: {$ref: ../../common/c%20d.json}\n",
            "common/c d.json": '{"$ref": "../specs/spec.yaml#/components/schemas/D"}',
        },
        "specs/spec.yaml",
    )
    description = reading.description
    schema = reading.at("/components/schemas/A")
    target = description.target(schema)
    assert target is not None
    assert (target.file, target.pointer) == ("parts/b.yaml", ("B",))
    end = description.follow(schema)
    assert end is not None
    assert (end.file, end.pointer) == ("", ("components", "schemas", "D"))
    assert set(description.documents) == {
        "specs/spec.yaml",
        "specs/parts/b.yaml",
        "common/c d.json",
    }
    assert target.place == Place("specs/parts/b.yaml", ("B",))


def test_a_node_without_reference_is_its_own_target(tmp_path: Path) -> None:
    description = read_one(tmp_path, HEAD).description
    assert description.follow(description.root) is description.root


def test_a_reference_may_lead_through_references_and_paths(tmp_path: Path) -> None:
    reading = read_one(
        tmp_path,
        """\
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a/{b}:
    get:
      parameters: [{name: b, in: path, required: true, schema: {type: string}}]
      responses: {'200': {$ref: '#/components/responses/R'}}
components:
  responses:
    R: {description: d, content: {application/json: {schema: {type: integer}}}}
  schemas:
    A: {$ref: '#/paths/~1a~1%7Bb%7D/get/responses/200/content/application~1json/schema'}
""",
    )
    assert reading.codes == []
    end = reading.description.follow(reading.at("/components/schemas/A"))
    assert end is not None
    assert end.value == {"type": "integer"}
    assert end.pointer[:3] == ("components", "responses", "R")


def test_siblings_of_a_reference_stay_in_3_1(tmp_path: Path) -> None:
    reading = read_one(
        tmp_path,
        HEAD + "components: {schemas: {A: {$ref: '#/components/schemas/B',"
        " maxLength: 3}, B: {type: string}}}\n",
    )
    node = reading.at("/components/schemas/A")
    assert node.ref == "#/components/schemas/B"
    assert node.value == {"$ref": "#/components/schemas/B", "maxLength": 3}


def test_an_object_of_every_kind_is_met_once(tmp_path: Path) -> None:
    reading = read_files(
        tmp_path,
        {
            "spec.yaml": HEAD.replace("paths: {}\n", "")
            + "paths: {/a: {$ref: 'a.yaml'}}\n"
            + "components: {schemas: {A: {properties: {x: {$ref: 'a.yaml#/B'}}}}}\n",
            "a.yaml": "get: {responses: {'200': {description: d}}}\nB: {type: null}\n",
        },
    )
    met = [
        (node.file, kind.value, node.pointer)
        for node, kind in reading.description.objects()
    ]
    assert len(met) == len(set(met))
    assert ("a.yaml", "operation", ("get",)) in met
    assert ("a.yaml", "schema", ("B",)) in met
    assert ("", "schema", ("components", "schemas", "A", "properties", "x")) in met


def test_a_problem_in_another_file_is_said_of_that_file(tmp_path: Path) -> None:
    reading = read_files(
        tmp_path,
        {
            "spec.yaml": HEAD + "components: {schemas: {A: {$ref: 'a.yaml#/B'}}}\n",
            "a.yaml": "B: {type: string, type: integer}\n",
        },
    )
    assert reading.heads == [
        "a.yaml:1:19: error SRC013: the key 'type' stands here twice, first on line 1;"
        " only the last one counts"
    ]
