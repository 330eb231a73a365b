"""JSON by msgspec: faster, and nothing else."""

from __future__ import annotations

import datetime
import decimal
import importlib
import json
import math
import sys
import typing
import uuid
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oasmith.runtime import rt
from oasmith.runtime.codec import STANDARD
from oasmith.runtime.library import library_of

from . import shapes as m
from .conftest import PARCEL, Driver
from .server import Answer, Server

NUMBERS = [
    "0",
    "-0",
    "-0.0",
    "0.0",
    "1.0",
    "-1",
    "1e5",
    "1E5",
    "1e+5",
    "1e-7",
    "1e16",
    "1e22",
    "1e23",
    "0.1",
    "4.35",
    "5e-324",
    "1e-400",
    "1e400",
    "-1e400",
    "0.30000000000000004",
    "2.2250738585072011e-308",
    "1.7976931348623157e308",
    "1.7976931348623159e308",
    "9007199254740993",
    "9007199254740993.0",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775808",
    "-9223372036854775809",
    "12345678901234567890.5",
    "1e99999999999999999999",
    "123456789012345678901234567890",
    "0e10",
    "-0e1",
    "01",
    "-01",
    "1.",
    ".5",
    "+1",
    "0x10",
    "1_0",
    "1e",
    "1e+",
    "-",
    "NaN",
    "Infinity",
    "-Infinity",
    "1\u0663",
]
LONG = ["9" * 4300, "9" * 4301, "-" + "9" * 5000, "1" * 400 + ".5", "0." + "3" * 900]
STRINGS = [
    r'"\ud83d\ude00"',
    r'"\ud800"',
    r'"\udc00\ud800"',
    r'"a\ud800b"',
    r'"\u0000"',
    r'"\/\b\f\n\r\t\"\\"',
    r'"\x41"',
    r'"\u12"',
    r'"\u+123"',
    '"\x00"',
    '"\x1f"',
    '"\x7f\x80\u2028"',
    '"\t"',
    '"\n"',
    '"a',
    "'a'",
    '"\ud800"',
]
OTHERS = [
    "",
    " ",
    "nul",
    "tru",
    "null",
    " true ",
    "\n{}\r\n",
    "\x0b{}",
    "\u00a0{}",
    "{}\x00",
    "{} {}",
    "[1,]",
    "[,1]",
    '{"a":1,}',
    '{"a" : 1 , "b" : [ ] }',
    '{"a":1,"b":2,"a":3}',
    '{"a":{"x":1},"a":{"y":2}}',
    '{"":0}',
    "{1:2}",
    "{'a':1}",
    '{"a"}',
    "// no\n{}",
    "\ufeff{}",
    '{"a":1}\ufeff',
]
DEEP = [one * deep for deep in (900, 5_000, 100_000) for one in ("[", '{"a":')]
DEEP += ["[" * 900 + "]" * 900, "[" * 5_000 + "]" * 5_000]
BYTES = [
    b"\xff",
    b'"\xed\xa0\x80"',
    b'"\xc3"',
    b'"\xc0\x80"',
    b'"\xf4\x90\x80\x80"',
    b'{"\xff":1}',
    b"\xef\xbb\xbf{}",
    *('{"ä":"\U0001f600"}'.encode(one) for one in ("utf-16", "utf-16-le", "utf-32-be")),
    b'{"a\x00":1}',
    b"\x00",
    b"1\x00",
]


def outcome(read: typing.Callable[[], typing.Any]) -> tuple[str, str]:
    """What came of it, to the class and the sign of zero."""
    try:
        return "made", repr(read())
    except (rt.DecodeError, TypeError, ValueError, RecursionError) as error:
        return type(error).__name__, str(error)


@pytest.fixture
def fast() -> typing.Any:
    return library_of("msgspec")


@pytest.mark.parametrize(
    "text",
    [*NUMBERS, *LONG, *STRINGS, *OTHERS, *DEEP, *BYTES],
    ids=lambda x: repr(x)[:30],
)
def test_a_text_is_read_as_by_the_standard_library(
    fast: typing.Any, text: str | bytes
) -> None:
    forms: list[str | bytes] = [text]
    if isinstance(text, str):
        forms += [f'{{"a":[{text}]}}', f" {text}\n"]
        forms += [one.encode("utf-8", "surrogatepass") for one in (text, f"[{text}]")]
    for form in forms:
        standard = outcome(partial(STANDARD.read, form, "GET /"))
        assert outcome(partial(fast.read, form, "GET /")) == standard


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(VALUES)
def test_any_value_is_written_and_read_as_by_the_standard_library(
    value: typing.Any,
) -> None:
    fast: typing.Any = library_of("msgspec")
    written = outcome(lambda: STANDARD.write(value))
    assert outcome(lambda: fast.write(value)) == written
    text = json.dumps(value)
    read = outcome(lambda: STANDARD.read(text))
    assert outcome(lambda: fast.read(text)) == read


class Float(float):
    """As NumPy's, it says what it is."""

    def __repr__(self) -> str:
        return f"np.float64({float.__repr__(self)})"


class Moment(datetime.datetime):
    """As those of libraries for dates."""


