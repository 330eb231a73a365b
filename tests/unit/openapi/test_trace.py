"""From where things stand to where they were written, and back."""

from __future__ import annotations

from oasmith.openapi.trace import Address, Trace


def at(*tokens: str, file: str = "") -> Address:
    return Address(file, tokens)


def test_what_has_not_moved_keeps_its_place() -> None:
    trace = Trace()
    trace.note(at("a"), ("x",), ("y",))
    assert trace.original(at("b", "x")) == at("b", "x")
    assert trace.current(at("b", "y")) == at("b", "y")


def test_moves_inside_moved_objects_add_up() -> None:
    trace = Trace()
    trace.note(at("a"), ("anyOf", "0"), ())
    trace.note(at("a", "p"), ("anyOf", "0"), ())
    new = at("a", "anyOf", "0", "p", "anyOf", "0", "type")
    old = at("a", "p", "type")
    assert trace.original(new) == old
    assert trace.current(old) == new


def test_the_wrapper_itself_is_the_object() -> None:
    trace = Trace()
    trace.note(at("a"), ("anyOf", "0"), ())
    assert trace.current(at("a")) == at("a")
    assert trace.original(at("a")) == at("a")


def test_the_longest_move_counts() -> None:
    trace = Trace()
    trace.note(at(), ("c", "p"), ("p",))
    trace.note(at(), ("c", "b", "X"), ("p", "X"))
    assert trace.current(at("p", "X", "y")) == at("c", "b", "X", "y")
    assert trace.current(at("p", "Y")) == at("c", "p", "Y")
    assert trace.original(at("c", "b", "X", "y")) == at("p", "X", "y")


def test_a_part_may_come_from_another_file() -> None:
    trace = Trace()
    trace.note(at("op"), ("body",), at("p", file="b.yaml"))
    trace.note(at("p", file="b.yaml"), ("schema",), ())
    assert trace.original(at("op", "body", "schema", "t")) == at(
        "p", "t", file="b.yaml"
    )
