"""Paths to operations, parameters, bodies, responses and security."""

from __future__ import annotations

import pytest

from oasmith.ir.api import Codec, Status
from oasmith.ir.decls import Struct, Usage
from oasmith.ir.security import (
    ApiKeyScheme,
    BasicScheme,
    BearerScheme,
    UnsupportedScheme,
)
from oasmith.ir.types import Literal, OneOf, Ref, Scalar, ScalarKind
from oasmith.ir.where import Where
from oasmith.passes.media import codec_of

from .lowering import component, lowered, only_operation


def test_an_operation_inherits_and_overrides_the_parameters_of_its_path() -> None:
    api, _ = lowered("""
        paths:
          /jobs/{id}:
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
              - {name: size, in: query, schema: {type: string}}
            get:
              operationId: get
              parameters: [{name: size, in: query, schema: {type: integer}}]
        """)
    path, size = only_operation(api).params
    assert (path.wire, path.where) == ("id", Where.PATH)
    assert size.type == Scalar(ScalarKind.INT)


def test_path_parameters_come_in_the_order_of_the_path() -> None:
    api, _ = lowered("""
        paths:
          /a/{first}/b/{second}:
            get:
              operationId: get
              parameters:
                - {name: second, in: path, required: true, schema: {type: string}}
                - {name: q, in: query, schema: {type: string}}
                - {name: first, in: path, required: true, schema: {type: string}}
        """)
    assert [param.wire for param in only_operation(api).params] == [
        "first",
        "second",
        "q",
    ]


def test_an_undeclared_path_parameter_is_taken_for_a_string() -> None:
    api, _ = lowered("paths: {'/jobs/{id}': {get: {operationId: get}}}")
    (param,) = only_operation(api).params
    assert (param.wire, param.type, param.required) == (
        "id",
        Scalar(ScalarKind.STR),
        True,
    )


def test_headers_that_the_client_sets_itself_are_no_parameters() -> None:
    api, report = lowered("""
        paths:
          /jobs:
            get:
              operationId: get
              parameters: [{name: Content-Type, in: header, schema: {type: string}}]
        """)
    assert only_operation(api).params == ()
    assert [found.code for found in report.diagnostics] == ["PAR004"]


def test_a_style_of_another_location_gives_way_to_the_default() -> None:
    api, report = lowered("""
        paths:
          /jobs:
            get:
              operationId: get
              parameters: [{name: q, in: query, style: matrix, schema: {type: string}}]
        """)
    assert only_operation(api).params[0].style.form == "form"
    (found,) = report.diagnostics
    assert (found.code, str(found.place)) == (
        "PAR005",
        "shop.yaml#/paths/~1jobs/get/parameters/0/style",
    )


@pytest.mark.parametrize(
    ("media", "codec"),
    [
        ("application/json", Codec.JSON),
        ("application/problem+json; charset=utf-8", Codec.JSON),
        ("text/json; charset=utf-8", Codec.JSON),
        ("*/*", Codec.JSON),
        ("application/x-www-form-urlencoded", Codec.FORM),
        ("multipart/form-data", Codec.MULTIPART),
        ("text/plain", Codec.TEXT),
        ("text/event-stream", Codec.EVENTS),
        ("application/x-ndjson", Codec.LINES),
        ("application/xml", Codec.XML),
        ("application/pdf", Codec.BYTES),
    ],
)
def test_a_media_type_is_read_as_it_says(media: str, codec: Codec) -> None:
    assert codec_of(media) is codec


def test_json_is_preferred_among_several_media_types() -> None:
    api, _ = lowered("""
        paths:
          /jobs:
            post:
              operationId: create
              requestBody:
                content:
                  application/xml: {schema: {type: object}}
                  application/json: {schema: {type: object}}
        """)
    body = only_operation(api).body
    assert body is not None
    assert [content.codec for content in body.contents] == [Codec.JSON, Codec.XML]


def test_responses_are_sorted_from_exact_to_default() -> None:
    api, _ = lowered("""
        paths:
          /jobs:
            get:
              operationId: get
              responses: {default: {description: x}, 4XX: {description: x}, '404': {description: x}, '200': {description: x}}
        """)
    assert [response.status for response in only_operation(api).responses] == [
        Status(200, 200),
        Status(404, 404),
        Status(400, 499),
        Status(0, 999),
    ]


