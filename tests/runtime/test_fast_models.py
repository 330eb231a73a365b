"""Models straight from text: only what the usual way reads without a word."""

from __future__ import annotations

import inspect
import json
import sys
import types
import typing
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oasmith.runtime import rt
from oasmith.runtime.codec import STANDARD
from oasmith.runtime.drift import Decoding
from oasmith.runtime.fast import Fast
from oasmith.runtime.fast_models import Make, Mirrors
from oasmith.runtime.library import library_of
from oasmith.runtime.modeling import odd_of
from oasmith.runtime.resolve import Namespace, class_namespace
from oasmith.runtime.shape import shape_of

from . import shapes as m
from .test_codec import GOOD, KEY

NOT_MIRRORED = {m.Secret, m.Bird, m.Duck}
SPACE: Namespace = class_namespace(m.Thing)
MODELS = [
    one
    for _, one in inspect.getmembers(m, inspect.isclass)
    if issubclass(one, rt.Model) and one is not rt.Model
]
TEXTS = [
    "red",
    "green",
    "a",
    "b",
    "x",
    "lark",
    "teal",
    "circle",
    "square",
    "cat",
    "dog",
    "NaN",
    "PT1S",
    "P1Y",
    "aGk=",
    "aGk",
    "1.10",
    "2024-02-29",
    "2023-02-29",
    "2024-W01-1",
    "2024-01-02T03:04:05Z",
    "2024-01-02t03:04:05z",
    "2024-01-02T24:00:00Z",
    "2024-01-02T03:04:05",
    "2024-01-02T03:04:05.1200Z",
    "03:04:05Z",
    "03:04:05",
    "2024-01-02T03:04:05+02:00",
    "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
    "6f9619ff8b864d01b42d00cf4fc964ff",
    "6F9619FF-8B86-4D01-B42D-00CF4FC964FF",
]
ATOMS = [None, True, False, 0, 1, -1, 3.0, 2.5, -0.0, 1e300, 10**30, "", *TEXTS]
WIRES = sorted({wire for one in MODELS for wire in shape_of(one).wires} | {"sort"})
VALUES: st.SearchStrategy[typing.Any] = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(WIRES), inner, max_size=5)
    ),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.sampled_from(WIRES), VALUES, max_size=5)
DAYS = [
    "2024-02-29",
    "0001-01-01",
    "9999-12-31",
    "0000-01-01",
    "2023-02-29",
    "20240101",
    "2024-1-01",
    "2024-01-01T00:00:00Z",
    " 2024-01-01",
    "2024-W01-1",
    "2024-01-0\u0661",
    "-024-01-01",
]
KEYS = [
    KEY,
    KEY.upper(),
    KEY.replace("-", ""),
    f"{{{KEY}}}",
    f"urn:uuid:{KEY}",
    f" {KEY[1:]}",
    f"{KEY[:-1]}g",
    f"{KEY[:-1]}\u0661",
    "6f9619ff8-b86-4d01-b42d-00cf4fc964ff",
    "6f9619ff-8b86-4d01-b42d-00cf4fc9-4ff",
]


STRAIGHT = {one.__name__: Mirrors(msgspec).reader(one, SPACE) for one in MODELS}


def straight(cls: type[rt.Model]) -> Make | None:
    return STRAIGHT[cls.__name__]


def told(read: typing.Callable[[], typing.Any]) -> typing.Any:
    """What came of it, with all that it remembers; None where it is refused."""
    try:
        made = read()
    except (rt.DecodeError, ValueError, KeyError, msgspec.MsgspecError):
        return None
    return repr(made), odd_of(made), made.to_json()


def test_most_models_have_a_mirror() -> None:
    assert {one for one in MODELS if straight(one) is None} == NOT_MIRRORED
    assert Mirrors(msgspec).reader(list[m.Thing], SPACE) is not None
    for type_ in (str, m.Thing | None, m.Cat | m.Dog, dict[str, m.Thing], list[str]):
        assert Mirrors(msgspec).reader(type_, SPACE) is None


@given(st.data())
@settings(max_examples=200)
def test_what_is_read_straight_is_what_the_usual_way_reads(data: st.DataObject) -> None:
    cls = data.draw(st.sampled_from(sorted(MODELS, key=lambda one: one.__name__)))
    make = straight(cls)
    if make is None:
        return
    wires = sorted(shape_of(cls).wires)
    own = st.dictionaries(st.sampled_from(wires), VALUES, max_size=4)
    text = json.dumps(data.draw(own | OBJECTS)).encode()
    made = told(lambda: make(text))
    seen: list[rt.Drift] = []
    usual = told(lambda: cls.from_json(text, on_drift=seen.append))
    assert made is None or (made == usual and not seen)


@pytest.mark.parametrize(
    ("name", "text"), [("day", one) for one in DAYS] + [("key", one) for one in KEYS]
)
def test_what_msgspec_parses_has_the_usual_spellings(name: str, text: str) -> None:
    make, came = straight(m.Scalars), json.dumps({name: text})
    assert make is not None
    made = told(lambda: make(came))
    seen: list[rt.Drift] = []
    usual = told(lambda: m.Scalars.from_json(came, on_drift=seen.append))
    assert made == (None if seen else usual)


