"""Bases with a discriminator, and what is built on them."""

from __future__ import annotations

import pytest

from oasmith.ir.decls import Access, Struct, Tag, Union
from oasmith.ir.types import Ref, Scalar, ScalarKind

from .lowering import component, lowered, name_of, schemas, struct

PET = """
        Pet:
          type: object
          required: [kind]
          properties: {kind: {type: string}, name: {type: string}}
          discriminator: {propertyName: kind%s}
"""


def base(more: str = "") -> str:
    return PET % more


def tag(decl: Struct | Union) -> dict[str, str]:
    assert decl.tag is not None
    return {value: name_of(identity) for value, identity in decl.tag.mapping}


def test_a_value_names_a_child_by_mapping_constant_vendor_word_or_key() -> None:
    decls = schemas(base(", mapping: {c: Cat}") + """
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
        Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {kind: {enum: [dog]}}}]}
        Cow: {allOf: [{$ref: '#/components/schemas/Pet'}], x-ms-discriminator-value: moo}
        Hen: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {eggs: {type: integer}}}]}
        """)
    assert tag(struct(decls, "Pet")) == {
        "c": "Cat",
        "dog": "Dog",
        "moo": "Cow",
        "Hen": "Hen",
        "Pet": "Pet",
    }
    for name, value in (("Cat", "c"), ("Dog", "dog"), ("Cow", "moo"), ("Hen", "Hen")):
        child = struct(decls, name)
        assert child.bases == (component("Pet"),)
        (kind,) = (field for field in child.fields if field.wire == "kind")
        assert (kind.constant, kind.type) == (value, Scalar(ScalarKind.STR))


def test_a_child_between_knows_its_own_children_only() -> None:
    decls = schemas(base() + """
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
        Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}
        Puppy: {allOf: [{$ref: '#/components/schemas/Dog'}]}
        """)
    assert tag(struct(decls, "Dog")) == {"Dog": "Dog", "Puppy": "Puppy"}
    assert struct(decls, "Puppy").tag is None


def test_a_value_a_child_states_is_not_that_of_one_that_inherits_it() -> None:
    decls = schemas("""
        Pet:
          type: object
          required: [kind]
          properties: {kind: {enum: [house]}}
          discriminator: {propertyName: kind}
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
        Tom: {allOf: [{$ref: '#/components/schemas/Cat'}], x-ms-discriminator-value: house}
        """)
    assert tag(struct(decls, "Pet")) == {"Cat": "Cat", "house": "Tom"}


def test_a_base_without_children_is_a_plain_struct() -> None:
    assert struct(schemas(base()), "Pet").tag is None


def test_several_values_of_one_child_leave_the_choice_to_the_caller() -> None:
    decls = schemas(base(", mapping: {a: Cat, b: Cat}") + """
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
        """)
    assert struct(decls, "Cat").fields == ()


@pytest.mark.parametrize(
    "own",
    [
        "{properties: {name: {type: integer}}}",
        "{required: [name], properties: {own: {type: integer}}}",
    ],
)
def test_a_child_that_redefines_what_it_inherits_comes_beside_the_base(
    own: str,
) -> None:
    decls = schemas(base() + f"""
        Cat: {{allOf: [{{$ref: '#/components/schemas/Pet'}}, {own}]}}
        Owner: {{properties: {{pet: {{$ref: '#/components/schemas/Pet'}}}}}}
        """)
    union = decls["Pet@any"]
    assert isinstance(union, Union)
    assert union.members == (Ref(component("Pet")), Ref(component("Cat")))
    assert tag(union) == {"Cat": "Cat"}
    assert struct(decls, "Owner").fields[0].type == Ref(component("Pet", "any"))
    assert struct(decls, "Cat").bases == ()


def test_the_default_of_a_mapping_is_kept() -> None:
    decls = schemas(base(", defaultMapping: Cat") + """
        Cat: {allOf: [{$ref: '#/components/schemas/Pet'}]}
        """)
    told = struct(decls, "Pet").tag
    assert told == Tag(
        "kind",
        (("Cat", component("Cat")), ("Pet", component("Pet"))),
        default=component("Cat"),
    )


def test_the_same_property_again_is_no_redefinition() -> None:
    decls = schemas(base() + """
        Cat:
          allOf:
            - $ref: '#/components/schemas/Pet'
            - properties: {name: {type: string, description: Its own.}}
        """)
    cat = struct(decls, "Cat")
    assert cat.bases == (component("Pet"),)
    assert cat.fields[0].doc.text == "Its own."


def test_twins_for_requests_have_twins_as_children() -> None:
    api, _ = lowered("""
        paths:
          /pet:
            put:
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses:
                "200": {description: '', content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        components:
          schemas:
            Pet:
              required: [kind, id]
              properties: {kind: {type: string}, id: {type: string, readOnly: true}}
              discriminator: {propertyName: kind}
            Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}
            Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {id: {type: integer}}}]}
        """)
    decls = {name_of(identity): decl for identity, decl in api.decls.items()}
    twin = struct(decls, "Cat@request")
    assert twin.bases == (component("Pet", "request"),)
    assert tag(struct(decls, "Pet@request")) == {
        "Cat": "Cat@request",
        "Pet": "Pet@request",
    }
    union = decls["Pet@any request"]
    assert isinstance(union, Union)
    assert tag(union) == {"Cat": "Cat@request", "Dog": "Dog@request"}
    got = [field.access for field in struct(decls, "Pet").fields]
    assert got == [Access.BOTH, Access.READ]
