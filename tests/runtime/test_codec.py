"""Decoding and encoding: the table of the design, and nothing lost."""

from __future__ import annotations

import copy
import datetime
import decimal
import json
import pickle
import typing
import uuid

import pytest

from oasmith.runtime import rt

from . import shapes as m

UTC = datetime.UTC


def drifts(cls: typing.Any, data: typing.Any) -> tuple[typing.Any, list[rt.Drift]]:
    seen: list[rt.Drift] = []
    return cls.from_dict(data, on_drift=seen.append), seen


KEY = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
DAYS = (2024, 2024), (1, 2), (1, 29)

GOOD: list[tuple[str, typing.Any, typing.Any]] = [
    ("text", "x", "x"),
    ("whole", 3, 3),
    ("whole", 3.0, 3),
    ("real", 3, 3),
    ("real", 2.5, 2.5),
    ("flag", False, False),
    ("anything", {"a": [None]}, {"a": [None]}),
    ("data", "aGk=", b"hi"),
    ("day", "2024-02-29", datetime.date(2024, 2, 29)),
    ("moment", "2024-01-02T03:04:05Z", datetime.datetime(2024, 1, 2, 3, 4, 5, 0, UTC)),
    (
        "moment",
        "2024-01-02T03:04:05.25+02:00",
        datetime.datetime.fromisoformat("2024-01-02T03:04:05.25+02:00"),
    ),
    ("clock", "03:04:05Z", datetime.time(3, 4, 5, 0, UTC)),
    ("span", "P1DT2H3M4.5S", datetime.timedelta(1, 4.5, 0, 0, 3, 2)),
    ("span", "-PT1S", datetime.timedelta(seconds=-1)),
    ("span", "PT0S", datetime.timedelta()),
    ("key", KEY, uuid.UUID(KEY)),
    ("many", ["2024-01-01", "2024-02-29"], [*map(datetime.date, *DAYS)]),
    ("price", "1.10", decimal.Decimal("1.10")),
    ("price", 1.1, decimal.Decimal("1.1")),
    ("price", 5, decimal.Decimal(5)),
    ("price", 1e300, decimal.Decimal("1e300")),
    ("color", "red", m.Color.RED),
    ("code", 1, m.Code.ONE),
    ("kind", "b", "b"),
    ("pair", [1, "a"], (1, "a")),
    ("tail", [1, "a", "b"], (1, "a", "b")),
    ("many", ["2024-01-01"], [datetime.date(2024, 1, 1)]),
    ("map", {"x": "blue"}, {"x": m.Color.BLUE}),
]


@pytest.mark.parametrize(("name", "came", "expected"), GOOD)
def test_a_value_is_decoded_and_encoded_back(
    name: str, came: typing.Any, expected: typing.Any
) -> None:
    made, seen = drifts(m.Scalars, {name: came})
    assert not seen
    if expected is not None:
        assert getattr(made, name) == expected
    assert made.to_dict() == {name: came}
    assert m.Scalars.from_dict({name: came}, strict=True) == made


@pytest.mark.parametrize(
    ("name", "came", "kind"),
    [
        ("text", None, "null"),
        ("data", "%%%", "format"),
        ("data", "aGk", "format"),
        ("day", "2024-02-30", "format"),
        ("day", "20240229", "format"),
        ("day", "2024-W09-4", "format"),
        ("moment", "yesterday", "format"),
        ("moment", "2024-01-02 03:04:05Z", "format"),
        ("moment", "2016-12-31T23:59:60Z", "format"),
        ("moment", "2024-01-02T24:00:00Z", "format"),
        ("moment", "2024-01-02T03:04:05,5Z", "format"),
        ("moment", "2024-01-02T03:04:0٣Z", "format"),
        ("moment", "2024-01-02T03:04:05", "offset"),
        ("clock", "25:00:00Z", "format"),
        ("span", "P1Y", "format"),
        ("span", "P", "format"),
        ("key", "6f9619ff8b864d01b42d00cf4fc964ff", "format"),
        ("key", "6f9619ff-8b86-4d01-b42d-00cf4fc9  ff", "format"),
        ("key", "6f9619ff-8b86-4d01-b42d-00cf4fc964f٣", "format"),
        ("key", "-6f9619ff-8b86-4d01-b42d-0cf4fc964ff", "format"),
        ("price", "a lot", "format"),
        ("price", "1e99999999999999999999", "format"),
        ("price", "-1e-99999999999999999999", "format"),
        ("color", "green", "enum"),
        ("code", 9, "enum"),
        ("kind", "c", "enum"),
        ("pair", [1], "length"),
        ("pair", [1, "a", 2], "length"),
        ("many", ["2024-01-01", None], "null"),
        ("many", ["2024-01-01", "soon"], "format"),
        ("unheard", 1, "unknown"),
    ],
)
def test_a_small_deviation_is_drift_and_nothing_is_lost(
    name: str, came: typing.Any, kind: str
) -> None:
    made, seen = drifts(m.Scalars, {name: came})
    assert [one.kind for one in seen] == [kind]
    assert seen[0].path.startswith(f"$.{name}")
    assert made.to_dict() == {name: came}
    with pytest.raises(rt.DecodeError):
        m.Scalars.from_dict({name: came}, strict=True)