def test_what_is_no_status_code_is_refused_by_name() -> None:
    _, report = lowered("""
        paths: {/jobs: {get: {operationId: get, responses: {ok: {description: x}}}}}
        """)
    assert [found.code for found in report.diagnostics] == ["RSP001"]


SCHEMES = """
        components:
          securitySchemes:
            Key: {type: apiKey, in: header, name: X-Key}
            Login: {type: http, scheme: basic}
            Token: {type: http, scheme: bearer}
            Flow: {type: oauth2, flows: {}}
            Odd: {type: http, scheme: hoba}
        security: [{Key: [], Login: []}, {Token: []}]
"""


def test_every_kind_of_security_scheme_is_read() -> None:
    api, report = lowered(SCHEMES)
    kinds = [type(scheme) for scheme in api.schemes]
    assert kinds == [
        ApiKeyScheme,
        BasicScheme,
        BearerScheme,
        BearerScheme,
        UnsupportedScheme,
    ]
    assert [found.code for found in report.diagnostics] == ["SEC001"]


def test_requirements_are_alternatives_of_what_is_needed_together() -> None:
    api, _ = lowered(SCHEMES + """
        paths: {/jobs: {get: {operationId: get}}}
        """)
    assert only_operation(api).security == (("Key", "Login"), ("Token",))


def test_an_operation_may_ask_for_nothing() -> None:
    api, _ = lowered(SCHEMES + """
        paths: {/jobs: {get: {operationId: get, security: [{}]}}}
        """)
    assert only_operation(api).security == ((),)


def test_a_requirement_of_an_undeclared_scheme_is_reported() -> None:
    _, report = lowered("security: [{Nope: []}]")
    assert [found.code for found in report.diagnostics] == ["SEC002"]


def test_without_tags_many_operations_are_grouped_by_their_first_telling_segment() -> (
    None
):
    lines = "\n".join(
        f"  /api/v1/{name}/{number}: {{get: {{operationId: {name}{number}}}}}"
        for name in ("users", "orders")
        for number in range(8)
    )
    api, _ = lowered("paths:\n" + lines)
    assert [resource.key for resource in api.resources] == ["users", "orders"]


def test_a_required_readonly_property_makes_a_variant_for_requests() -> None:
    api, _ = lowered("""
        components:
          schemas:
            Job:
              type: object
              required: [id, name]
              properties: {id: {type: string, readOnly: true}, name: {type: string}}
        paths:
          /jobs:
            post:
              operationId: create
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}}
              responses:
                '200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}}
        """)
    twin = api.decls[component("Job", "request")]
    assert isinstance(twin, Struct)
    assert [field.wire for field in twin.fields] == ["name"]
    assert twin.usage is Usage.REQUEST
    body = only_operation(api).body
    assert body is not None
    assert body.contents[0].type == Ref(component("Job", "request"))


def test_a_required_writeonly_property_is_no_duty_of_what_comes_back() -> None:
    api, _ = lowered("""
        components:
          schemas:
            User:
              type: object
              required: [name, password]
              properties: {name: {type: string}, password: {type: string, writeOnly: true}}
        paths:
          /users:
            post:
              operationId: create
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
              responses:
                '200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
        """)
    got, sent = api.decls[component("User")], api.decls[component("User", "request")]
    assert isinstance(got, Struct)
    assert isinstance(sent, Struct)
    assert [field.required for field in got.fields] == [True, False]
    assert [field.required for field in sent.fields] == [True, True]


def test_only_the_stream_of_an_error_is_read_whole() -> None:
    _, report = lowered("""
        paths:
          /events:
            get:
              operationId: events
              responses:
                '200': {description: x, content: {text/event-stream: {schema: {type: string}}}}
                '500': {description: x, content: {text/event-stream: {schema: {type: string}}}}
        """)
    (found,) = report.diagnostics
    assert found.code == "RSP002"
    assert found.place is not None
    assert "500" in found.place.pointer


def test_binary_is_a_file_in_multipart_and_text_in_json() -> None:
    api, _ = lowered("""
        components:
          schemas:
            Upload: {type: object, properties: {file: {type: string, format: binary}}}
            Told: {type: object, properties: {file: {type: string, format: binary}}}
        paths:
          /jobs:
            post:
              operationId: create
              requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Upload'}}}}
        """)
    kinds: dict[str, object] = {}
    for decl in api.decls.values():
        assert isinstance(decl, Struct)
        kinds[decl.hint.words[0]] = decl.fields[0].type
    assert kinds == {"Upload": Scalar(ScalarKind.FILE), "Told": Scalar(ScalarKind.STR)}


