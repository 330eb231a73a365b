"""Schemas to types."""

from __future__ import annotations

import pytest

from oasmith.diagnostics import Effect
from oasmith.ir.decls import Access, Alias, Doc, Enum, Struct, Union
from oasmith.ir.types import (
    ANY,
    NONE,
    ListOf,
    Literal,
    MapOf,
    Nullable,
    OneOf,
    Ref,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
)

from .lowering import component, lowered, schemas, struct

STR = Scalar(ScalarKind.STR)
INT = Scalar(ScalarKind.INT)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{type: string}", STR),
        ("{type: string, format: uuid}", Scalar(ScalarKind.UUID)),
        ("{type: string, format: date-time}", Scalar(ScalarKind.DATETIME)),
        ("{type: string, format: unheard-of}", STR),
        ("{type: string, contentEncoding: base64}", Scalar(ScalarKind.BYTES)),
        ("{type: integer, format: int64}", INT),
        ("{type: number}", Scalar(ScalarKind.FLOAT)),
        ("{type: boolean}", Scalar(ScalarKind.BOOL)),
        ("{type: array, items: {type: string}}", ListOf(STR)),
        ("{type: array}", ListOf(ANY)),
        ("{items: {type: integer}}", ListOf(INT)),
        (
            "{type: array, prefixItems: [{type: string}], items: false}",
            TupleOf((STR,), None),
        ),
        ("{type: object}", MapOf(ANY)),
        ("{type: object, additionalProperties: {type: integer}}", MapOf(INT)),
        (
            "{type: object, patternProperties: {'^x': {type: string}}, additionalProperties: false}",
            MapOf(STR),
        ),
        ("{}", ANY),
        ("true", ANY),
        ("{type: [string, 'null']}", Nullable(STR)),
        ("{type: [string, integer]}", OneOf((STR, INT))),
        ("{anyOf: [{type: string}, {type: 'null'}]}", Nullable(STR)),
        (
            "{oneOf: [{type: string}, {type: integer}, {type: string}]}",
            OneOf((STR, INT)),
        ),
        ("{anyOf: [{type: string}, {}]}", ANY),
        ("{const: fixed}", Literal(("fixed",))),
        ("{type: string, enum: [only]}", Literal(("only",))),
        ("{enum: [true]}", Literal((True,))),
        ("{const: 9223372036854775807}", Literal((2**63 - 1,))),
        ("{const: 9223372036854775808}", Scalar(ScalarKind.INT)),
        ("{allOf: [{type: string}], description: words}", STR),
        ("{allOf: [{type: string}, {maxLength: 3}]}", STR),
        (
            "{anyOf: [{$ref: '#/components/schemas/Other'}, {type: 'null'}]}",
            Nullable(Ref(component("Other"))),
        ),
        (
            "{allOf: [{$ref: '#/components/schemas/Other'}], description: words}",
            Ref(component("Other")),
        ),
        (
            "{$ref: '#/components/schemas/Other', description: words}",
            Ref(component("Other")),
        ),
        ("{$ref: '#/components/schemas/MayBe'}", Nullable(Ref(component("MayBe")))),
    ],
)
def test_a_property_has_the_type_its_schema_says(schema: str, expected: Type) -> None:
    decls = schemas(f"""
        Other: {{type: object, properties: {{a: {{type: string}}}}}}
        MayBe: {{type: [object, 'null'], properties: {{a: {{type: string}}}}}}
        Thing: {{type: object, properties: {{it: {schema}}}}}
        """)
    (field,) = struct(decls, "Thing").fields
    assert field.type == expected


def test_what_stands_inline_is_declared_under_its_place() -> None:
    decls = schemas("""
        Job:
          type: object
          properties:
            source: {type: object, properties: {bucket: {type: string}}}
            state: {type: string, enum: [on, off]}
        """)
    assert set(decls) == {"Job", "Job/properties/source", "Job/properties/state"}
    assert decls["Job/properties/source"].hint.words == ("Job", "source")


def test_one_schema_reached_in_two_ways_is_declared_once() -> None:
    decls = schemas("""
        Job: {type: object, properties: {a: {type: object, properties: {x: {type: string}}}}}
        Other: {type: object, properties: {b: {$ref: '#/components/schemas/Job/properties/a'}}}
        """)
    assert set(decls) == {"Job", "Other", "Job/properties/a"}


def test_members_of_lists_are_identified_by_what_they_are() -> None:
    decls = schemas("""
        Shape:
          oneOf:
            - {title: Circle, type: object, properties: {r: {type: number}}}
            - {title: Square, type: object, properties: {a: {type: number}}}
        """)
    assert "Shape/oneOf/title=Circle" in decls


