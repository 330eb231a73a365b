"""The examples of a description become one value for each property of an answer."""

from __future__ import annotations

from msgspec.structs import replace

from oasmith.ir.api import Api, Operation, Waiter
from oasmith.ir.decls import Access, Decl, Doc, Field, Limits, Tag, Usage
from oasmith.ir.paging import Cursor, Paging
from oasmith.ir.types import ListOf, Type
from oasmith.python.harvest import harvest

from .building import (
    BOOL,
    INT,
    STR,
    api,
    content,
    context,
    decl_id,
    enum,
    field,
    operation,
    ref,
    resource,
    response,
    struct,
    union,
)


def example(*values: object) -> Doc:
    return Doc(examples=values)


def harvested(made: Api) -> dict[str, dict[str, object]]:
    return {
        one.pointer.rpartition("/")[2]: dict(told)
        for one, told in harvest(context(made)).items()
    }


def answered(type_: Type, *examples: object, decls: tuple[Decl, ...] = ()) -> Api:
    """An API with one call, its answer with examples."""
    told = replace(content(type_), examples=examples)
    get = operation("get", "GET", "/get", responses=[response(200, told)])
    return api(resource("all", get), decls=decls)


def test_examples_of_properties_and_defaults() -> None:
    house = struct(
        "House",
        field("name", STR, doc=example("North", "South")),
        field("doors", INT, default=2),
        field("windows", INT),
        field("wrong", INT, doc=example("many", 5)),
        field("secret", STR, doc=example("a"), access=Access.WRITE),
    )
    found = harvested(api(decls=[house]))
    assert found == {"House": {"name": "North", "doors": 2, "wrong": 5}}


def test_an_example_of_an_answer_is_taken_apart() -> None:
    decls = (
        struct("Base", field("id", INT)),
        struct(
            "House",
            field("name", STR),
            field("next", ref("House")),
            bases=["Base"],
        ),
    )
    value = {"id": 7, "name": "North", "next": {"name": "South"}, "more": 1}
    found = harvested(answered(ListOf(ref("House")), [value, {}], decls=decls))
    assert found == {"Base": {"id": 7}, "House": {"name": "North"}}


def test_properties_go_before_what_they_are_part_of() -> None:
    own = field("name", STR, doc=example("own"))
    decls = (struct("House", own, field("place", STR)),)
    value = {"name": "of the answer", "place": "Bern"}
    found = harvested(answered(ref("House"), value, decls=decls))
    assert found == {"House": {"name": "own", "place": "Bern"}}


def test_the_tag_tells_whose_example_it_is() -> None:
    mapping = (("c", decl_id("Cat")), ("d", decl_id("Dog")))
    decls = (
        union("Animal", ref("Cat"), ref("Dog"), tag=Tag("kind", mapping)),
        struct("Cat", field("kind", STR), field("name", STR)),
        struct("Dog", field("kind", STR), field("name", STR)),
    )
    value = {"kind": "d", "name": "Rex"}
    found = harvested(answered(ref("Animal"), value, decls=decls))
    assert found == {"Dog": {"kind": "d", "name": "Rex"}}


def test_what_is_only_sent_needs_no_example() -> None:
    one = field("name", STR, doc=example("North"))
    assert harvested(api(decls=[struct("New", one, usage=Usage.REQUEST)])) == {}


def test_texts_are_made_up_last() -> None:
    rules = Limits((("pattern", "^[A-Z]{3}$"),))
    told = field("told", STR, doc=example("CHF"), limits=rules)
    untold = field("untold", STR, limits=rules)
    broken = field("broken", STR, doc=example("francs"), limits=rules)
    found = harvested(api(decls=[struct("Price", told, untold, broken)]))
    assert found == {"Price": {"told": "CHF", "untold": "AAA", "broken": "AAA"}}


def test_lists_are_cut() -> None:
    one = field("names", ListOf(STR), doc=example(["a", "b", "c"]))
    assert harvested(api(decls=[struct("House", one)])) == {
        "House": {"names": ["a", "b"]}
    }


def test_what_can_be_waited_for_is_done() -> None:
    state: Field = field("state", ref("State"), doc=example("running"))
    decls = (enum("State", "running", "done"), struct("Job", state))
    get: Operation = replace(
        operation("get", "GET", "/get", responses=[response(200, content(ref("Job")))]),
        waiter=Waiter(((decl_id("Job"), "state"),), ("done",), (), ref("Job")),
    )
    made = api(resource("all", get), decls=decls)
    assert harvested(made) == {"Job": {"state": "done"}}


def test_a_list_ends_with_its_first_page() -> None:
    cursor = field("next", STR, doc=example("abc"))
    rows = field("rows", ListOf(ref("Row")), required=True)
    more = field("more", BOOL, doc=example(True))
    page = decl_id("Page")
    decls = (struct("Row", field("id", INT)), struct("Page", rows, cursor, more))
    get: Operation = replace(
        operation(
            "get", "GET", "/get", responses=[response(200, content(ref("Page")))]
        ),
        paging=Paging(
            Cursor("cursor", ((page, "next"),)),
            ref("Page"),
            ((page, "rows"),),
            ref("Row"),
            ((page, "more"),),
        ),
    )
    made = api(resource("all", get), decls=decls)
    assert harvested(made) == {"Page": {"next": "", "more": False}}
