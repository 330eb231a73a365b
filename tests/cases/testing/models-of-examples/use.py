"""Tests make models of the examples, and read JSON as any type of the package."""

from __future__ import annotations

import datetime
from typing import Any

import case_testing_models_of_examples.models as m
import pytest
from case_testing_models_of_examples import DecodeError, Drift, from_json
from case_testing_models_of_examples.testing import FakeClient, calls, example, when

from tests.servers.scripted import Scripted

DOG = '{"kind": "dog", "tricks": ["roll"]}'
ANY: Any = m


def use(server: Scripted) -> None:
    assert server.requests == []
    a_model_is_what_the_fake_would_answer()
    fields_are_replaced()
    unions_and_lists_have_examples_too()
    what_is_no_field_is_refused()
    json_is_read_as_any_type()
    errors_name_the_type()


def a_model_is_what_the_fake_would_answer() -> None:
    client = FakeClient()
    made = example(m.Kennel)
    assert made == client.get_kennel()
    assert (made.warden, made.size) == ("Ann", 4)
    assert example(m.Kennel) is not made
    made.guests.clear()
    assert example(m.Kennel).guests, "each has its own"


def fields_are_replaced() -> None:
    client = FakeClient()
    closed = example(m.Kennel, state=m.State.CLOSED, warden=None)
    assert closed.state == m.State.CLOSED
    assert closed.opened == datetime.datetime(2026, 2, 1, 12, 30, tzinfo=datetime.UTC)
    assert "warden" not in closed.to_dict()
    when(client.get_kennel).returns(example(m.Kennel), closed)
    assert [client.get_kennel().state for _ in range(2)] == ["open", "closed"]
    assert len(calls(client)) == 2


def unions_and_lists_have_examples_too() -> None:
    assert example(m.Guest, lives=1) == m.Cat(kind="cat", lives=1)
    assert example(list[m.Cat]) == [example(m.Cat)]
    assert isinstance(example(m.Base), m.Base)
    assert example(m.Leaf, green=True).green
    assert example(m.State) == "open"


def what_is_no_field_is_refused() -> None:
    with pytest.raises(TypeError, match="Kennel has no field 'stat'; did you mean 'st"):
        example(m.Kennel, stat="open")
    with pytest.raises(TypeError, match=r"no field 'zzz'$"):
        example(m.Kennel, zzz=1)
    with pytest.raises(TypeError, match="list has no fields to replace: lives"):
        example(list[m.Cat], lives=1)


def json_is_read_as_any_type() -> None:
    dog = m.Dog(kind="dog", tricks=["roll"])
    assert from_json(m.Guest, DOG) == dog
    assert from_json(m.Dog, DOG.encode()) == dog
    assert from_json(list[m.Dog], f"[{DOG}]") == [dog]
    assert from_json(dict[str, ANY.Guest], f'{{"a": {DOG}}}') == {"a": dog}
    assert from_json(m.Kennel | None, "null") is None
    assert from_json(m.State, '"open"') == m.State.OPEN
    drifts: list[Drift] = []
    from_json(list[m.Dog], '[{"kind": "dog"}]', on_drift=drifts.append)
    assert [(one.path, one.kind) for one in drifts] == [("$[0].tricks", "missing")]


def errors_name_the_type() -> None:
    for type_, words in (
        (m.Dog, r"from_json\(Dog\): expected"),
        (list[m.Dog], r"from_json\(list\[m\.\S*Dog\]\): expected an array"),
        (m.Guest, r"from_json\(.*Cat.*\): expected"),
    ):
        with pytest.raises(DecodeError, match=words):
            from_json(type_, '"text"')
    with pytest.raises(DecodeError, match=r"from_json\(Dog\): expected JSON"):
        from_json(m.Dog, "{")
    with pytest.raises(DecodeError, match="tricks"):
        from_json(m.Dog, '{"kind": "dog"}', strict=True)
    with pytest.raises(TypeError, match=r"from_json\(Dog\) takes str or bytes, not a"):
        from_json(m.Dog, ANY)