@pytest.mark.parametrize(
    ("name", "came", "expected"),
    [
        ("text", 1, "a string"),
        ("whole", True, "an integer"),
        ("whole", 1.5, "an integer"),
        ("whole", "1", "an integer"),
        ("real", True, "a number"),
        ("flag", 1, "true or false"),
        ("moment", 1, "a date-time (RFC 3339)"),
        ("color", 1, "a string"),
        ("code", "1", "an integer"),
        ("kind", 1, "one of 'a', 'b'"),
        ("kind", {}, "one of 'a', 'b'"),
        ("many", {}, "an array"),
        ("map", [], "an object"),
        ("pair", "x", "an array"),
    ],
)
def test_a_value_of_the_wrong_json_type_is_an_error(
    name: str, came: typing.Any, expected: str
) -> None:
    with pytest.raises(rt.DecodeError) as caught:
        m.Scalars.from_dict({name: came})
    assert caught.value.path == f"$.{name}"
    assert caught.value.expected == expected


def test_fractions_and_utc_are_written_plainly() -> None:
    moment = datetime.datetime(2024, 1, 2, 3, 4, 5, 120_000, UTC)
    assert m.Scalars(moment=moment).to_dict() == {"moment": "2024-01-02T03:04:05.12Z"}
    made = m.Scalars.from_dict({"moment": "2024-01-02T03:04:05.120000999+00:00"})
    assert made.moment == moment


def test_a_naive_moment_stays_naive() -> None:
    made = m.Scalars.from_dict({"moment": "2024-01-02T03:04:05"})
    assert made.moment is not None and made.moment.tzinfo is None


def test_the_path_of_an_error_leads_to_the_value() -> None:
    with pytest.raises(rt.DecodeError) as caught:
        m.Tree.from_dict({"value": 1, "children": [{"value": 2}, {"value": "x" * 999}]})
    assert caught.value.path == "$.children[1].value"
    assert len(str(caught.value)) < 200


def test_absent_null_and_missing_are_told_apart_both_ways() -> None:
    for data in (
        {"Id": "1"},
        {"Id": "1", "note": None},
        {"Id": None},
        {},
        {"Id": "1", "class": None, "inner": None},
        {"Id": "1", "class": "x", "else": {"deep": [None]}},
    ):
        made = m.Thing.from_dict(data)
        assert made.to_dict() == data
        assert copy.deepcopy(made).to_dict() == data
        assert pickle.loads(pickle.dumps(made)).to_dict() == data


def test_an_offset_with_seconds_is_written_as_utc() -> None:
    offset = datetime.timezone(datetime.timedelta(hours=5, seconds=10))
    moment = datetime.datetime(1890, 1, 2, 3, 4, 5, 500_000, offset)
    sent = m.Scalars(moment=moment).to_dict()
    assert sent == {"moment": "1890-01-01T22:03:55.5Z"}
    assert m.Scalars.from_dict(sent, strict=True).moment == moment
    first = datetime.datetime(1, 1, 1, tzinfo=offset)
    for value in (m.Scalars(moment=first), m.Scalars(clock=moment.timetz())):
        with pytest.raises(ValueError, match="RFC 3339"):
            value.to_dict()


def test_a_missing_required_property_is_drift() -> None:
    made, seen = drifts(m.Thing, {})
    assert made.id is None
    assert [(one.kind, one.path) for one in seen] == [("missing", "$.Id")]
    assert made == m.Thing(id=None)  # type: ignore[arg-type]


def test_what_is_missing_does_not_hide_what_is_unknown() -> None:
    made, seen = drifts(m.Inner, {"Zone": 1})
    assert [(one.kind, one.path) for one in seen] == [
        ("missing", "$.Bucket"),
        ("unknown", "$.Zone"),
    ]
    assert made.to_dict() == {"Zone": 1}
    assert drifts(m.Inner, {"Bucket": "b"})[1] == []