def test_a_cycle_of_references_is_nothing_special() -> None:
    decls = schemas("""
        Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}}}
        Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}
        """)
    assert struct(decls, "Node").fields[0].type == Ref(component("Node"))
    tree = decls["Tree"]
    assert isinstance(tree, Alias)
    assert tree.target == ListOf(Ref(component("Tree")))


def test_an_enum_leaves_out_null_and_doubles() -> None:
    decls = schemas("Colour: {type: [string, 'null'], enum: [red, blue, red, null]}")
    colour = decls["Colour"]
    assert isinstance(colour, Enum)
    assert [member.value for member in colour.members] == ["red", "blue"]


def test_names_beside_an_enum_are_taken_over() -> None:
    decls = schemas("Code: {type: integer, enum: [1, 2], x-enum-varnames: [Low, High]}")
    code = decls["Code"]
    assert isinstance(code, Enum)
    assert [member.name for member in code.members] == ["Low", "High"]


def test_alternatives_that_are_constants_make_an_enum() -> None:
    decls = schemas(
        "Level: {oneOf: [{const: lo, title: Low}, {const: hi, title: High}]}"
    )
    level = decls["Level"]
    assert isinstance(level, Enum)
    assert [member.name for member in level.members] == ["Low", "High"]


def test_constants_of_several_kinds_stay_literal() -> None:
    decls = schemas("Odd: {enum: [a, 1, true]}")
    odd = decls["Odd"]
    assert isinstance(odd, Alias)
    assert odd.target == Literal(("a", 1, True))


def test_readonly_writeonly_and_required_belong_to_the_use() -> None:
    decls = schemas("""
        Job:
          type: object
          required: [id]
          properties:
            id: {type: string, readOnly: true}
            key: {type: string, writeOnly: true}
        """)
    identity, key = struct(decls, "Job").fields
    assert (identity.required, identity.access) == (True, Access.READ)
    assert (key.required, key.access) == (False, Access.WRITE)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ANY),
        (", additionalProperties: true", ANY),
        (", additionalProperties: false", None),
        (", additionalProperties: {type: integer}", INT),
    ],
)
def test_further_properties_are_typed_as_the_schema_says(
    more: str, expected: object
) -> None:
    decls = schemas(f"Job: {{type: object, properties: {{a: {{type: string}}}}{more}}}")
    assert struct(decls, "Job").extra == expected


BASE = """
        Base: {type: object, required: [id], properties: {id: {type: string}, tag: {type: string}}}
        Other: {type: object, properties: {size: {type: integer}}}
"""


def test_one_reference_and_own_fields_make_a_subclass() -> None:
    decls = schemas(BASE + """
        Job:
          allOf:
            - {$ref: '#/components/schemas/Base'}
            - {type: object, properties: {own: {type: string}}}
        """)
    job = struct(decls, "Job")
    assert job.bases == (component("Base"),)
    assert [field.wire for field in job.fields] == ["own"]


@pytest.mark.parametrize(
    "own",
    [
        "{type: object, properties: {id: {type: integer}}}",
        "{required: [tag], type: object, properties: {own: {type: string}}}",
    ],
)
def test_redefining_or_newly_requiring_what_is_inherited_flattens(own: str) -> None:
    decls = schemas(BASE + f"""
        Job: {{allOf: [{{$ref: '#/components/schemas/Base'}}, {own}]}}
        """)
    job = struct(decls, "Job")
    assert job.bases == ()
    assert {"id", "tag"} <= {field.wire for field in job.fields}


def test_the_words_of_a_use_stand_in_a_part_beside_the_reference() -> None:
    decls = schemas(BASE + """
        Job:
          properties:
            base:
              allOf:
                - {$ref: '#/components/schemas/Base'}
                - {description: Where it is from., deprecated: true, default: {}}
        """)
    (field,) = struct(decls, "Job").fields
    assert field.type == Ref(component("Base"))
    assert field.doc == Doc(text="Where it is from.", deprecated=True)
    assert field.default == {}


def test_a_subclass_is_told_of_in_its_own_part_examples_of_a_part_are_left_out() -> (
    None
):
    decls = schemas(BASE + """
        Job:
          allOf:
            - {$ref: '#/components/schemas/Base'}
            - {description: A job., properties: {own: {type: string}}, examples: [{own: a}]}
        Told: {description: Here., allOf: [{description: There.}, {type: string}]}
        """)
    assert struct(decls, "Job").doc == Doc(text="A job.")
    assert decls["Told"].doc.text == "Here."


@pytest.mark.parametrize(
    ("schema", "told"),
    [
        ("{type: integer, minLength: 1, minimum: 2, default: ''}", {"minimum": 2}),
        ("{type: string, minLength: 1, minItems: 2}", {"minLength": 1}),
        ("{type: [string, array], minLength: 1, minItems: 2}", None),
        ("{minLength: 1, minItems: 2}", None),
    ],
)
def test_limits_and_defaults_that_bear_on_no_value_are_not_told(
    schema: str, told: dict[str, object] | None
) -> None:
    decls = schemas(f"A: {{type: object, properties: {{a: {schema}}}}}")
    (field,) = struct(decls, "A").fields
    assert dict(field.limits.items) == (told or {"minLength": 1, "minItems": 2})
    assert field.default is None


