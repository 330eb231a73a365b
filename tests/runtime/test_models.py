"""Models are genuine dataclasses."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
import typing

import pytest

from oasmith.runtime import rt

from . import shapes as m


def make(cls: typing.Any) -> typing.Any:
    return cls(id="1", inner=m.Inner(bucket="b"), extra={"x": [1]})


def test_a_model_has_the_signature_of_a_plain_dataclass() -> None:
    assert inspect.signature(m.Thing) == inspect.signature(m.Twin)
    assert str(inspect.signature(m.Thing)) == str(inspect.signature(m.Twin))


def test_a_model_has_the_fields_of_a_plain_dataclass() -> None:
    def facts(cls: typing.Any) -> list[object]:
        return [(f.name, f.type, f.default, f.kw_only) for f in dataclasses.fields(cls)]

    assert dataclasses.is_dataclass(m.Thing)
    assert facts(m.Thing) == facts(m.Twin)
    assert vars(m.Thing)["__match_args__"] == vars(m.Twin)["__match_args__"]
    assert m.Thing.__doc__ == m.Twin.__doc__
    assert m.Thing.__hash__ is m.Twin.__hash__ is None


def test_a_model_shows_itself_as_a_plain_dataclass() -> None:
    assert repr(make(m.Thing)) == repr(make(m.Twin)).replace("Twin", "Thing")


def test_the_extra_of_a_base_is_shown_last() -> None:
    big = m.Bigger(id="1", size=2, extra={"x": 1})
    assert repr(big).endswith("inner=None, size=2, extra={'x': 1})")


def test_type_hints_are_those_of_the_fields() -> None:
    assert set(typing.get_type_hints(m.Bigger)) == {
        one.name for one in dataclasses.fields(m.Bigger)
    }


def test_an_empty_extra_is_not_shown() -> None:
    assert "extra" not in repr(m.Thing(id="1"))


@pytest.mark.parametrize("cls", [m.Thing, m.Twin])
def test_the_functions_of_dataclasses_work(cls: typing.Any) -> None:
    thing = make(cls)
    assert dataclasses.replace(thing, id="2").id == "2"
    assert dataclasses.asdict(thing)["inner"] == {"bucket": "b", "region": None}
    assert dataclasses.astuple(thing)[0] == "1"
    assert thing == make(cls) != dataclasses.replace(thing, id="2")
    assert not hasattr(thing, "__dict__")
    for copied in (
        copy.copy(thing),
        copy.deepcopy(thing),
        pickle.loads(pickle.dumps(thing)),
    ):
        assert copied == thing and copied is not thing


def test_a_missing_argument_is_reported_as_python_does() -> None:
    with pytest.raises(TypeError) as ours:
        m.Thing()  # type: ignore[call-arg]
    with pytest.raises(TypeError) as plain:
        m.Twin()  # type: ignore[call-arg]
    assert str(ours.value) == str(plain.value).replace("Twin", "Thing")


def test_a_model_without_docstring_gets_its_signature() -> None:
    @rt.model
    class Bare(rt.Model):
        x: int

    assert Bare.__doc__ == "Bare(*, x: 'int')"


def test_a_subclass_has_the_fields_of_its_base() -> None:
    big = m.Bigger(id="1", size=2)
    assert isinstance(big, m.Thing)
    assert big.to_dict() == {"Id": "1", "size": 2}
    assert m.Bigger.from_dict({"Id": "1", "size": 2}) == big


def test_models_match() -> None:
    match make(m.Thing):
        case m.Thing(id="1", inner=m.Inner(bucket=bucket)):
            assert bucket == "b"
        case _:
            pytest.fail("no match")


def test_unset_is_one_falsy_object() -> None:
    assert not rt.UNSET and repr(rt.UNSET) == "UNSET"
    assert rt.Unset() is copy.copy(rt.UNSET) is copy.deepcopy(rt.UNSET) is rt.UNSET
    assert pickle.loads(pickle.dumps(rt.UNSET)) is rt.UNSET


def test_an_unknown_enum_value_behaves_as_a_member() -> None:
    new = m.Color("green")
    assert not new.is_known and m.Color.RED.is_known
    assert new == "green" == str(new) == f"{new}" and hash(new) == hash("green")
    assert repr(new) == "<Color: 'green' (unknown)>"
    assert repr(m.Color.RED) == "<Color.RED: 'red'>"
    assert isinstance(new, m.Color) and new.value == "green"
    assert list(m.Color) == [m.Color.RED, m.Color.BLUE]
    assert "green" not in m.Color._value2member_map_
    for copied in (copy.copy(new), copy.deepcopy(new), pickle.loads(pickle.dumps(new))):
        assert copied == new and not copied.is_known
    assert pickle.loads(pickle.dumps(m.Color.RED)) is m.Color.RED


def test_an_unknown_value_named_like_a_member_is_unknown() -> None:
    assert not m.Color("RED").is_known


def test_int_enums_are_open_too() -> None:
    assert m.Code(1) is m.Code.ONE
    assert m.Code(7) == 7 and not m.Code(7).is_known and f"{m.Code(7):03d}" == "007"


@pytest.mark.parametrize(("cls", "value"), [(m.Color, 5), (m.Code, "x"), (m.Code, 1.5)])
def test_a_value_of_another_type_is_no_member(cls: typing.Any, value: object) -> None:
    with pytest.raises(ValueError):
        cls(value)


def test_records_are_frozen_and_pickle() -> None:
    options = rt.Options(timeout=3, headers={"a": "b"})
    assert pickle.loads(pickle.dumps(options)) == options
    assert dataclasses.replace(options, retries=1).retries == 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        options.timeout = 4  # type: ignore[misc]


def test_models_import_no_http_and_compile_nothing() -> None:
    code = (
        "import sys, tests.runtime.shapes as m\n"
        "from oasmith.runtime.records import LazyInit\n"
        "assert isinstance(m.Tree.__dict__['__init__'], LazyInit)\n"
        "bad = [n for n in sys.modules if 'httpx' in n or n.endswith('.codec')]\n"
        "assert not bad, bad"
    )
    subprocess.run([sys.executable, "-O", "-c", code], check=True)


def test_a_copy_remembers_what_deviated_and_a_replacement_does_not() -> None:
    came = {"kind": "circle", "radius": 1.5, "unlisted": 1}
    circle = m.Circle.from_dict(came)
    assert copy.copy(circle).to_dict() == came
    assert pickle.loads(pickle.dumps(circle)).to_dict() == came
    replaced = dataclasses.replace(circle, radius=2.5)
    assert replaced.to_dict() == {"kind": "circle", "radius": 2.5}