def test_a_uuid_is_as_the_standard_library_makes_it() -> None:
    made = m.Scalars.from_dict({"key": KEY.upper()}).key
    assert made == uuid.UUID(KEY) and hash(made) == hash(uuid.UUID(KEY))
    assert made is not None and made.is_safe is uuid.SafeUUID.unknown
    assert pickle.loads(pickle.dumps(made)) == made and str(made) == KEY


def test_white_space_around_json_is_no_part_of_it() -> None:
    for text in ('{"Id":"1"}\n', ' \r\n\t{"Id":"1"} ', b'\n{"Id":"1"}\n'):
        assert m.Thing.from_json(text) == m.Thing(id="1")
    for text in ('{"Id":"1"} x', '{"Id":"1"}\u00a0', '{"Id":"1"}{'):
        with pytest.raises(rt.DecodeError):
            m.Thing.from_json(text)


def test_read_only_is_not_sent_and_write_only_not_expected() -> None:
    from oasmith.runtime.encoding import to_request

    made, seen = drifts(m.Secret, {"id": "1", "name": "n"})
    assert not seen and made.to_dict() == {"id": "1", "name": "n"}
    full = m.Secret(id="1", password="p", name="n")
    assert to_request(full) == {"password": "p", "name": "n"}
    assert full.to_dict() == {"id": "1", "password": "p", "name": "n"}


@pytest.mark.parametrize(
    "text", ["", "{", '{"Id": NaN}', '{"Id": Infinity}', b"\xff", "[" * 100_000, "nul"]
)
def test_what_is_not_json_is_a_decode_error(text: str | bytes) -> None:
    with pytest.raises(rt.DecodeError):
        m.Thing.from_json(text)


def test_a_deep_object_is_a_decode_error() -> None:
    data: dict[str, typing.Any] = {"value": 1}
    for _ in range(5_000):
        data = {"value": 1, "children": [data]}
    with pytest.raises(rt.DecodeError):
        m.Tree.from_dict(data)


def test_json_text_round_trips() -> None:
    thing = m.Thing(id="é", note=None)
    assert json.loads(thing.to_json()) == thing.to_dict()
    assert m.Thing.from_json(thing.to_json().encode()) == thing


@pytest.mark.parametrize(
    ("name", "came", "cls"),
    [
        ("shape", {"kind": "circle", "radius": 1}, m.Circle),
        ("shape", {"kind": "square", "side": 1}, m.Square),
        ("pet", {"name": "a"}, m.Cat),
        ("pet", {"name": "a", "owner": "b"}, m.Dog),
        ("pet", {"name": "a", "owner": "b", "breed": "c", "more": 1}, m.Dog),
        ("pet", {"name": "a", "lives": 3, "owner": 7}, m.Cat),
        ("pet", {"name": "a", "owner": None, "breed": "c"}, m.Cat),
        ("either", 1, int),
        ("either", "1", str),
        ("when", "2024-01-02T03:04:05Z", datetime.datetime),
        ("when", "soon", str),
        ("word", "red", m.Color),
        ("word", "green", str),
        ("lists", ["a"], list),
        ("json", {"a": ["b", {"c": [1, True, None]}]}, dict),
    ],
)
def test_a_union_takes_the_member_that_fits(
    name: str, came: typing.Any, cls: type
) -> None:
    made, seen = drifts(m.Holder, {name: came})
    assert type(getattr(made, name)) is cls and not seen
    assert made.to_dict() == {name: came}


def test_an_unknown_tag_is_drift_and_kept() -> None:
    came = {"shape": {"kind": "star", "points": 5}}
    made, seen = drifts(m.Holder, came)
    assert [one.kind for one in seen] == ["tag"]
    assert made.shape == came["shape"] and made.to_dict() == came


def test_an_unknown_tag_is_never_taken_for_another_member() -> None:
    came = {"shape": {"kind": "disc", "radius": 5}}
    made, seen = drifts(m.Holder, came)
    assert [(one.kind, one.path) for one in seen] == [("tag", "$.shape.kind")]
    assert made.shape == came["shape"] and made.to_dict() == came
    for kind in ("disc", None, 7):
        with pytest.raises(rt.DecodeError):
            m.Holder.from_dict({"shape": {"kind": kind, "radius": 5}}, strict=True)


def test_a_plain_tag_without_constants_decides_too() -> None:
    came = {"animal": {"name": "a", "owner": "b", "sort": "bird"}}
    assert m.Kennel.from_dict(came).animal == came["animal"]
    known = m.Kennel.from_dict({"animal": {"name": "a", "sort": "dog"}})
    assert isinstance(known.animal, m.Dog)


