"""Texts of models: those of what they are encoded to, however they are written."""

from __future__ import annotations

import datetime
import decimal
import json
import math
import typing
import uuid

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oasmith.runtime import rt
from oasmith.runtime.codec import STANDARD
from oasmith.runtime.drift import Decoding
from oasmith.runtime.encoding import to_request, to_wire
from oasmith.runtime.encoding_text import request_text, whole_text
from oasmith.runtime.fast import Fast
from oasmith.runtime.json_text import dump_bytes, dumps
from oasmith.runtime.resolve import class_namespace
from oasmith.runtime.shape import shape_of

from . import shapes as m
from .test_fast import outcome
from .test_fast_models import MODELS, OBJECTS

FAST = Fast(msgspec)
EAST = datetime.timezone(datetime.timedelta(hours=5, minutes=30))


@rt.model
class Measured(rt.Model):
    """Names that have to be escaped, be it in Python or in JSON."""

    quoted: str = rt.field('it\'s "{x}" \\N{BULLET}')
    spaced: float | None = rt.field("\n\u2028\U0001f600", default=None)
    lone: str | rt.Unset | None = rt.field("\ud800", default=rt.UNSET)
    counts: list[int]
    reals: list[float | None] | None = None
    words: list[str] | None = None
    labels: dict[str, str] | None = None
    moments: list[datetime.datetime] | None = None
    trees: list[m.Tree] | None = None
    extra: dict[str, typing.Any] = rt.extra()


class Word(str):
    __slots__ = ()


class Whole(int):
    __slots__ = ()


VALUES: list[typing.Any] = [
    None,
    True,
    0,
    -(2**63) - 1,
    10**30,
    10**5_000,
    1.5,
    -0.0,
    1e16,
    0.00002,
    -0.00002,
    5e-324,
    math.nan,
    -math.inf,
    "",
    'a"b\\c\n\x00\x1f\x7f',
    "é湿\U0001f600\u2028",
    "\ud800",
    Word("w"),
    Whole(7),
    b"\xff",
    bytearray(b"x"),
    decimal.Decimal("1.10"),
    decimal.Decimal(3),
    decimal.Decimal("NaN"),
    uuid.UUID(int=7),
    datetime.date(2024, 2, 29),
    datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.UTC),
    datetime.datetime(2024, 1, 2, 3, 4, 5, 120_000, tzinfo=datetime.UTC),
    datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=EAST),
    datetime.datetime(2024, 1, 2, 3, 4, 5),
    datetime.time(1, 2),
    datetime.timedelta(1),
    m.Color.RED,
    m.Color("new"),
    m.Code(7),
    rt.UNSET,
    object(),
    msgspec.UNSET,
    msgspec.Raw(b"1"),
    [],
    [1, 2],
    [1.5, 2.5],
    [1.5, 10],
    [1.5, math.inf],
    [0.00002],
    [1e300],
    [10**30],
    [True],
    [decimal.Decimal("0.5")],
    [Word("w"), Whole(1)],
    ["a", "\n"],
    ["a", None],
    ("a", 1),
    {"a"},
    {},
    {"a": "b"},
    {"a": 1.5},
    {1: "b"},
    {Word("k"): "v"},
    {"k": Word("v")},
    {"a": object()},
    [m.Tree(value=1)],
    [m.Tree(value=1), {"value": 2}, None],
    m.Tree(value=1, children=[m.Tree(value=2)]),
    m.Thing(id="1", extra={"x": 1}),
    m.Teal(),
    [m.Lark(), m.Bird(sort="x")],
    m.Secret(id="1", password="p", name="n"),
]


def same_texts(value: typing.Any) -> None:
    """Hold all ways to write a value against that of dictionaries."""
    whole = outcome(lambda: dumps(to_wire(value)))
    assert outcome(lambda: whole_text(value)) == whole
    sent = outcome(lambda: dump_bytes(to_request(value)))
    assert outcome(lambda: STANDARD.write(value)) == sent
    assert outcome(lambda: FAST.write(value)) == sent


@pytest.mark.parametrize("at", range(len(VALUES)))
def test_an_attribute_of_any_value_is_written_as_it_is_encoded(at: int) -> None:
    same_texts(VALUES[at])
    same_texts([VALUES[at]])
    for cls in (*MODELS, Measured):
        for row in shape_of(cls).rows:
            made: rt.Model = object.__new__(cls)
            for other in shape_of(cls).rows:
                setattr(made, other.name, other.absent)
            extra = shape_of(cls).extra
            if extra is not None:
                setattr(made, extra.name, {})
            setattr(made, row.name, VALUES[at])
            same_texts(made)


@given(st.data())
@settings(max_examples=200)
def test_what_was_decoded_is_written_as_it_is_encoded(data: st.DataObject) -> None:
    cls = data.draw(st.sampled_from(sorted(MODELS, key=lambda one: one.__name__)))
    own = st.fixed_dictionaries(
        {}, optional={one: st.sampled_from(VALUES) for one in shape_of(cls).wires}
    )
    came = data.draw(OBJECTS | own)
    try:
        made = cls.from_dict(came)
    except (rt.DecodeError, TypeError, ValueError):
        return
    same_texts(made)
    same_texts([made, made])


def test_names_are_escaped_where_they_must_be() -> None:
    made = Measured(quoted="a", lone=None, counts=[1], labels={"\ud800": "'"})
    same_texts(made)
    assert json.loads(made.to_json()) == {
        'it\'s "{x}" \\N{BULLET}': "a",
        "\ud800": None,
        "counts": [1],
        "labels": {"\ud800": "'"},
    }
    made.lone, made.labels = rt.UNSET, None
    assert json.loads(made.to_json()).keys() == {'it\'s "{x}" \\N{BULLET}', "counts"}


def test_what_only_the_server_writes_is_not_sent() -> None:
    secret = m.Secret(id="1", password="p", name="n")
    assert json.loads(request_text(secret)) == {"password": "p", "name": "n"}
    assert json.loads(FAST.write(secret)) == {"password": "p", "name": "n"}
    assert json.loads(whole_text(secret)) == {"id": "1", "password": "p", "name": "n"}


def test_a_model_with_such_names_is_read_in_the_usual_way() -> None:
    reader = FAST.reader(Measured, class_namespace(Measured))
    text = dumps({'it\'s "{x}" \\N{BULLET}': "a", "\ud800": None, "counts": [1]})
    made = reader(text, Decoding(strict=True))
    assert (made.quoted, made.lone, made.counts) == ("a", None, [1])


def test_a_value_within_itself_has_no_json() -> None:
    tree, thing = m.Tree(value=1, children=[]), m.Thing(id="1")
    assert tree.children is not None
    tree.children.append(tree)
    thing.extra["self"] = thing
    listed: list[typing.Any] = []
    listed.append({"a": listed})
    deep: typing.Any = None
    for _ in range(5_000):
        deep = [deep]
    for value in (tree, thing, listed, m.Scalars(anything=listed), deep):
        with pytest.raises(ValueError, match="nested too deeply, or within itself"):
            to_wire(value)
        same_texts(value)
    with pytest.raises(ValueError, match="within itself"):
        rt.check(tree)
