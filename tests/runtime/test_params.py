"""Parameters, by the table "Style Examples" of OpenAPI 3.1."""

from __future__ import annotations

import datetime
import typing

import pytest

from oasmith.runtime import rt
from oasmith.runtime.params import (
    cookie_header,
    header_value,
    path_text,
    query_pairs,
    query_text,
)

from . import shapes as m

COLORS = ["blue", "black", "brown"]
RGB = {"R": 100, "G": 200, "B": 150}


def path(value: object, style: rt.Style) -> str:
    return path_text("/{color}", {"color": value}, {"color": style})[1:]


def query(value: object, style: rt.Style | None = None) -> str:
    styles = {"color": style} if style else {}
    return query_text(query_pairs({"color": value}, styles))


@pytest.mark.parametrize(
    ("form", "explode", "one", "many", "members"),
    [
        ("matrix", False, ";color=blue", ";color=blue,black,brown",
         ";color=R,100,G,200,B,150"),
        ("matrix", True, ";color=blue", ";color=blue;color=black;color=brown",
         ";R=100;G=200;B=150"),
        ("label", False, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
        ("label", True, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
        ("simple", False, "blue", "blue,black,brown", "R,100,G,200,B,150"),
        ("simple", True, "blue", "blue,black,brown", "R=100,G=200,B=150"),
    ],
)  # fmt: skip
def test_path_styles(
    form: str, explode: bool, one: str, many: str, members: str
) -> None:
    style = rt.Style(form, explode=explode)
    assert path("blue", style) == one
    assert path(COLORS, style) == many
    assert path(RGB, style) == members


@pytest.mark.parametrize(
    ("form", "explode", "many", "members"),
    [
        ("form", False, "color=blue,black,brown", "color=R,100,G,200,B,150"),
        ("form", True, "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
        ("spaceDelimited", False, "color=blue%20black%20brown",
         "color=R%20100%20G%20200%20B%20150"),
        ("pipeDelimited", False, "color=blue%7Cblack%7Cbrown",
         "color=R%7C100%7CG%7C200%7CB%7C150"),
    ],
)  # fmt: skip
def test_query_styles(form: str, explode: bool, many: str, members: str) -> None:
    style = rt.Style(form, explode=explode)
    assert query(COLORS, style) == many
    assert query(RGB, style) == members


def test_deep_objects() -> None:
    style = rt.Style("deepObject", explode=True)
    assert query(RGB, style) == "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"
    assert query({"a": {"b": [1, 2]}}, style) == (
        "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "color=true"),
        (1.5, "color=1.5"),
        (m.Color.RED, "color=red"),
        (m.Color("neu"), "color=neu"),
        (datetime.datetime(2024, 1, 2, tzinfo=datetime.UTC),
         "color=2024-01-02T00%3A00%3A00Z"),
        ("a b&c=d/ä", "color=a%20b%26c%3Dd%2F%C3%A4"),
        ("", "color="),
        ([], ""),
        (None, ""),
        (rt.UNSET, ""),
        (m.Inner(bucket="b"), "Bucket=b"),
    ],
)  # fmt: skip
def test_query_values(value: object, text: str) -> None:
    assert query(value) == text


def test_reserved_characters_stay_where_allowed() -> None:
    style = rt.Style("form", reserved=True)
    assert query("/a?b,c&d%20e", style) == "color=/a?b,c%26d%20e"


def test_a_media_type_writes_json() -> None:
    style = rt.Style("form", media="application/json")
    assert query({"a": [1]}, style) == "color=%7B%22a%22%3A%5B1%5D%7D"


@pytest.mark.parametrize("value", ["", ".", "..", None, rt.UNSET])
def test_path_values_that_change_the_path_are_refused(value: object) -> None:
    with pytest.raises(ValueError, match="color"):
        path(value, rt.Style("simple"))


def test_values_that_join_to_a_dot_segment_are_refused() -> None:
    with pytest.raises(ValueError):
        path_text("/a/{x}", {"x": []}, {"x": rt.Style("label")})


def test_slashes_in_path_values_are_escaped() -> None:
    assert path("a/../b c", rt.Style("simple")) == "a%2F..%2Fb%20c"


def test_headers_are_not_percent_encoded() -> None:
    assert header_value("X", ["a b", "c"]) == "a b,c"
    assert header_value("X", RGB, rt.Style("simple", explode=True)) == (
        "R=100,G=200,B=150"
    )


@pytest.mark.parametrize("value", ["a\r\nB: c", "a\n", "\x00"])
def test_headers_that_would_end_are_refused(value: typing.Any) -> None:
    with pytest.raises(ValueError, match="X-Trace"):
        header_value("X-Trace", value)


def test_cookies_are_one_header() -> None:
    assert cookie_header({"a": 1, "b": None, "c": "x;y"}, {}) == "a=1; c=x%3By"
