"""Names do not depend on what stands beside what they name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from oasmith.passes.layout import arrange
from oasmith.passes.naming import Recorded
from oasmith.python import ident

from .lowering import lowered, named

Tree = dict[str, Any]
Table = Mapping[str, tuple[str, str]]

# Words of one kind end in their own letter, so that nothing composed of them can be
# called like something else: what happens in a collision is tested further down.
COMPONENTS = ["Order", "Basket", "Clock", "Guitar"]
PROPERTIES = ["state", "line", "size", "note", "code"]
MEMBERS = ["small", "wide", "tall"]
TAGS = ["music", "food", "tools"]


def shuffled(items: list[Any]) -> st.SearchStrategy[list[Any]]:
    return st.permutations(items).map(list)


@st.composite
def properties(draw: st.DrawFn, depth: int) -> Tree:
    names = draw(st.lists(st.sampled_from(PROPERTIES), unique=True, min_size=1))
    return {name: draw(schemas(depth - 1)) for name in names}


@st.composite
def schemas(draw: st.DrawFn, depth: int) -> Tree:
    kinds = ["string", "enum", "ref"] + (["object", "array", "union"] * (depth > 0))
    match draw(st.sampled_from(kinds)):
        case "enum":
            return {"type": "string", "enum": draw(shuffled(MEMBERS))}
        case "ref":
            key = draw(st.sampled_from(COMPONENTS))
            return {"$ref": f"#/components/schemas/{key}"}
        case "object":
            return {"type": "object", "properties": draw(properties(depth))}
        case "array":
            return {"type": "array", "items": draw(schemas(depth - 1))}
        case "union":
            return {
                "oneOf": [
                    {
                        "type": "object",
                        "properties": {
                            "kind": {"const": word},
                            **draw(properties(depth)),
                        },
                    }
                    for word in draw(shuffled(["bolt", "nut", "pin"]))
                ]
            }
        case _:
            return {"type": "string"}


@st.composite
def operations(draw: st.DrawFn, key: str) -> Tree:
    wires = draw(st.lists(st.sampled_from(PROPERTIES), unique=True))
    content = {"application/json": {"schema": draw(schemas(2))}}
    told: Tree = {
        "tags": [draw(st.sampled_from(TAGS))],
        "parameters": [
            {"name": wire, "in": "query", "schema": draw(schemas(0))} for wire in wires
        ],
        "responses": {"200": {"description": "", "content": content}},
    }
    told["parameters"].append({"$ref": "#/components/parameters/Shared"})
    if draw(st.booleans()):
        told["operationId"] = key
    return told


@st.composite
def descriptions(draw: st.DrawFn) -> Tree:
    return {
        "paths": {
            f"/{word}s": {"get": draw(operations(f"look{word.title()}"))}
            for word in ("tree", "river", "stone")
        },
        "components": {
            "schemas": {
                key: {"type": "object", "properties": draw(properties(2))}
                for key in COMPONENTS
            },
            "parameters": {
                "Shared": {
                    "name": "shared",
                    "in": "query",
                    "schema": {"type": "string", "enum": ["up", "down"]},
                }
            },
        },
    }


def table_of(tree: Tree, recorded: Recorded | None = None) -> Table:
    return named(json.dumps(tree), recorded, head=HEAD)[1]


HEAD = ""


def whole(tree: Tree) -> Tree:
    return {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, **tree}


def kept(before: Table, after: Table) -> None:
    """Everything that is in both is called the same."""
    common = before.keys() & after.keys()
    assert {key: before[key][0] for key in common} == {
        key: after[key][0] for key in common
    }


@given(descriptions(), st.data())
@settings(max_examples=25)
def test_the_order_of_anything_renames_nothing(tree: Tree, data: st.DataObject) -> None:
    def mixed(value: Any) -> Any:
        match value:
            case dict():
                keys = data.draw(st.permutations(list(value)))
                return {key: mixed(value[key]) for key in keys}
            case list():
                return [mixed(one) for one in data.draw(st.permutations(value))]
            case _:
                return value

    before = table_of(whole(tree))
    after = table_of(whole(mixed(tree)))
    assert before == after


@given(descriptions(), st.data())
@settings(max_examples=25)
def test_what_is_added_or_taken_away_renames_nothing(
    tree: Tree, data: st.DataObject
) -> None:
    # References stay: nothing else is left out than what nothing refers to.
    def thinned(value: Any, above: str = "") -> Any:
        match value:
            case dict() if above in ("properties", "paths", "schemas"):
                kept_back = above == "schemas"
                keys = [key for key in value if kept_back or data.draw(st.booleans())]
                return {key: thinned(value[key]) for key in keys}
            case dict():
                return {key: thinned(one, key) for key, one in value.items()}
            case list() if above in ("oneOf", "enum"):
                dropped = data.draw(st.integers(0, len(value) - 1))
                return [thinned(one) for at, one in enumerate(value) if at != dropped]
            case list():
                return [thinned(one) for one in value]
            case _:
                return value

    whole_table = table_of(whole(tree))
    part = table_of(whole(thinned(tree)))
    kept(whole_table, part)
    kept(part, table_of(whole(tree), part))


CLASHING = ["fooBar", "foo_bar", "foo-bar", "FOO BAR", "FooBar", "foo.bar", "$foo_bar"]


@given(
    st.lists(st.sampled_from(CLASHING), unique=True, min_size=1),
    st.lists(st.sampled_from(CLASHING), unique=True),
)
@settings(max_examples=25)
def test_with_the_record_even_clashing_names_stay(
    first: list[str], more: list[str]
) -> None:
    def tree(names: list[str]) -> Tree:
        members = {"type": "object", "properties": {one: {} for one in names}}
        answer = {"200": {"description": ""}}
        return whole(
            {
                "paths": {
                    f"/{at}": {
                        "get": {
                            "operationId": one,
                            "tags": [one],
                            "responses": answer,
                            "parameters": [
                                {"name": one, "in": where, "schema": {}}
                                for where in ("query", "header")
                            ],
                        }
                    }
                    for at, one in enumerate(names)
                },
                "components": {
                    "schemas": {
                        **dict.fromkeys(names, members),
                        "Word": {"type": "string", "enum": [*names, "other"]},
                    }
                },
            }
        )

    every = list(dict.fromkeys([*first, *more]))
    before = table_of(tree(first))
    after = table_of(tree(every), before)
    kept(before, after)
    assert table_of(tree(every), after) == after


def test_of_two_that_clash_the_one_nearer_to_the_description_keeps_its_name() -> None:
    def fields(*names: str) -> dict[str, str]:
        members: Tree = {name: {} for name in names}
        tree = {"components": {"schemas": {"A": {"properties": members}}}}
        return {
            key.rsplit(" ", 1)[-1]: pair[0]
            for key, pair in table_of(whole(tree)).items()
            if key.startswith("field")
        }

    assert fields("fooBar") == {"fooBar": "foo_bar"}
    assert fields("fooBar", "foo_bar") == {"fooBar": "foo_bar_2", "foo_bar": "foo_bar"}
    assert fields("foo_bar", "fooBar", "foo.bar") == {
        "foo_bar": "foo_bar",
        "foo.bar": "foo_bar_2",
        "fooBar": "foo_bar_3",
    }


def test_a_component_goes_before_what_stands_inline() -> None:
    def given(**more: Tree) -> Table:
        source = {"type": "object", "properties": {"kind": {"type": "string"}}}
        job = {"type": "object", "properties": {"source": source}}
        return table_of(whole({"components": {"schemas": {"Job": job, **more}}}))

    inline = "type #/components/schemas/Job/properties/source"
    before = given()
    after = given(JobSource={"type": "object", "properties": {"n": {}}})
    assert before[inline][0] == "JobSource"
    assert after[inline][0] == "JobSource2"
    assert after["type #/components/schemas/JobSource"][0] == "JobSource"
    kept({key: told for key, told in before.items() if key != inline}, after)


def test_a_property_that_becomes_shared_takes_a_name_of_its_own_and_renames_nothing() -> (
    None
):
    address = {"type": "object", "properties": {"street": {"type": "string"}}}
    inline = {"A": {"type": "object", "properties": {"address": address}}}
    shared = {
        "A": {
            "type": "object",
            "properties": {"address": {"$ref": "#/components/schemas/Address"}},
        },
        "Address": address,
    }
    before = table_of(whole({"components": {"schemas": inline}}))
    after = table_of(whole({"components": {"schemas": shared}}), before)
    kept(before, after)
    assert after["type #/components/schemas/Address"][0] == "Address"


def test_a_schema_is_called_the_same_whoever_refers_to_it_first() -> None:
    inner = "#/components/schemas/A/properties/part"
    schemas = {
        "A": {
            "type": "object",
            "properties": {"part": {"type": "object", "properties": {"n": {}}}},
        },
        "B": {"type": "object", "properties": {"same": {"$ref": inner}}},
    }
    turned = dict(reversed(schemas.items()))
    one = table_of(whole({"components": {"schemas": schemas}}))
    other = table_of(whole({"components": {"schemas": turned}}))
    assert one == other
    assert one[f"type {inner}"][0] == "APart"


@given(descriptions(), st.data())
@settings(max_examples=10)
def test_files_stay_where_they_are(tree: Tree, data: st.DataObject) -> None:
    def modules(told: Tree, names: Recorded | None = None) -> dict[str, str]:
        api, _ = lowered(json.dumps(whole(told)), head="")
        table, _ = named(json.dumps(whole(told)), names, head="")
        rules, reserved = ident.PythonRules(), ident.MODULE_RESERVED
        layout = arrange(api, table.decls, rules, reserved, {"single": "false"})
        return {
            str(decl): module
            for module, decls in layout.modules.items()
            for decl in decls
        }

    before = modules(tree)
    keys = data.draw(st.permutations(COMPONENTS))
    turned = {**tree, "components": {**tree["components"]}}
    turned["components"]["schemas"] = {
        key: tree["components"]["schemas"][key] for key in keys
    }
    turned["components"]["schemas"]["Zebra"] = {
        "type": "object",
        "properties": {"n": {}},
    }
    after = modules(turned)
    assert {decl: after[decl] for decl in before} == before


def test_a_reference_into_an_operation_gives_the_name_the_operation_would() -> None:
    body: Tree = {
        "content": {
            "application/json": {
                "schema": {"properties": {"part": {"properties": {"n": {}}}}}
            }
        }
    }
    answer = {"200": {"description": "", **body}}
    step = "#/paths/~1parts/get/responses/200/content/application~1json/schema/properties/part"
    operation = {"/parts": {"get": {"operationId": "getParts", "responses": answer}}}
    before = table_of(whole({"paths": operation}))
    holder = {"A": {"type": "object", "properties": {"part": {"$ref": step}}}}
    after = table_of(whole({"paths": operation, "components": {"schemas": holder}}))
    kept(before, after)
    assert after[f"type {step}"][0] == "GetPartsResponsePart"


def test_what_operations_share_is_called_by_what_it_is() -> None:
    schema = {"type": "string", "enum": ["up", "down"]}
    content: Tree = {"application/json": {"schema": {"properties": {"why": {}}}}}
    use: Tree = {
        "parameters": [{"$ref": "#/components/parameters/Order"}],
        "responses": {"400": {"$ref": "#/components/responses/Wrong"}},
    }
    tree = whole(
        {
            "paths": {
                f"/{at}": {"get": {"operationId": f"do{at}", **use}} for at in "ab"
            },
            "components": {
                "parameters": {
                    "Order": {"name": "order", "in": "query", "schema": schema}
                },
                "responses": {"Wrong": {"description": "", "content": content}},
                "schemas": {"Order": {"properties": {"n": {}}}},
            },
        }
    )
    given_names = {
        pair[0] for key, pair in table_of(tree).items() if key.startswith("type")
    }
    assert given_names == {"Order", "OrderParameter", "WrongResponse"}