def test_several_references_flatten() -> None:
    decls = schemas(BASE + """
        Job: {allOf: [{$ref: '#/components/schemas/Base'}, {$ref: '#/components/schemas/Other'}]}
        """)
    job = struct(decls, "Job")
    assert job.bases == ()
    assert [field.wire for field in job.fields] == ["id", "tag", "size"]
    assert job.fields[0].required


def test_an_allof_that_contains_itself_still_comes_out() -> None:
    decls = schemas("""
        A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {a: {type: string}}}]}
        B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {type: string}}}]}
        """)
    assert {field.wire for field in struct(decls, "A").fields} == {"a", "b"}


def test_two_definitions_of_one_object_are_merged() -> None:
    decls = schemas("""
        Job:
          allOf:
            - {properties: {at: {type: object, properties: {x: {type: string}}}}}
            - {properties: {at: {type: object, properties: {y: {type: string}}}}}
        """)
    (field,) = struct(decls, "Job").fields
    assert isinstance(field.type, Ref)
    both = next(one for one in decls.values() if one.id == field.type.target)
    assert isinstance(both, Struct)
    assert [one.wire for one in both.fields] == ["x", "y"]


def test_definitions_that_exclude_each_other_are_reported_with_both_places() -> None:
    _, report = lowered("""
        components:
          schemas:
            Job:
              allOf:
                - {properties: {at: {type: string}}}
                - {properties: {at: {type: integer}}}
        """)
    (found,) = report.diagnostics
    assert (found.code, found.effect) == ("SCH006", Effect.DEGRADED)
    assert len(found.related) == 1


CIRCLE_AND_SQUARE = """
        Circle: {type: object, required: [kind], properties: {kind: {const: circle}}}
        Square: {type: object, required: [kind], properties: {kind: {const: square}}}
"""


def test_a_discriminator_tags_the_union() -> None:
    decls = schemas(CIRCLE_AND_SQUARE + """
        Shape:
          oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
          discriminator: {propertyName: kind, mapping: {c: '#/components/schemas/Circle'}}
        """)
    shape = decls["Shape"]
    assert isinstance(shape, Union)
    assert shape.tag is not None
    assert dict(shape.tag.mapping) == {
        "c": component("Circle"),
        "square": component("Square"),
    }


def test_constants_of_the_members_tag_a_union_without_discriminator() -> None:
    decls = schemas(CIRCLE_AND_SQUARE + """
        Shape: {oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]}
        """)
    shape = decls["Shape"]
    assert isinstance(shape, Union)
    assert shape.tag is not None
    assert shape.tag.inferred
    assert dict(shape.tag.mapping)["square"] == component("Square")


def test_an_object_and_a_choice_are_distributed() -> None:
    decls = schemas(CIRCLE_AND_SQUARE + """
        Base: {type: object, properties: {id: {type: string}}}
        Shape:
          allOf:
            - {$ref: '#/components/schemas/Base'}
            - oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
        """)
    assert {field.wire for field in struct(decls, "Shape@Circle").fields} == {
        "id",
        "kind",
    }
    assert isinstance(decls["Shape"], Union)


def test_alternatives_that_only_require_change_nothing_but_the_duty() -> None:
    decls = schemas("""
        Job:
          type: object
          properties: {a: {type: string}, b: {type: string}}
          anyOf: [{required: [a]}, {required: [b]}]
        """)
    assert [field.wire for field in struct(decls, "Job").fields] == ["a", "b"]


def test_a_type_nobody_knows_costs_itself_only() -> None:
    api, report = lowered("""
        components:
          schemas:
            Job: {type: object, properties: {bad: {type: strnig}, good: {type: string}}}
        """)
    (found,) = report.diagnostics
    assert found.code == "SCH001"
    assert found.place is not None
    assert found.place.pointer[-1] == "bad"
    assert len(api.decls) == 1


@pytest.mark.parametrize("only", ["{type: 'null'}", "{const: null}", "{enum: [null]}"])
def test_a_reference_to_null_alone_is_null(only: str) -> None:
    decls = schemas(f"""
        Nothing: {only}
        Twice: {{oneOf: [{{type: 'null'}}, {{type: 'null'}}]}}
        Thing:
          properties:
            a: {{$ref: '#/components/schemas/Nothing'}}
            b: {{$ref: '#/components/schemas/Twice'}}
        """)
    assert [field.type for field in struct(decls, "Thing").fields] == [NONE, NONE]