def test_what_extends_an_upload_stands_alone_where_it_is_text() -> None:
    api, _ = lowered("""
        components:
          schemas:
            Base: {type: object, properties: {file: {type: string, format: binary}}}
            Upload: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {a: {type: integer}}}]}
            Told: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {b: {type: integer}}}]}
        paths:
          /jobs:
            post:
              operationId: create
              requestBody: {content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Upload'}}}}
        """)
    kinds = {
        decl.hint.words[0]: (len(decl.bases), [one.type for one in decl.fields])
        for decl in api.decls.values()
        if isinstance(decl, Struct)
    }
    assert kinds == {
        "Base": (0, [Scalar(ScalarKind.FILE)]),
        "Upload": (1, [Scalar(ScalarKind.INT)]),
        "Told": (0, [Scalar(ScalarKind.STR), Scalar(ScalarKind.INT)]),
    }


def test_of_two_parameters_alike_the_first_counts() -> None:
    api, _ = lowered("""
        paths:
          /jobs:
            get:
              operationId: get
              parameters:
                - {name: size, in: query, schema: {type: integer}}
                - {name: size, in: query, schema: {type: string}}
        """)
    assert [one.type for one in only_operation(api).params] == [Scalar(ScalarKind.INT)]


def test_answers_to_head_have_no_content() -> None:
    api, _ = lowered("""
        paths:
          /jobs:
            head:
              operationId: probe
              responses: {'200': {description: x, content: {application/json: {schema: {}}}}}
        """)
    (response,) = only_operation(api).responses
    assert response.contents == ()


def test_an_operation_without_words_has_those_of_its_path() -> None:
    api, _ = lowered("""
        paths:
          /jobs:
            summary: Jobs
            get: {operationId: get}
        """)
    assert only_operation(api).doc.summary == "Jobs"


@pytest.mark.parametrize(
    ("version", "where", "reserved"),
    [
        ("3.0.3", "query", True),
        ("3.1.0", "path", False),
        ("3.2.0", "path", True),
    ],
)
def test_reserved_characters_stay_where_the_version_lets_them(
    version: str, where: str, reserved: bool
) -> None:
    head = f'openapi: {version}\ninfo: {{title: Shop, version: "1"}}\n'
    api, _ = lowered(
        f"""
        paths:
          "/jobs/{{p}}":
            get:
              operationId: get
              parameters:
                - {{name: p, in: {where}, required: true, allowReserved: true, schema: {{}}}}
        """,
        head=head,
    )
    found = {param.where: param for param in only_operation(api).params}
    assert found[Where(where)].style.reserved is reserved


def test_a_parameter_that_may_come_without_value_may_be_empty() -> None:
    api, _ = lowered("""
        paths:
          /jobs:
            get:
              operationId: get
              parameters:
                - {name: flag, in: query, allowEmptyValue: true, schema: {type: boolean}}
                - {name: text, in: query, allowEmptyValue: true, schema: {type: string}}
        """)
    flag, text = only_operation(api).params
    assert flag.type == OneOf((Scalar(ScalarKind.BOOL), Literal(("",))))
    assert text.type == Scalar(ScalarKind.STR)


def test_an_api_without_servers_has_those_that_most_operations_share() -> None:
    api, _ = lowered("""
        paths:
          /a:
            servers: [{url: https://a.dev}]
            get: {operationId: a}
          /b:
            servers: [{url: https://b.dev}]
            get: {operationId: b}
          /c:
            servers: [{url: https://b.dev}]
            get: {operationId: c}
        """)
    assert [server.url for server in api.servers] == ["https://b.dev"]


def test_the_variables_of_a_server_are_those_its_url_names() -> None:
    api, _ = lowered("""
        servers:
          - url: https://{host}:{port}
            variables: {port: {default: 8443, enum: [8443, 443]}, unused: {default: x}}
        """)
    host, port = api.servers[0].variables
    assert (host.name, host.default) == ("host", "")
    assert (port.name, port.default, port.values) == ("port", "8443", ("8443", "443"))


def test_what_follows_the_path_makes_no_resource() -> None:
    lines = "\n".join(
        f"  '/{path}': {{get: {{operationId: get{number}}}}}"
        for number in range(8)
        for path in (f"#Action=Get{number}", f"users?kind={number}")
    )
    api, _ = lowered("paths:\n" + lines)
    assert [resource.key for resource in api.resources] == ["", "users"]