@pytest.mark.parametrize(("name", "came", "expected"), GOOD)
def test_what_is_as_described_is_read_straight(
    name: str, came: typing.Any, expected: typing.Any
) -> None:
    make = straight(m.Scalars)
    text = json.dumps({name: came})
    if name == "whole" and came.__class__ is float:  # JSON's 3.0, which msgspec refuses
        assert told(lambda: make and make(text)) is None
        return
    assert make is not None
    assert repr(make(text)) == repr(m.Scalars.from_json(text))


WHOLE = [
    (m.Thing, '{"Id":"1","note":null,"inner":{"Bucket":"b","Region":"r"}}'),
    (m.Bigger, '{"Id":"1","size":5}'),
    (m.Tree, '{"value":1,"children":[{"value":2,"children":[{"value":3}]}]}'),
    (m.Holder, '{"pet":{"name":"a","owner":"b"},"shape":{"kind":"circle","radius":1}}'),
    (m.Holder, '{"json":{"a":[1,2.0,null]},"when":"soon","either":"1"}'),
    (m.Folder, '{"name":"a","size":1,"inside":{"name":"b","size":2}}'),
    (m.Aviary, '{"birds":[{"sort":"lark","song":"x"}],"ducks":[{"sort":"teal"}]}'),
    (list[m.Thing], '[{"Id":"1"},{"Id":"2"}]'),
]


@pytest.mark.parametrize(("type_", "text"), WHOLE)
def test_models_within_models_are_read_straight(type_: typing.Any, text: str) -> None:
    make = Mirrors(msgspec).reader(type_, SPACE)
    usual = STANDARD.reader(type_, SPACE)
    assert make is not None
    assert repr(make(text)) == repr(usual(text, Decoding(strict=True)))


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        (m.Thing, '{"Id":null}'),
        (m.Thing, '{"Id":"1","class":null}'),
        (m.Thing, '{"Id":"1","new":1}'),
        (m.Thing, '{"Id":1,"Id":"1"}'),
        (m.Thing, "{}"),
        (m.Thing, "[]"),
        (m.Inner, '{"Bucket":"b","new":1}'),
        (m.Scalars, '{"anything":null}'),
        (m.Scalars, '{"map":null}'),
        (m.Scalars, '{"color":"green"}'),
        (m.Scalars, '{"moment":"2024-01-02T03:04:05"}'),
        (m.Holder, '{"pet":{"name":null,"owner":"b"}}'),
        (list[m.Thing], '[{"Id":"1"},null]'),
        (list[m.Thing], "null"),
    ],
)
def test_what_deviates_is_read_in_the_usual_way(type_: typing.Any, text: str) -> None:
    standard, fast = (one.reader(type_, SPACE) for one in (STANDARD, Fast(msgspec)))
    for strict in (False, True, *[False] * 20):
        outcomes = []
        for read in (standard, fast):
            seen: list[rt.Drift] = []
            try:
                made: object = read(text, Decoding(strict, seen.append, "GET /"))
            except rt.DecodeError as error:
                made = str(error)
            outcomes.append((repr(made), seen))
        assert outcomes[0] == outcomes[1]


def test_after_many_deviations_one_that_fits_is_still_read() -> None:
    read = Fast(msgspec).reader(m.Thing, SPACE)
    for _ in range(20):
        assert read('{"Id":"1","new":1}', Decoding()) == m.Thing(
            id="1", extra={"new": 1}
        )
    assert read('{"Id":"1"}', Decoding()) == m.Thing(id="1")
    assert library_of("msgspec") is library_of("msgspec")


def many_models(count: int, held: int) -> type[rt.Model]:
    """The first of models that each hold some others of them, and so all of them."""
    module = types.ModuleType("many_models")
    module.rt = rt  # type: ignore[attr-defined]
    lines = ["from __future__ import annotations"]
    for at in range(count):
        others = {(at * held + one + 1) % count for one in range(held)} - {at}
        lines += [
            "@rt.model",
            f"class M{at}(rt.Model):",
            "    id: str",
            *(f"    to{one}: M{one} | None = None" for one in sorted(others)),
        ]
    sys.modules[module.__name__] = module
    exec("\n".join(lines), module.__dict__)
    first: type[rt.Model] = module.__dict__["M0"]
    return first


@pytest.mark.parametrize("held", [1, 4])
def test_thousands_of_models_are_not_all_mirrored_at_once(held: int) -> None:
    first = many_models(2_000, held)
    space = class_namespace(first)
    read = Fast(msgspec).reader(first, space)
    told, text = '{"id":"x"}', '{"id":"x"}'
    for at in (*range(120, 0, -1),) if held == 1 else (21, 5, 1):
        text = f'{{"id":"x","to{at}":{text}}}'
    usual = STANDARD.reader(first, space)
    for one in (told, text):
        made, expected = read(one, Decoding(strict=True)), usual(one, Decoding())
        assert made == expected and json.loads(made.to_json()) == json.loads(one)
    assert Mirrors(msgspec).reader(first, space) is not None


def test_who_asks_while_a_mirror_is_made_is_given_it_too() -> None:
    first = many_models(60, 3)
    space = class_namespace(first)
    mirrors = Mirrors(msgspec)
    with ThreadPoolExecutor(16) as pool:
        asked = [pool.submit(mirrors.reader, first, space) for _ in range(16)]
    assert None not in [one.result() for one in asked]
