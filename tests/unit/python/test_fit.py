"""Laying out: what is emitted is what black would make of it."""

from __future__ import annotations

import black
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from oasmith.python.code import Code, build, fixed, join
from oasmith.python.encode import constant, identifier
from oasmith.python.fit import (
    LIMIT,
    Brackets,
    Group,
    Node,
    Parameter,
    Returns,
    annotated,
    assigned,
    call,
    class_header,
    dict_display,
    entry,
    lay_out,
    list_display,
    named,
    subscript,
    tuple_display,
)
from oasmith.python.wide import in_one_module, laid_out, replaced, wide_statements

WORD = st.integers(1, 30).map(lambda size: identifier("x" * size))
TEXT = st.text("ab/{}-日", max_size=40).map(constant)


Value = Code | Group


def displays(inner: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    items = st.lists(inner, max_size=4)
    entries = st.lists(st.builds(entry, TEXT, inner), max_size=4)
    arguments = st.lists(st.builds(named, WORD, inner), max_size=4)
    return st.one_of(
        items.map(list_display),
        entries.map(dict_display),
        items.filter(bool).map(tuple_display),
        st.builds(called, WORD, items),
        st.builds(called, WORD, arguments),
    )


def called(callee: Code, arguments: list[Value]) -> Group:
    return call(callee, *arguments)


VALUE = st.recursive(st.one_of(WORD, TEXT), displays, max_leaves=10)
CALL = st.builds(called, WORD, st.lists(VALUE, max_size=4))


def subscripted(root: Code, items: list[Code]) -> Code:
    return build(root, "[", join(", ", items), "]")


def either(types: list[Code]) -> Code:
    return join(" | ", types)


TYPE = st.recursive(
    st.one_of(WORD, TEXT.map(lambda text: build("Literal[", text, "]"))),
    lambda inner: st.builds(
        subscripted,
        WORD,
        st.lists(
            st.one_of(inner, st.lists(inner, min_size=2, max_size=3).map(either)),
            min_size=1,
            max_size=3,
        ),
    ),
    max_leaves=6,
)
TYPES = st.lists(TYPE, min_size=1, max_size=4, unique_by=lambda one: one.text)
PARAMETER = st.builds(
    Parameter,
    WORD,
    TYPES.map(tuple),
    st.none() | st.just(fixed("None")),
)


def blackened(source: str) -> str:
    return black.format_str(source, mode=black.Mode())


def formatted(source: str) -> str:
    """The text as it is written: black sees the statements that are too wide alone."""
    wide = wide_statements(source)
    texts = laid_out(blackened(in_one_module(wide)), wide)
    assert texts is not None
    return replaced(source, wide, texts)


@settings(max_examples=200)
@given(WORD, VALUE)
def test_an_assignment_is_as_black_leaves_it(target: Code, value: Value) -> None:
    source = lay_out(assigned(target, value), 0).text + "\n"
    assert formatted(source) == blackened(source)


@settings(max_examples=200)
@given(st.lists(PARAMETER, max_size=5), TYPES, st.sampled_from([":", ": ..."]))
def test_a_signature_is_as_black_leaves_it(
    parameters: list[Parameter], returns: list[Code], end: str
) -> None:
    ordered = sorted(parameters, key=lambda one: one.default is not None)
    tail = Returns(join(" | ", returns), Code(end, end))
    items: list[Node] = [fixed("self")]
    if ordered:
        items += [fixed("*"), *ordered]
    head = fixed("def method(")
    made = lay_out(Group(Brackets.DEFINITION, head, tuple(items), tail), 4).text
    body = "" if end == ": ..." else "\n        pass"
    source = f"class A:\n    {made}{body}\n"
    assert formatted(source) == blackened(source)


@settings(max_examples=200)
@given(CALL)
def test_a_returned_call_is_as_black_leaves_it(value: Group) -> None:
    returned = replace(value, head=build("return await ", value.head))
    source = f"async def f() -> None:\n    {lay_out(returned, 4).text}\n"
    assert formatted(source) == blackened(source)


@settings(max_examples=200)
@given(WORD, TYPES, st.one_of(CALL, WORD, TEXT))
def test_a_field_is_as_black_leaves_it(
    name: Code, types: list[Code], value: Value
) -> None:
    node = annotated(name, tuple(types), value)
    source = f"class A:\n    {lay_out(node, 4).text}\n"
    assert formatted(source) == blackened(source)


@settings(max_examples=200)
@given(WORD, TYPES)
def test_a_plain_field_is_as_black_leaves_it(name: Code, types: list[Code]) -> None:
    node = annotated(name, tuple(types))
    source = f"class A:\n    {lay_out(node, 4).text}\n"
    assert formatted(source) == blackened(source)


@given(WORD, st.lists(WORD, min_size=1, max_size=3), st.integers(0, 70))
def test_a_class_is_as_black_leaves_it(
    name: Code, bases: list[Code], more: int
) -> None:
    header = class_header(build(name, identifier("X" * (more + 1))), bases)
    source = f"{lay_out(header, 0).text}\n    pass\n"
    assert formatted(source) == blackened(source)


@given(st.lists(st.integers(1, 120), min_size=1, max_size=4))
def test_exports_are_as_black_leaves_them(names: list[int]) -> None:
    items = [constant("x" * size) for size in names]
    source = lay_out(assigned(fixed("__all__"), list_display(items)), 0).text + "\n"
    assert formatted(source) == blackened(source)


@given(st.integers(1, 90), TYPE)
def test_a_plain_alias_is_as_black_leaves_it(name: int, value: Code) -> None:
    target = build(identifier("X" * name), ": typing.TypeAlias")
    source = lay_out(assigned(target, value), 0).text + "\n"
    assert formatted(source) == blackened(source)


@given(st.integers(1, 90), st.integers(0, 100))
def test_a_member_is_as_black_leaves_it(name: int, value: int) -> None:
    member = assigned(identifier("X" * name), constant("y" * value))
    source = f"class A:\n    {lay_out(member, 4).text}\n"
    assert formatted(source) == blackened(source)


@given(st.integers(1, 90), st.integers(1, 90))
def test_an_entry_that_cannot_be_broken_is_left_alone(key: int, value: int) -> None:
    made = dict_display([entry(constant("k" * key), identifier("v" * value))])
    source = lay_out(assigned(fixed("x"), made), 0).text + "\n"
    assert formatted(source) == blackened(source)


@settings(max_examples=200)
@given(st.lists(TEXT, min_size=1, max_size=8))
def test_a_union_is_as_black_leaves_it(members: list[Code]) -> None:
    value = subscript(fixed("typing.Union"), members)
    source = lay_out(assigned(fixed("Name: typing.TypeAlias"), value), 0).text + "\n"
    assert formatted(source) == blackened(source)


def test_most_of_what_is_emitted_needs_no_black() -> None:
    wide = annotated(
        fixed("_" + "X" * 40),
        (fixed("typing.Final[rt.Operation[m.Something]]"),),
        call(fixed("rt.Operation"), constant("GET"), constant("/path" * 10)),
    )
    assert not wide_statements(lay_out(wide, 0).text)


def test_types_of_every_width_are_as_black_leaves_them() -> None:
    laid: list[str] = []
    for size in range(40, 90):
        name, half = identifier("x" * size), identifier("x" * (size // 2))
        for types in (
            (name, fixed("None")),
            (half, identifier("y" * (size // 2)), fixed("None")),
            (build("list[", name, "]"), fixed("None")),
            (build("Final[Operation[", name, "]]"),),
            (build("Final[Page[", half, ", ", half, "]]"),),
        ):
            for value in (None, fixed("None"), call(fixed("field"), constant("text"))):
                node = annotated(fixed("name"), types, value)
                laid.append(f"class A:\n    {lay_out(node, 4).text}\n")
    source = "\n\n".join(laid)
    assert not wide_statements(source)
    assert blackened(source) == source


def test_what_stands_deeper_than_a_line_is_wide_is_laid_out() -> None:
    node: Value = constant("x" * LIMIT)
    for _ in range(60):
        node = list_display([node])
    laid = lay_out(node, 0).text
    assert laid.count("[") == laid.count("]") == 60
    assert max(len(one) - len(one.lstrip()) for one in laid.split("\n")) == 240


def test_a_wide_line_in_a_docstring_is_no_concern() -> None:
    assert not wide_statements('"""' + "x" * 200 + '"""\n')
    assert wide_statements("x = 1  # " + "y" * LIMIT)


def test_wide_letters_count_twice() -> None:
    assert wide_statements('x = "' + "日" * 45 + '"\n')
