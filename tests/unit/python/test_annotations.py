"""Types as annotations: each kind, each side, and names that shadow."""

from __future__ import annotations

import pytest

from oasmith.ir.decls import Decl
from oasmith.ir.names import DeclId
from oasmith.ir.types import (
    ANY,
    NONE,
    ListOf,
    Literal,
    MapOf,
    Native,
    Nullable,
    OneOf,
    Scalar,
    ScalarKind,
    TupleOf,
    Type,
)
from oasmith.python.annotations import (
    References,
    Scope,
    Side,
    admits_null,
    annotate,
    expression,
)

from .building import (
    BOOL,
    DATE,
    FILE,
    INT,
    STR,
    UUID,
    alias,
    decl_id,
    enum,
    ref,
    struct,
    union,
)

DECLS: dict[DeclId, Decl] = {
    one.id: one
    for one in (
        struct("Job"),
        enum("Status", "a", "b"),
        enum("Level", 1, 2),
        alias("Renamed", ref("Status")),
        alias("Maybe", Nullable(STR)),
        alias("Loop", ref("Loop")),
        union("Either", STR, NONE),
    )
}
NAMES = {
    key: str(key.pointer).rsplit("/", 1)[1]
    for key in (one.id for one in DECLS.values())
}
REFERENCES = References(DECLS, NAMES)

TYPES: list[tuple[Type, str]] = [
    (STR, "str"),
    (ANY, "typing.Any"),
    (NONE, "None"),
    (FILE, "bytes"),
    (DATE, "datetime.date"),
    (UUID, "uuid.UUID"),
    (Scalar(ScalarKind.DURATION), "datetime.timedelta"),
    (Scalar(ScalarKind.DECIMAL), "decimal.Decimal"),
    (ListOf(STR), "list[str]"),
    (MapOf(ListOf(INT)), "dict[str, list[int]]"),
    (Nullable(ref("Job")), "m.Job | None"),
    (Nullable(ANY), "typing.Any"),
    (OneOf((STR, NONE, INT, STR)), "str | int | None"),
    (OneOf((Nullable(STR), ListOf(OneOf((STR, INT))))), "str | list[str | int] | None"),
    (Literal(("a", 1, True)), 'typing.Literal["a", 1, True]'),
    (Literal((1.5,)), "float"),
    (Literal(("a | b",)), 'typing.Literal["a | b"]'),
    (TupleOf((STR, INT), None), "tuple[str, int]"),
    (TupleOf((), None), "tuple[()]"),
    (TupleOf((), STR), "tuple[str, ...]"),
    (TupleOf((INT,), STR), "tuple[int, *tuple[str, ...]]"),
    (ref("Status"), "m.Status"),
    (Native("Money", "acme.types", "acme"), "acme.types.Money"),
]


@pytest.mark.parametrize(("type_", "text"), TYPES)
def test_a_type_received(type_: Type, text: str) -> None:
    assert annotate(type_, Scope(REFERENCES)).code.text == text


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (ref("Status"), "m.Status | str"),
        (ref("Level"), "m.Level | int"),
        (ref("Renamed"), "m.Renamed | str"),
        (ref("Loop"), "m.Loop"),
        (Nullable(ref("Status")), "m.Status | str | None"),
        (ListOf(ref("Status")), "collections.abc.Sequence[m.Status | str]"),
        (MapOf(ref("Job")), "dict[str, m.Job]"),
        (FILE, "rt.FileInput"),
    ],
)
def test_an_argument_is_generous(type_: Type, text: str) -> None:
    scope = Scope(REFERENCES, Side.ARGUMENT)
    assert annotate(type_, scope).code.text == text


def test_a_field_that_is_sent_takes_plain_values_in_lists() -> None:
    scope = Scope(REFERENCES, Side.SENT)
    assert annotate(ListOf(ref("Status")), scope).code.text == "list[m.Status | str]"


def test_what_stands_in_the_same_module_is_bare() -> None:
    references = References(REFERENCES.decls, NAMES, frozenset({decl_id("Job")}))
    found = annotate(ListOf(ref("Job")), Scope(references))
    assert (found.code.text, found.uses) == ("list[Job]", frozenset())


@pytest.mark.parametrize(
    ("member", "type_", "text", "uses"),
    [
        ("list", ListOf(STR), "builtins.list[str]", {"builtins"}),
        ("str", ListOf(STR), "list[builtins.str]", {"builtins"}),
        ("dict", MapOf(STR), "builtins.dict[str, str]", {"builtins"}),
        ("bytes", Scalar(ScalarKind.BYTES), "builtins.bytes", {"builtins"}),
        ("bool", BOOL, "builtins.bool", {"builtins"}),
        ("tuple", TupleOf((STR,), None), "builtins.tuple[str]", {"builtins"}),
        ("datetime", DATE, "_datetime.date", {"_datetime"}),
        ("uuid", UUID, "_uuid.UUID", {"_uuid"}),
        ("typing", ANY, "_typing.Any", {"_typing"}),
        ("decimal", Scalar(ScalarKind.DECIMAL), "_decimal.Decimal", {"_decimal"}),
        ("date", DATE, "datetime.date", {"datetime"}),
        ("type", STR, "str", set[str]()),
    ],
)
def test_a_member_never_shadows_an_annotation(
    member: str, type_: Type, text: str, uses: set[str]
) -> None:
    found = annotate(type_, Scope(REFERENCES, members=frozenset({member})))
    assert (found.code.text, set(found.uses)) == (text, uses)


def test_a_sequence_is_found_beside_a_member_named_collections() -> None:
    scope = Scope(REFERENCES, Side.ARGUMENT, frozenset({"collections"}))
    found = annotate(ListOf(STR), scope)
    assert (found.code.text, set(found.uses)) == (
        "_abc.Sequence[str]",
        {"_collections.abc"},
    )


def test_builtins_shadowed_themselves_are_aliased() -> None:
    found = annotate(
        ListOf(STR), Scope(REFERENCES, members=frozenset({"list", "builtins"}))
    )
    assert (found.code.text, set(found.uses)) == ("_builtins.list[str]", {"_builtins"})


def test_very_many_alternatives_are_no_chain_that_pyright_gives_up_on() -> None:
    many = OneOf(tuple(Literal((number,)) for number in range(300)))
    found = annotate(Nullable(many), Scope(REFERENCES, members=frozenset({"typing"})))
    assert found.code.text.startswith("_typing.Union[_typing.Literal[0], ")
    assert found.code.text.endswith("] | None")
    assert set(found.uses) == {"_typing"}


def test_an_expression_of_the_runtime_shadows_nothing() -> None:
    references = References(REFERENCES.decls, NAMES, frozenset({decl_id("Job")}))
    assert expression(ListOf(ref("Job")), references).text == "list[m.Job]"


@pytest.mark.parametrize(
    ("type_", "null"),
    [
        (ref("Maybe"), True),
        (ref("Either"), True),
        (ref("Job"), False),
        (ref("Loop"), False),
        (ANY, True),
        (OneOf((STR, NONE)), True),
        (ListOf(Nullable(STR)), False),
    ],
)
def test_null_is_seen_through_declarations(type_: Type, null: bool) -> None:
    assert admits_null(type_, REFERENCES.decls) is null
