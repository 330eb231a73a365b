"""What comes to nothing is in the ledger all the same, under the walk's name for it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import pytest

from oasmith.config.model import ApiConfig
from oasmith.diagnostics import Report
from oasmith.prepare import prepare, read_description
from tests.ledger.agreement import unbooked
from tests.ledger.walk import Item, uses

HEAD = 'openapi: 3.1.0\ninfo: {title: Shop, version: "1"}\n'
DONE = 'responses: {"204": {description: Done.}}'

LEFT_OUT = {
    "a path parameter that only the fragment names": (
        f"""
        paths:
          "/pay#{{id}}":
            get:
              parameters: [{{name: id, in: path, required: true, schema: {{}}}}]
              {DONE}
        """,
        ("parameter", "degraded", "DOC005"),
    ),
    "a path parameter of a callback": (
        f"""
        paths:
          /hooks:
            post:
              {DONE}
              callbacks:
                event:
                  "{{url}}":
                    post:
                      parameters: [{{name: url, in: path, schema: {{}}}}]
                      {DONE}
        """,
        ("parameter", "degraded", "DOC005"),
    ),
    "a place of a path that no parameter is declared for": (
        f"""
        paths: {{"/a/{{id}}": {{get: {{{DONE}}}}}}}
        """,
        ("operation", "degraded", "DOC006"),
    ),
    "a response that is a schema": (
        """
        paths:
          /a: {get: {responses: {"400": {$ref: "#/components/schemas/Wrong"}}}}
        components: {schemas: {Wrong: {type: object}}}
        """,
        ("response", "degraded", "REF003"),
    ),
    "a status that is none": (
        """
        paths: {/a: {get: {responses: {"2000": {description: Much.}}}}}
        """,
        ("response", "refused", "RSP001"),
    ),
    "a method in the wrong place": (
        f"""
        paths: {{/a: {{additionalOperations: {{POST: {{{DONE}}}}}}}}}
        """,
        ("operation", "refused", "OPS002"),
    ),
    "a header that cannot be sent": (
        f"""
        paths:
          /a:
            get: {{parameters: [{{name: a b, in: header, schema: {{}}}}], {DONE}}}
        """,
        ("parameter", "refused", "PAR007"),
    ),
}

WHOLE = {
    "contents of an answer to HEAD, where HTTP has none": """
        paths:
          /a:
            head:
              responses:
                "404":
                  description: None.
                  content:
                    text/plain: {schema: {properties: {why: {type: string}}}}
        """,
    "a header that the operation spells in another case": f"""
        paths:
          /a:
            parameters: [{{name: X-Size, in: header, schema: {{}}}}]
            get: {{parameters: [{{name: x-size, in: header, schema: {{}}}}], {DONE}}}
        """,
    "properties of a text": """
        components: {schemas: {A: {type: string, properties: {a: {}}}}}
        """,
    "an alternative of another type": """
        components:
          schemas:
            A: {type: string, anyOf: [{type: object, properties: {a: {}}}, {enum: [b]}]}
        """,
    "items of an object": """
        components: {schemas: {A: {type: object, items: {properties: {a: {}}}}}}
        """,
    "properties where only texts are listed": """
        components: {schemas: {A: {enum: [a], properties: {a: {}}}}}
        """,
    "a schema that says nothing, referred to where it stands": """
        components:
          schemas:
            A: {properties: {a: {}}}
            B: {properties: {b: {$ref: "#/components/schemas/A/properties/a"}}}
        """,
    "properties of an object that another definition says all of": """
        components:
          schemas:
            A:
              type: object
              properties: {a: {type: array, items: {properties: {b: {type: string}}}}}
            B:
              allOf:
                - {$ref: "#/components/schemas/A"}
                - {properties: {a: {items: {allOf: [{properties: {b: {}}}]}}, c: {}}}
                - {properties: {a: {items: {properties: {b: {}}}}}}
        """,
    "a part of a schema that another is merged from": """
        components:
          schemas:
            A:
              allOf:
                - {$ref: "#/components/schemas/C/allOf/1"}
                - {$ref: "#/components/schemas/B"}
            B: {type: object, properties: {b: {}}}
            C: {allOf: [{properties: {a: {}}}, {properties: {c: {}}}]}
        """,
    "a property that must not be there": """
        components: {schemas: {A: {properties: {a: {}, b: false}}}}
        """,
    "a scheme whose name begins with x-": """
        components: {securitySchemes: {x-key: {type: apiKey, in: header, name: x-key}}}
        """,
}


def taken(text: str, folder: Path) -> tuple[list[str], list[dict[str, Any]]]:
    """What the ledger of a description lacks, and what it has besides the generated."""
    items, entries = both(HEAD + dedent(text), folder)
    less = [entry for entry in entries if entry["status"] != "generated"]
    return list(unbooked(items, entries)), less


def both(text: str, folder: Path) -> tuple[list[Item], list[dict[str, Any]]]:
    """What the walk finds in a description, and the entries of its ledger."""
    spec = folder / "shop.yaml"
    spec.write_text(text, encoding="utf-8")
    report = Report()
    description = read_description(spec, report)
    assert description is not None
    config = ApiConfig("shop", spec, folder, "shop")
    made = prepare(config, description, report, {}, {})
    entries: Any = made.ledger(report.diagnostics).as_json()["entries"]
    return list(uses(spec)), entries


@pytest.mark.parametrize("what", LEFT_OUT)
def test_what_is_left_out_is_an_entry_of_its_kind(what: str, tmp_path: Path) -> None:
    text, expected = LEFT_OUT[what]
    missing, less = taken(text, tmp_path)
    assert missing == []
    assert [(one["kind"], one["status"], one["code"]) for one in less] == [expected]


def test_what_the_description_does_not_declare_is_not_counted(tmp_path: Path) -> None:
    items, entries = both(
        f'{HEAD}paths: {{"/a/{{id}}": {{get: {{{DONE}}}}}}}', tmp_path
    )
    assert [item for item in items if item.kind == "parameter"] == []
    assert [one for one in entries if one["kind"] == "parameter"] == []


def test_what_stands_beside_a_reference_of_3_0_is_no_loss(tmp_path: Path) -> None:
    text = """
    openapi: 3.0.3
    info: {title: Shop, version: "1"}
    paths: {}
    components:
      schemas:
        A: {type: object, properties: {a: {type: string}}}
        B: {type: object, properties: {b: {$ref: "#/components/schemas/A",
          properties: {c: {type: string}}}}}
    """
    items, entries = both(dedent(text), tmp_path)
    assert list(unbooked(items, entries)) == []
    assert {one.name for one in items if one.kind == "property"} == {"a", "b"}


def test_a_media_type_that_only_an_example_names_is_counted(tmp_path: Path) -> None:
    text = """
    swagger: "2.0"
    info: {title: Shop, version: "1"}
    produces: [application/json]
    responses:
      Gone: {description: Gone., schema: {type: object}, examples: {text/plain: Gone}}
    paths:
      /a:
        get:
          responses:
            "200": {description: A., examples: {application/json: {}, text/html: A}}
            "404": {$ref: "#/responses/Gone"}
    """
    items, entries = both(dedent(text), tmp_path)
    assert list(unbooked(items, entries)) == []
    wanted = sorted(one.name for one in items if one.kind == "media type")
    listed = [one["name"] for one in entries if one["kind"] == "media type"]
    assert sorted(name.split()[-1] for name in listed) == wanted
    assert wanted == ["application/json", "application/json", "text/html", "text/plain"]


@pytest.mark.parametrize("what", WHOLE)
def test_what_means_nothing_is_no_loss(what: str, tmp_path: Path) -> None:
    missing, less = taken(WHOLE[what], tmp_path)
    assert (missing, less) == ([], [])


def test_what_is_left_out_of_another_file_is_named_by_its_place_there(
    tmp_path: Path,
) -> None:
    item = f"""
        get:
          parameters: [{{name: lost, in: path, required: true, schema: {{}}}}]
          {DONE}
        """
    (tmp_path / "items").mkdir()
    other = tmp_path / "items" / "a.yaml"
    other.write_text(indent(dedent(item), "  ").lstrip("\n"), encoding="utf-8")
    missing, less = taken("paths: {/a: {$ref: items/a.yaml}}\n", tmp_path)
    assert missing == []
    (entry,) = less
    assert entry["kind"] == "parameter"
    assert entry["place"] == f"{other.as_posix()}#/get/parameters/0"
