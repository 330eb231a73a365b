"""Where declarations stand: one file or many, in an order that can be executed."""

from __future__ import annotations

import pytest

from oasmith.ir.names import DeclId
from oasmith.ir.tables import Layout
from oasmith.passes.layout import SINGLE_LIMIT, arrange
from oasmith.python import ident

from .lowering import component, lowered, named


def laid_out(text: str, recorded: dict[str, str] | None = None) -> Layout:
    api, _ = lowered(text)
    names, _ = named(text)
    told = {"single": "false"} if recorded is None else recorded
    rules = ident.PythonRules()
    return arrange(api, names.decls, rules, ident.MODULE_RESERVED, told)


def many(count: int) -> str:
    lines = [
        f"    S{number}: {{type: object, properties: {{a: {{}}}}}}"
        for number in range(count)
    ]
    return "components:\n  schemas:\n" + "\n".join(lines) + "\n"


def module(layout: Layout, decl: DeclId) -> str:
    return layout.module_of()[decl]


def test_what_stands_inline_stands_beside_what_it_stands_in() -> None:
    layout = laid_out("""
        components:
          schemas:
            Job: {properties: {source: {properties: {kind: {enum: [a, b]}}}}}
            User: {properties: {a: {}}}
        """)
    assert set(layout.modules) == {"job", "user"}
    assert module(layout, component("Job/properties/source")) == "job"


def test_aliases_that_lead_back_to_themselves_stand_together() -> None:
    layout = laid_out("""
        components:
          schemas:
            Ping: {type: array, items: {$ref: '#/components/schemas/Pong'}}
            Pong: {type: object, additionalProperties: {$ref: '#/components/schemas/Ping'}}
            Tree: {type: array, items: {$ref: '#/components/schemas/Tree'}}
            Wood: {type: array, items: {$ref: '#/components/schemas/Tree'}}
        """)
    assert set(layout.modules) == {"ping", "tree", "wood"}
    pair = frozenset({component("Ping"), component("Pong")})
    assert set(layout.modules["ping"]) == pair
    assert layout.rings == {
        component("Ping"): pair,
        component("Pong"): pair,
        component("Tree"): frozenset({component("Tree")}),
    }


@pytest.mark.parametrize("count", [SINGLE_LIMIT, SINGLE_LIMIT + 1])
def test_few_declarations_stand_in_one_file(count: int) -> None:
    assert laid_out(many(count), {}).single is (count <= SINGLE_LIMIT)


@pytest.mark.parametrize("single", [True, False])
def test_a_package_that_grows_or_shrinks_is_not_rearranged(single: bool) -> None:
    recorded = {"single": str(single).lower()}
    for count in (1, SINGLE_LIMIT + 1):
        assert laid_out(many(count), recorded).single is single


def test_no_file_hides_what_the_package_uses() -> None:
    layout = laid_out("""
        components:
          schemas:
            List: {properties: {a: {}}}
            Str: {properties: {a: {}}}
            Attach: {properties: {a: {}}}
        """)
    assert set(layout.modules) == {"list_", "str_", "attach_"}


def test_files_differ_by_more_than_case_and_are_no_devices() -> None:
    layout = laid_out("""
        components:
          schemas:
            User: {properties: {a: {}}}
            user: {properties: {a: {}}}
            USER: {properties: {a: {}}}
            con: {properties: {a: {}}}
            models: {properties: {a: {}}}
            class: {properties: {a: {}}}
            __init__: {properties: {a: {}}}
        """)
    assert sorted(layout.modules) == [
        "class_",
        "con_",
        "init",
        "models_",
        "user",
        "user2",
        "user3",
    ]
    assert len({name.casefold() for name in layout.modules}) == 7


def test_a_name_that_is_too_long_for_a_file_is_cut_between_words() -> None:
    words = [*["Conversation"] * 6, "Response"]
    layout = laid_out(f"""
        components:
          schemas:
            {"".join(words)}: {{properties: {{a: {{}}}}}}
            {"".join(words * 2)}: {{properties: {{a: {{}}}}}}
        """)
    assert sorted(layout.modules) == [
        "_".join(["conversation"] * 6),
        "_".join(["conversation"] * 6) + "_2",
    ]


def test_modules_that_need_each_other_are_one() -> None:
    layout = laid_out("""
        components:
          schemas:
            A:
              allOf:
                - $ref: "#/components/schemas/B/properties/inner"
                - properties: {x: {type: string}}
              properties: {own: {properties: {n: {}}}}
            B:
              allOf:
                - $ref: "#/components/schemas/A/properties/own"
                - properties: {y: {type: string}}
              properties: {inner: {properties: {m: {}}}}
            C: {allOf: [{$ref: "#/components/schemas/A"}, {properties: {z: {}}}]}
        """)
    assert set(layout.modules) == {"a", "c"}
    order = [str(one.pointer).rsplit("/", 1)[-1] for one in layout.modules["a"]]
    assert order.index("inner") < order.index("A")
    assert order.index("own") < order.index("B")
