"""Swagger 2.0 as 3.0 writes it, and where its parts were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from oasmith.source.document import JsonValue
from oasmith.source.positions import locate

from .reading import Reading, read_files, read_one

PETS = """\
swagger: '2.0'
info: {title: Pets, version: '1'}
host: pets.example.com
basePath: /v1
schemes: [http, https]
consumes: [application/json]
produces: [application/json, application/xml]
securityDefinitions:
  key: {type: apiKey, name: X-Key, in: header}
  basic: {type: basic, description: d}
  oauth:
    type: oauth2
    flow: accessCode
    authorizationUrl: https://example.com/a
    tokenUrl: https://example.com/t
    scopes: {read: r}
parameters:
  Limit: {name: limit, in: query, type: integer, minimum: 1, exclusiveMinimum: true}
  Pet: {name: pet, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
  Name: {name: name, in: formData, type: string, required: true}
responses:
  Missing: {description: m, schema: {$ref: '#/definitions/Error'}}
paths:
  /pets:
    parameters:
    - {name: trace, in: header, type: string}
    get:
      operationId: list
      parameters:
      - $ref: '#/parameters/Limit'
      - name: tags
        in: query
        type: array
        items: {type: string}
        collectionFormat: multi
      responses:
        '200':
          description: ok
          schema:
            type: array
            items:
              $ref: '#/definitions/Pet'
          headers:
            X-Next: {type: string, description: h}
          examples: {application/json: [{name: a}]}
        '404': {$ref: '#/responses/Missing'}
    post:
      operationId: add
      parameters: [{$ref: '#/parameters/Pet'}]
      responses: {'201': {description: ok}}
    put:
      operationId: change
      consumes: [application/merge-patch+json]
      parameters:
      - name: limit
        in: query
        type: string
      - name: change
        in: body
        schema:
          $ref: '#/definitions/Nothing'
      - name: after
        in: query
        type: number
      responses: {'204': {description: ok}}
  /pets/{id}/photo:
    post:
      operationId: upload
      consumes: [multipart/form-data]
      produces: [image/png]
      parameters:
      - {name: id, in: path, required: true, type: string}
      - {$ref: '#/parameters/Name'}
      - {name: photo, in: formData, type: file, description: p}
      - {name: marks, in: formData, type: array, items: {type: integer}}
      responses:
        '200': {description: ok, schema: {type: file}}
definitions:
  Pet:
    type: object
    discriminator: kind
    required: [name]
    properties:
      name: {type: string, x-nullable: true, example: Rex}
  Error: {type: object}
"""


@pytest.fixture
def pets(tmp_path: Path) -> Reading:
    return read_one(tmp_path, PETS)


def test_only_what_is_wrong_is_reported(pets: Reading) -> None:
    assert pets.heads == [
        "spec.yaml:61:17: error REF001: no schema at '#/definitions/Nothing'"
    ]


def test_host_path_and_schemes_are_servers_with_https_first(pets: Reading) -> None:
    assert pets.value("/servers") == [
        {"url": "https://pets.example.com/v1"},
        {"url": "http://pets.example.com/v1"},
    ]


@pytest.mark.parametrize(
    ("lines", "servers"),
    [
        ("", [{"url": "/"}]),
        ("basePath: /v2\n", [{"url": "/v2"}]),
        ("host: h\nbasePath: /\n", [{"url": "https://h"}]),
        ("host: h:81\nschemes: [http]\n", [{"url": "http://h:81"}]),
    ],
)
def test_servers_without_some_of_the_parts(
    tmp_path: Path, lines: str, servers: JsonValue
) -> None:
    text = "swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\n"
    assert read_one(tmp_path, text + lines).value("/servers") == servers


def test_security_schemes(pets: Reading) -> None:
    assert pets.value("/components/securitySchemes") == {
        "key": {"type": "apiKey", "name": "X-Key", "in": "header"},
        "basic": {"type": "http", "scheme": "basic", "description": "d"},
        "oauth": {
            "type": "oauth2",
            "flows": {
                "authorizationCode": {
                    "authorizationUrl": "https://example.com/a",
                    "tokenUrl": "https://example.com/t",
                    "scopes": {"read": "r"},
                }
            },
        },
    }


def test_shared_parts_have_their_sections(pets: Reading) -> None:
    components = pets.value("/components")
    assert isinstance(components, dict)
    assert components["parameters"] == {
        "Limit": {
            "name": "limit",
            "in": "query",
            "schema": {"type": "integer", "exclusiveMinimum": 1},
        }
    }
    assert components["requestBodies"] == {
        "Pet": {
            "required": True,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
            },
        }
    }
    assert components["schemas"] == {
        "Pet": {
            "type": "object",
            "discriminator": {"propertyName": "kind"},
            "required": ["name"],
            "properties": {"name": {"type": ["string", "null"], "examples": ["Rex"]}},
        },
        "Error": {"type": "object"},
    }


def test_parameters_have_schemas_and_styles(pets: Reading) -> None:
    assert pets.value("/paths/~1pets/get/parameters") == [
        {"$ref": "#/components/parameters/Limit"},
        {
            "name": "tags",
            "in": "query",
            "style": "form",
            "explode": True,
            "schema": {"type": "array", "items": {"type": "string"}},
        },
    ]
    assert pets.value("/paths/~1pets/parameters/0/schema") == {"type": "string"}


@pytest.mark.parametrize(
    ("written", "style", "explode"),
    [
        (None, "form", False),
        ("csv", "form", False),
        ("ssv", "spaceDelimited", False),
        ("pipes", "pipeDelimited", False),
        ("tsv", "tsv", False),
    ],
)
def test_collection_formats_are_styles(
    tmp_path: Path, written: str | None, style: str, explode: bool
) -> None:
    given = "" if written is None else f", collectionFormat: {written}"
    text = PETS.replace(
        "        collectionFormat: multi\n", f"        x-format: {{a: b{given}}}\n"
    )
    if written is not None:
        text = PETS.replace("collectionFormat: multi", f"collectionFormat: {written}")
    reading = read_one(tmp_path, text)
    found = reading.at("/paths/~1pets/get/parameters/1")
    assert found.text("style") == style
    assert found.flag("explode") is explode
    assert "DOC013" not in reading.codes


def test_a_body_is_a_request_body(pets: Reading) -> None:
    assert pets.value("/paths/~1pets/post/requestBody") == {
        "$ref": "#/components/requestBodies/Pet"
    }
    assert pets.value("/paths/~1pets/put/requestBody") == {
        "content": {
            "application/merge-patch+json": {
                "schema": {"$ref": "#/definitions/Nothing"}
            }
        }
    }


def test_a_form_is_a_request_body_with_a_property_for_each_field(pets: Reading) -> None:
    assert pets.value("/paths/~1pets~1{id}~1photo/post/requestBody") == {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {
                        "name": {"type": "string"},
                        "photo": {
                            "type": "string",
                            "format": "binary",
                            "description": "p",
                        },
                        "marks": {"type": "array", "items": {"type": "integer"}},
                    },
                },
                "encoding": {"marks": {"style": "form", "explode": False}},
            }
        },
    }


def test_a_form_without_files_is_urlencoded(tmp_path: Path) -> None:
    text = PETS.replace("type: file, description: p", "type: string")
    reading = read_one(
        tmp_path, text.replace("consumes: [multipart/form-data]", "x-c: 1")
    )
    content = reading.at("/paths/~1pets~1{id}~1photo/post/requestBody/content")
    assert [media for media, _ in content.items()] == [
        "application/x-www-form-urlencoded"
    ]


def test_responses_have_contents_headers_and_examples(pets: Reading) -> None:
    response = pets.at("/paths/~1pets/get/responses/200")
    schema = {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}
    assert response.child("content").value == {
        "application/json": {"schema": schema, "example": [{"name": "a"}]},
        "application/xml": {"schema": schema},
    }
    assert response.child("headers").value == {
        "X-Next": {"description": "h", "schema": {"type": "string"}}
    }
    assert pets.value("/paths/~1pets~1{id}~1photo/post/responses/200/content") == {
        "image/png": {"schema": {"type": "string", "format": "binary"}}
    }
    assert pets.value("/paths/~1pets/post/responses/201") == {"description": "ok"}


@pytest.mark.parametrize(
    ("pointer", "line"),
    [
        ("/servers/0", "host: pets.example.com"),
        ("/components/schemas/Pet/discriminator", "discriminator: kind"),
        (
            "/components/securitySchemes/oauth/flows/authorizationCode/scopes",
            "scopes: {",
        ),
        (
            "/components/requestBodies/Pet/content/application~1json/schema",
            "Pet: {name",
        ),
        ("/components/parameters/Limit/schema/minimum", "Limit: {name: limit"),
        ("/paths/~1pets/parameters/0/schema", "- {name: trace"),
        ("/paths/~1pets/get/parameters/1/schema/items", "items: {type: string}"),
        ("/paths/~1pets/put/parameters/1/schema/type", "type: number"),
        ("/paths/~1pets/put/requestBody", "- name: change"),
        (
            "/paths/~1pets/put/requestBody/content/application~1merge-patch+json"
            "/schema/$ref",
            "$ref: '#/definitions/Nothing'",
        ),
        (
            "/paths/~1pets~1{id}~1photo/post/requestBody/content/multipart~1form-data"
            "/schema/properties/name/type",
            "Name: {name: name",
        ),
        (
            "/paths/~1pets~1{id}~1photo/post/requestBody/content/multipart~1form-data"
            "/schema/properties/photo",
            "- {name: photo",
        ),
        (
            "/paths/~1pets/get/responses/200/content/application~1xml/schema/items",
            "$ref: '#/definitions/Pet'",
        ),
        (
            "/paths/~1pets/get/responses/200/content/application~1json/example",
            "examples: {application/json",
        ),
        ("/paths/~1pets/get/responses/200/headers/X-Next/schema", "X-Next: {type"),
    ],
)
def test_every_part_knows_the_line_it_was_written_on(
    pets: Reading, pointer: str, line: str
) -> None:
    parent, _, last = pointer.rpartition("/")
    place = (pets.at(parent) if last == "minimum" else pets.at(pointer)).place
    document = pets.description.documents[place.file]
    found = locate(document, place.pointer)
    assert document.index.lines.line(found.line).strip().startswith(line)


def test_every_object_has_a_place_that_exists(pets: Reading) -> None:
    for node, _ in pets.description.objects():
        value = pets.description.documents[node.place.file].value
        for token in node.place.pointer:
            if isinstance(value, list):
                value = value[int(token)]
            else:
                assert isinstance(value, dict)
                value = value[token]


def test_references_lead_to_the_new_places(pets: Reading) -> None:
    follow = pets.description.follow
    body = follow(pets.at("/paths/~1pets/post/requestBody"))
    item = follow(
        pets.at(
            "/paths/~1pets/get/responses/200/content/application~1json/schema/items"
        )
    )
    missing = follow(pets.at("/paths/~1pets/get/responses/404"))
    assert body is not None and body.has("content")
    assert item is not None and item.pointer == ("components", "schemas", "Pet")
    assert missing is not None and missing.has("content")


def test_a_reference_deep_into_what_has_moved_is_followed(tmp_path: Path) -> None:
    deep = "#/paths/~1pets/get/responses/200/schema"
    reading = read_one(tmp_path, PETS.replace("#/definitions/Nothing", deep))
    schema = reading.at(
        "/paths/~1pets/put/requestBody/content/application~1merge-patch+json/schema"
    )
    end = reading.description.follow(schema)
    assert reading.codes == []
    assert end is not None
    assert end.text("type") == "array"


def test_parameters_of_a_path_may_be_its_operations_body(tmp_path: Path) -> None:
    text = PETS.replace(
        "    - {name: trace, in: header, type: string}\n",
        "    - {name: all, in: body, schema: {type: string}}\n"
        "    - {name: trace, in: header, type: string}\n",
    )
    reading = read_one(tmp_path, text)
    body = reading.at("/paths/~1pets/get/requestBody/content/application~1json/schema")
    assert body.value == {"type": "string"}
    assert reading.value("/paths/~1pets/parameters") == [
        {"name": "trace", "in": "header", "schema": {"type": "string"}}
    ]
    assert reading.line("/paths/~1pets/parameters/0/schema").startswith(
        "- {name: trace"
    )


def test_parts_in_other_files_are_rewritten_as_what_they_are(tmp_path: Path) -> None:
    reading = read_files(
        tmp_path,
        {
            "spec.yaml": (
                "swagger: '2.0'\n"
                "info: {title: T, version: '1'}\n"
                "paths:\n"
                "  /a:\n"
                "    post:\n"
                "      parameters:\n"
                "      - $ref: 'parts.yaml#/body'\n"
                "      - $ref: 'parts.yaml#/limit'\n"
                "      responses:\n"
                "        '200': {$ref: 'parts.yaml#/ok'}\n"
                "definitions: {D: {type: string}}\n"
            ),
            "parts.yaml": (
                "body: {in: body, name: b, schema: {$ref: spec.yaml#/definitions/D}}\n"
                "limit: {name: l, in: query, type: integer}\n"
                "ok: {description: d, schema: {type: string, x-nullable: true}}\n"
            ),
        },
    )
    assert reading.codes == []
    follow = reading.description.follow
    body = follow(reading.at("/paths/~1a/post/requestBody"))
    limit = follow(reading.at("/paths/~1a/post/parameters/0"))
    ok = follow(reading.at("/paths/~1a/post/responses/200"))
    assert body is not None and limit is not None and ok is not None
    schema = body.child("content").child("application/json").child("schema")
    target = follow(schema)
    assert target is not None
    assert (target.file, target.pointer) == ("", ("components", "schemas", "D"))
    assert str(schema.place) == "parts.yaml#/body/schema"
    assert limit.value == {"name": "l", "in": "query", "schema": {"type": "integer"}}
    assert ok.value == {
        "description": "d",
        "content": {"application/json": {"schema": {"type": ["string", "null"]}}},
    }


def test_the_result_is_itself_a_description_of_3_1(
    pets: Reading, tmp_path: Path
) -> None:
    root = pets.description.root.value
    assert isinstance(root, dict)
    again = read_one(tmp_path, root)
    assert again.codes == ["REF001"]
    assert again.description.root.value == root
