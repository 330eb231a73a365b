"""What the passes report, each code once, and that no code goes without a test."""

from __future__ import annotations

from pathlib import Path

import pytest

from oasmith.diagnostics import CODES, Effect

from .lowering import lowered

TESTS = Path(__file__).parents[2]

REPORTED = {
    "REF007": (
        """
        components:
          schemas:
            A: {type: object, properties: {kind: {type: string}}}
            B: {type: object, properties: {kind: {type: string}}}
            U:
              oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
              discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/C'}}
        """,
        "shop.yaml#/components/schemas/U/discriminator/mapping/c",
    ),
    "SCH020": (
        "components: {schemas: {A: {type: int}}}",
        "shop.yaml#/components/schemas/A",
    ),
    "SCH022": (
        "components: {schemas: {A: {type: string, contentSchema: {type: object}}}}",
        "shop.yaml#/components/schemas/A/contentSchema",
    ),
    "SCH021": (
        "components: {schemas: {A: {type: string, enum: [1, 2]}}}",
        "shop.yaml#/components/schemas/A",
    ),
    "SCH003": (
        """
        components:
          schemas:
            A: {properties: {a: {}}, anyOf: [{type: string}, {type: integer}]}
        """,
        "shop.yaml#/components/schemas/A",
    ),
    "SCH005": (
        """
        components:
          schemas:
            A: {allOf: [{type: object, properties: {a: {}}}, {type: string, enum: [x, y]}]}
        """,
        "shop.yaml#/components/schemas/A",
    ),
    "SCH007": (
        """
        components:
          schemas:
            A: {anyOf: [{type: string}, {$ref: '#/components/schemas/A'}]}
        """,
        "shop.yaml#/components/schemas/A",
    ),
    "PAR003": (
        "paths: {/a: {get: {parameters: [{name: x, in: pocket, schema: {}}]}}}",
        "shop.yaml#/paths/~1a/get/parameters/0",
    ),
    "PAR007": (
        "paths: {/a: {get: {parameters: [{name: a b, in: header, schema: {}}]}}}",
        "shop.yaml#/paths/~1a/get/parameters/0",
    ),
    "BOD001": (
        "paths: {/a: {post: {requestBody: {required: true}}}}",
        "shop.yaml#/paths/~1a/post/requestBody",
    ),
    "BOD002": (
        """
        paths:
          /a:
            post:
              requestBody:
                content:
                  multipart/form-data:
                    schema: {type: object, properties: {f: {type: string}}}
                    encoding: {f: {headers: {X-A: {schema: {type: string}}}}}
        """,
        "shop.yaml#/paths/~1a/post/requestBody/content/multipart~1form-data/encoding/f/headers",
    ),
    "PAR006": (
        """
        components: {securitySchemes: {K: {type: apiKey, in: header, name: X-Key}}}
        security: [{K: []}]
        paths: {/a: {get: {parameters: [{name: x-key, in: header, schema: {}}]}}}
        """,
        "shop.yaml#/paths/~1a/get/parameters/0",
    ),
    "OPS001": (
        "paths: {a: {get: {operationId: a}}, /a: {get: {operationId: b}}}",
        "shop.yaml#/paths/a",
    ),
    "OPS002": (
        "paths: {/a: {additionalOperations: {POST: {operationId: a}}}}",
        "shop.yaml#/paths/~1a/additionalOperations/POST",
    ),
    "SRV002": ("servers: [{url: /api/v2}]", "shop.yaml#/servers/0"),
    "SRV001": (
        """
        paths:
          /a:
            servers: [{url: 'https://{r}.shop.dev', variables: {r: {default: eu}}}]
            get: {operationId: a}
        """,
        "shop.yaml#/paths/~1a/servers/0",
    ),
}


@pytest.mark.parametrize("code", REPORTED)
def test_what_cannot_be_had_is_told_with_its_place(code: str) -> None:
    text, place = REPORTED[code]
    _, report = lowered(text)
    found = [one for one in report.diagnostics if one.code == code]
    assert [str(one.place) for one in found] == [place]


COSTS_NOTHING = {"SCH020", "SCH021", "SCH022", "SRV001"}


def test_what_is_lost_by_it_is_told_too() -> None:
    for code, (text, _) in REPORTED.items():
        _, report = lowered(text)
        effects = {one.effect for one in report.diagnostics if one.code == code}
        free = code in COSTS_NOTHING or code.startswith("SRV")
        assert effects != {Effect.NONE} or free


def test_every_code_has_a_test() -> None:
    paths = (*TESTS.rglob("*.py"), *TESTS.rglob("*.txt"))
    told = "".join(path.read_text("utf-8") for path in paths)
    assert [code for code in CODES if code not in told] == []