UTC = datetime.UTC
EAST = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
ODDLY = datetime.timezone(datetime.timedelta(hours=5, minutes=30, seconds=10))
ODD: list[typing.Any] = [
    2**64,
    10**30,
    10**5_000,
    1e16,
    1e-5,
    -1e-5,
    9999999999999998.0,
    0.0001,
    -0.0,
    math.nan,
    -math.inf,
    [1.5, math.nan],
    {"a": [1e300, 1, True]},
    {1: 2, None: 3, False: 4},
    {"\ud800": "\udfff"},
    ("a", {"b"}, frozenset()),
    decimal.Decimal("1.10"),
    decimal.Decimal("1e-99"),
    uuid.UUID("6F9619FF-8B86-4D01-B42D-00CF4FC964FF"),
    datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC),
    datetime.datetime(2024, 1, 2, 3, 4, 5, 120_000, tzinfo=UTC),
    datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=EAST),
    datetime.datetime(2024, 1, 2, 3, 4, 5),
    datetime.datetime(1, 1, 1, tzinfo=UTC),
    datetime.datetime(1, 1, 1, tzinfo=ODDLY),
    datetime.datetime(1890, 1, 1, microsecond=500_000, tzinfo=ODDLY),
    datetime.datetime(999, 12, 31, tzinfo=datetime.timezone(datetime.timedelta())),
    Moment(2024, 1, 2, 3, 4, 5, tzinfo=UTC),
    m.Scalars(real=Float(1.5), moment=Moment(2024, 1, 2, tzinfo=UTC)),
    m.Floats(all=[Float(1.5), Float(2.5e-5)]),
    {"a": Float(1e20), "b": Float(0.5)},
    datetime.date(1, 1, 1),
    datetime.date(2024, 2, 29),
    datetime.time(3, 4, 5, 6),
    datetime.timedelta(days=1, microseconds=5),
    b"\x00\xff",
    bytearray(b"hi"),
    m.Color.RED,
    m.Color("green"),
    m.Code(7),
    rt.UNSET,
    object(),
    [object()],
    m.Thing(id="1", note=None, extra={"class": 1, "more": [1e16, None]}),
    m.Thing.from_dict({"inner": None, "x": {"y": 1e-9}}),
    m.Secret(id="1", password="p", name="n"),
    m.Tree(value=1, children=[m.Tree(value=2), {"value": 3.0}]),  # type: ignore[list-item]
    m.Scalars(
        whole=decimal.Decimal(3),  # type: ignore[arg-type]
        real=decimal.Decimal("1e-7"),  # type: ignore[arg-type]
        price=decimal.Decimal("1.10"),
        key=uuid.UUID(int=5),
        many=[datetime.date(2024, 1, 1)],
        map={"a": m.Color.RED, "b": "new"},  # type: ignore[dict-item]
        data=b"x",
        pair=(1, "a"),
    ),
    m.Scalars(real=math.inf),
    m.Floats(all=[1.5, 1e16, -0.0, 1e-7]),
    m.Floats(all=[1.5, 2, decimal.Decimal("0.5")]),  # type: ignore[list-item]
    m.Floats(all=[decimal.Decimal("1.10")]),  # type: ignore[list-item]
    m.Floats(all=[0.5, math.nan]),
    m.Scalars.from_dict({"price": 1e-7, "real": 5, "moment": "soon", "zzz": 1}),
]


@pytest.mark.parametrize("value", ODD, ids=map(str, range(len(ODD))))
@pytest.mark.parametrize("extra", [None, {"more": 1e-7, "id": None}])
def test_a_value_is_written_as_by_the_standard_library(
    fast: typing.Any, value: typing.Any, extra: dict[str, typing.Any] | None
) -> None:
    standard = outcome(lambda: STANDARD.write(value, extra))
    assert outcome(lambda: fast.write(value, extra)) == standard


def test_answers_are_the_same(api: Driver, server: Server) -> None:
    body = json.dumps({**PARCEL, "New": [1.0, 10**30, -0.0]}).encode()
    for text in (body, body.decode().encode("utf-16"), body.replace(b"1.0", b"1e400")):
        server.say(Answer(body=text, headers={"Content-Type": "application/json"}))
        plain = api.run(lambda client: client.parcels.get("x"))
        fast = api.run(lambda client: client.parcels.get("x"), json="msgspec")
        assert repr(fast) == repr(plain)
        derived = api.run(
            lambda client: client.with_options(json="msgspec").parcels.get("x")
        )
        assert repr(derived) == repr(plain)


def test_errors_are_the_same(api: Driver, server: Server, rt: typing.Any) -> None:
    for text in (b"<html>", b'{"Id": NaN}', b'{"Id": 1}', b"[" * 9_999):
        server.say(Answer(body=text, headers={"Content-Type": "application/json"}))
        said = []
        for library in ("standard", "msgspec"):
            with pytest.raises(rt.DecodeError) as caught:
                api.run(lambda client: client.parcels.get("x"), json=library)
            said.append((str(caught.value), caught.value.path, caught.value.text))
        assert said[0] == said[1]


def test_without_msgspec_the_error_says_what_to_install(
    api: Driver, rt: typing.Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = rt.__name__.rpartition(".")[0]
    monkeypatch.delitem(sys.modules, f"{package}.fast", raising=False)
    monkeypatch.setitem(sys.modules, "msgspec", None)
    with pytest.raises(rt.ConfigurationError, match="its extra fast, or msgspec"):
        api.client(json="msgspec")
    with pytest.raises(rt.ConfigurationError, match="its extra fast, or msgspec"):
        api.client().with_options(json="msgspec")


def test_nothing_is_imported_that_was_not_asked_for(
    api: Driver, rt: typing.Any
) -> None:
    package = rt.__name__.rpartition(".")[0]
    sys.modules.pop(f"{package}.fast", None)
    api.client(json="standard")
    assert f"{package}.fast" not in sys.modules
    assert importlib.import_module(f"{package}.library").library_of("standard") is None