def test_a_tag_that_is_no_text_tells_nothing() -> None:
    came = {"animal": {"name": "a", "owner": "b", "sort": 200}}
    made, seen = drifts(m.Kennel, came)
    assert isinstance(made.animal, m.Dog) and not seen and made.to_dict() == came
    came = {"shape": {"kind": 7, "radius": 5}}
    other, seen = drifts(m.Holder, came)
    assert other.shape == came["shape"] and [one.kind for one in seen] == ["tag"]


def test_the_best_fit_is_put_up_with_where_no_member_allows_the_value() -> None:
    came = {"pet": {"name": None, "owner": "b", "breed": "c"}}
    made, seen = drifts(m.Holder, came)
    assert isinstance(made.pet, m.Dog) and made.to_dict() == came
    assert [(one.kind, one.path) for one in seen] == [("null", "$.pet.name")]
    with pytest.raises(rt.DecodeError) as caught:
        m.Holder.from_dict(came, strict=True)
    assert caught.value.path == "$.pet.name"


def test_unions_within_unions_are_not_tried_again_and_again() -> None:
    innermost: dict[str, typing.Any] = {"name": None, "size": 1}
    data = innermost
    for _ in range(60):  # 3 to the power of 60 ways
        data = {"name": "a", "size": 1, "inside": data}
    made, seen = drifts(m.Folder, data)
    assert made.to_dict() == data
    assert [(one.kind, one.path) for one in seen] == [
        ("null", "$" + ".inside" * 60 + ".name")
    ]
    innermost["name"] = "b"
    made, seen = drifts(m.Folder, data)
    assert made.to_dict() == data and not seen


def test_an_object_without_its_tag_is_the_member_that_allows_it() -> None:
    made, seen = drifts(m.Kennel, {"animal": {"name": "a", "owner": "b"}})
    assert isinstance(made.animal, m.Dog)
    assert not seen


def test_an_object_without_its_tag_that_no_member_allows_is_drift() -> None:
    came = {"shape": {"radius": 5}}
    made, seen = drifts(m.Holder, came)
    assert [(one.kind, one.path) for one in seen] == [("tag", "$.shape")]
    assert made.shape == came["shape"]
    assert made.to_dict() == came


def test_no_member_of_a_union_is_an_error() -> None:
    with pytest.raises(rt.DecodeError, match="an integer or a string"):
        m.Holder.from_dict({"either": [1]})


def test_an_error_within_a_tagged_union_has_its_path() -> None:
    with pytest.raises(rt.DecodeError) as caught:
        m.Holder.from_dict({"shape": {"kind": "circle", "radius": "big"}})
    assert caught.value.path == "$.shape.radius"


def test_what_has_no_json_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="a value of type object has no JSON"):
        m.Scalars(anything=object()).to_dict()


def test_errors_without_an_answer_have_none() -> None:
    with pytest.raises(rt.DecodeError, match=r"^Thing: expected JSON at") as caught:
        m.Thing.from_json("<html>")
    error = caught.value
    assert (error.status, error.headers, error.text, error.request) == (None,) * 4


def test_errors_pickle() -> None:
    with pytest.raises(rt.DecodeError) as caught:
        m.Thing.from_dict({"Id": 1})
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.path, str(again)) == (caught.value.path, str(caught.value))


def test_an_object_of_a_base_is_of_the_subclass_its_tag_names() -> None:
    came = {
        "birds": [{"sort": "lark", "song": "tirili"}, {"sort": "teal", "depth": 1}],
        "ducks": [{"sort": "teal"}, {"sort": "goose", "depth": 2}],
        "guest": {"sort": "lark", "song": "tirili"},
    }
    made, seen = drifts(m.Aviary, came)
    assert made.birds == [m.Lark(song="tirili"), m.Teal(depth=1)]
    assert made.ducks == [m.Teal(), m.Duck(sort="goose", depth=2)]
    assert made.guest == m.Lark(song="tirili")
    assert seen == []
    assert made.to_dict() == came


def test_an_object_no_subclass_is_named_for_is_of_the_base() -> None:
    came = {"sort": "dodo", "died": 1662}
    made, seen = drifts(m.Bird, came)
    assert made == m.Bird(sort="dodo", extra={"died": 1662})
    assert [(one.kind, one.path) for one in seen] == [("tag", "$.sort")]
    assert made.to_dict() == came
    missing, seen = drifts(m.Bird, {"died": 1662})
    assert type(missing) is m.Bird
    assert [one.kind for one in seen] == ["missing"]
    with pytest.raises(rt.DecodeError):
        m.Bird.from_dict(came, strict=True)
    with pytest.raises(rt.DecodeError):
        m.Bird.from_json("[]")
