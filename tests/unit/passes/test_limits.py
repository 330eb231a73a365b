"""Which schemas tell what is asked of a value."""

from __future__ import annotations

from oasmith.ir.decls import Alias, Limits, Struct

from .lowering import schemas

DECLS = schemas("""
    Short: {type: string, maxLength: 5}
    Base: {type: object, minProperties: 1, properties: {a: {type: string, maxLength: 9}}}
    Derived: {allOf: [{$ref: '#/components/schemas/Base'}, {maxProperties: 4, properties: {b: {type: string}}}]}
    Merged:
      allOf:
      - {$ref: '#/components/schemas/Base'}
      - {type: object, minProperties: 2, required: [a], properties: {a: {type: string, maxLength: 7, minLength: 1}}}
    Job:
      type: object
      properties:
        nullable: {anyOf: [{type: string, maxLength: 5}, {type: 'null'}]}
        either: {anyOf: [{type: string, maxLength: 5}, {type: integer}]}
        parts: {allOf: [{type: string, maxLength: 5}, {minLength: 2, maxLength: 4}]}
        named: {$ref: '#/components/schemas/Short', minLength: 1}
        deep: {maxLength: 3, allOf: [{maxLength: 4, allOf: [{maxLength: 5}, {minLength: 1}]}]}
        each: {type: array, items: {$ref: '#/components/schemas/Short', minLength: 1}}
    """)


def limits_of(name: str, wire: str) -> dict[str, object]:
    decl = DECLS[name]
    assert isinstance(decl, Struct)
    (found,) = [one for one in decl.fields if one.wire == wire]
    return dict(found.limits.items)


def test_the_one_alternative_beside_null_is_meant() -> None:
    assert limits_of("Job", "nullable") == {"maxLength": 5}
    assert limits_of("Job", "either") == {}


def test_all_parts_are_meant_and_none_is_lost() -> None:
    assert limits_of("Job", "parts") == {
        "maxLength": 5,
        "minLength": 2,
        "allOf": Limits((("maxLength", 4),)),
    }
    assert limits_of("Merged", "a") == {
        "maxLength": 9,
        "minLength": 1,
        "allOf": Limits((("maxLength", 7),)),
    }


def test_no_limit_gets_lost_among_many() -> None:
    last = ("allOf", Limits((("maxLength", 5),)))
    found = limits_of("Job", "deep")
    assert found["maxLength"] == 3 and found["minLength"] == 1
    assert found["allOf"] == Limits((("maxLength", 4), last))


def test_what_stands_beside_a_reference_is_meant_and_the_rest_is_its_own() -> None:
    short = DECLS["Short"]
    assert isinstance(short, Alias)
    assert dict(short.limits.items) == {"maxLength": 5}
    assert limits_of("Job", "named") == {"minLength": 1}
    assert limits_of("Job", "each") == {"items": Limits((("minLength", 1),))}


def test_an_object_has_limits_of_its_own() -> None:
    found = {
        name: dict(decl.limits.items)
        for name, decl in DECLS.items()
        if isinstance(decl, Struct)
    }
    assert found["Base"] == {"minProperties": 1}
    assert found["Derived"] == {"maxProperties": 4}
    assert found["Merged"] == {
        "minProperties": 2,
        "allOf": Limits((("minProperties", 1),)),
    }
