"""Parameters, by the table "Style Examples" of OpenAPI 3.2 and what it leaves open."""

from __future__ import annotations

import datetime
import typing

import pytest

from oasmith.runtime import rt
from oasmith.runtime.params import (
    cookie_header,
    header_value,
    query_pairs,
    query_text,
)
from oasmith.runtime.paths import PathTemplate

from . import shapes as m

COLORS = ["blue", "black", "brown"]
RGB = {"R": 100, "G": 200, "B": 150}


def path(value: object, style: rt.Style | None = None) -> str:
    styles = {"color": style} if style else {}
    return PathTemplate("/{color}", styles).fill({"color": value})[1:]


def query(value: object, style: rt.Style | None = None) -> str:
    styles = {"color": style} if style else {}
    return query_text(query_pairs({"color": value}, styles))


def cookie(value: object, style: rt.Style | None = None) -> str:
    styles = {"color": style} if style else {}
    return cookie_header({"color": value}, styles)


SPECIFIED = """
matrix         | false | ;color | ;color=blue | ;color=blue,black,brown             | ;color=R,100,G,200,B,150
matrix         | true  | ;color | ;color=blue | ;color=blue;color=black;color=brown | ;R=100;G=200;B=150
label          | false | .      | .blue       | .blue,black,brown                   | .R,100,G,200,B,150
label          | true  | .      | .blue       | .blue.black.brown                   | .R=100.G=200.B=150
simple         | false | -      | blue        | blue,black,brown                    | R,100,G,200,B,150
simple         | true  | -      | blue        | blue,black,brown                    | R=100,G=200,B=150
form           | false | color= | color=blue  | color=blue,black,brown              | color=R,100,G,200,B,150
form           | true  | color= | color=blue  | color=blue&color=black&color=brown  | R=100&G=200&B=150
spaceDelimited | false | -      | -           | color=blue%20black%20brown          | color=R%20100%20G%20200%20B%20150
pipeDelimited  | false | -      | -           | color=blue%7Cblack%7Cbrown          | color=R%7C100%7CG%7C200%7CB%7C150
deepObject     | true  | -      | -           | -                                   | color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150
cookie         | false | color= | color=blue  | color=blue,black,brown              | color=R,100,G,200,B,150
cookie         | true  | color= | color=blue  | color=blue; color=black; color=brown | R=100; G=200; B=150
"""  # noqa: E501 - the rows as they stand in the specification
"""The rows of "Style Examples": style, explode, and what the empty string, "blue",
COLORS and RGB are in it; "-" where the specification leaves it undefined."""


def specified() -> typing.Iterator[tuple[str, bool, object, str]]:
    for row in SPECIFIED.strip().splitlines():
        form, explode, *texts = [cell.strip() for cell in row.split("|")]
        for value, text in zip(("", "blue", COLORS, RGB), texts, strict=True):
            if text != "-":
                yield form, explode == "true", value, text


@pytest.mark.parametrize(("form", "explode", "value", "text"), list(specified()))
def test_the_table_of_the_specification(
    form: str, explode: bool, value: object, text: str
) -> None:
    style = rt.Style(form, explode=explode)
    match form:
        case "matrix" | "label" | "simple" if not (form == "label" and not value):
            assert path(value, style) == text
        case "label":
            # Alone in its segment the dot would mean this very folder.
            template = PathTemplate("/color{color}", {"color": style})
            given = template.fill({"color": value})
            assert given == f"/color{text}"
        case "cookie":
            assert cookie(value, style) == text
        case _:
            assert query(value, style) == text


@pytest.mark.parametrize("explode", [False, True])
def test_headers_are_written_in_the_simple_style(explode: bool) -> None:
    style = rt.Style("simple", explode=explode)
    rows = {
        str(value): text
        for form, exploded, value, text in specified()
        if (form, exploded) == ("simple", explode)
    }
    for value in ("blue", COLORS, RGB):
        assert header_value("color", value, style) == rows[str(value)]
    assert header_value("color", "", style) == ""


@pytest.mark.parametrize("explode", [False, True])
def test_cookies_of_the_form_style_are_parted_as_cookies(explode: bool) -> None:
    """3.2, appendix D: "&" is never right between cookies."""
    style = rt.Style("form", explode=explode)
    for form, exploded, value, text in specified():
        if (form, exploded) == ("form", explode):
            assert cookie(value, style) == text.replace("&", "; ")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"a": {"b": [1, 2]}}, "color[a][b][]=1&color[a][b][]=2"),
        ({"a": {"b": {"c": True}}}, "color[a][b][c]=true"),
        ({"lines": [{"n": 1}, {"n": 2}]}, "color[lines][0][n]=1&color[lines][1][n]=2"),
        (["x", "y"], "color[]=x&color[]=y"),
        ([{"a": 1, "b": 2}], "color[0][a]=1&color[0][b]=2"),
        ({"a": [], "b": {}, "c": None}, ""),
        (7, "color=7"),
    ],
)
def test_deep_objects_as_servers_read_them(value: object, text: str) -> None:
    style = rt.Style("deepObject", explode=True)
    written = text.replace("[", "%5B").replace("]", "%5D")
    assert query(value, style) == written


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "color=true"),
        (1.5, "color=1.5"),
        (1e16, "color=10000000000000000"),
        (1.5e-7, "color=0.00000015"),
        (1e22, "color=1e%2B22"),
        (2**63, "color=9223372036854775808"),
        (b"\x00\xff", "color=AP8%3D"),
        (m.Color.RED, "color=red"),
        (m.Color("neu"), "color=neu"),
        ([m.Color.RED, "x"], "color=red&color=x"),
        (datetime.date(2024, 1, 2), "color=2024-01-02"),
        (datetime.datetime(2024, 1, 2, tzinfo=datetime.UTC),
         "color=2024-01-02T00%3A00%3A00Z"),
        ("a b&c=d/ä+~", "color=a%20b%26c%3Dd%2F%C3%A4%2B~"),
        ("", "color="),
        ([], ""),
        ({}, ""),
        ([None], ""),
        (["a", None, "b"], "color=a&color=b"),
        ({"a": None, "b": "x"}, "b=x"),
        ({"a": [1, 2], "b": {"c": [3]}}, "a=1&a=2&b=%7B%22c%22%3A%5B3%5D%7D"),
        ([[1, 2], {"a": None}], "color=%5B1%2C2%5D&color=%7B%22a%22%3Anull%7D"),
        (None, ""),
        (rt.UNSET, ""),
        (m.Inner(bucket="b"), "Bucket=b"),
    ],
)  # fmt: skip
def test_query_values(value: object, text: str) -> None:
    assert query(value) == text


@pytest.mark.parametrize("form", ["form", "spaceDelimited", "pipeDelimited"])
@pytest.mark.parametrize("value", [[], {}, [None], {"a": None}])
def test_what_has_no_members_is_left_out(form: str, value: object) -> None:
    assert query(value, rt.Style(form, explode=False)) == ""


@pytest.mark.parametrize("form", ["form", "spaceDelimited", "pipeDelimited"])
def test_delimiters_in_values_are_escaped(form: str) -> None:
    between = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}[form]
    style = rt.Style(form, explode=False)
    assert query(["a,b", "c"], style) == f"color=a%2Cb{between}c"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [float("-inf")]])
def test_what_is_no_number_is_not_sent(value: object) -> None:
    with pytest.raises(ValueError, match="no number"):
        query(value)


@pytest.mark.parametrize(
    "name", ["$filter", "x[]", "", "page[size]", "@type", "größe", "a b&c"]
)
def test_names_are_escaped_and_kept(name: str) -> None:
    from urllib.parse import parse_qsl

    written = query_text(query_pairs({name: ["1", "2"]}, {}))
    assert parse_qsl(written) == [(name, "1"), (name, "2")]


def test_reserved_characters_stay_where_allowed() -> None:
    style = rt.Style("form", reserved=True)
    assert query("/a?b,c&d%20e", style) == "color=/a?b,c%26d%20e"
    assert query("x%2By^%", style) == "color=x%2By%5E%25"
    assert query("a+b#c=d;[]", style) == "color=a%2Bb%23c=d;[]"


def test_reserved_characters_in_a_path_never_end_the_segment() -> None:
    style = rt.Style("simple", reserved=True)
    assert path("a:b;c=d/e?f#g%2F", style) == "a:b;c=d%2Fe%3Ff%23g%2F"


def test_content_is_written_as_its_media_type_says() -> None:
    json = rt.Style("content", explode=False, media="application/json")
    text = rt.Style("content", explode=False, media="text/plain")
    assert query({"a": [1]}, json) == "color=%7B%22a%22%3A%5B1%5D%7D"
    assert query("x y", json) == "color=%22x%20y%22"
    assert query("x y", text) == "color=x%20y"
    assert path(["a/b"], json) == "%5B%22a%2Fb%22%5D"
    assert path("a/b", text) == "a%2Fb"
    assert header_value("X", {"a": None}, json) == '{"a":null}'
    assert cookie({"a": 1}, json) == "color=%7B%22a%22%3A1%7D"


@pytest.mark.parametrize(
    ("media", "value", "text"),
    [
        ("application/x-www-form-urlencoded", {"foo": "a + b", "bar": True},
         "foo=a+%2B+b&bar=true"),
        ("application/x-www-form-urlencoded", {"a": [1, 2], "b": None}, "a=1&a=2"),
        ("application/json", {"numbers": [1, 2], "flag": None},
         "%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D"),
        ("application/jsonpath", "$.a.b[1:1]", "%24.a.b%5B1%3A1%5D"),
    ],
)  # fmt: skip
def test_a_whole_query_string(media: str, value: object, text: str) -> None:
    style = rt.Style("querystring", explode=False, media=media)
    assert query(value, style) == text


@pytest.mark.parametrize("value", ["", ".", "..", None, rt.UNSET, [], [""], {}, [None]])
def test_path_values_that_change_the_path_are_refused(value: object) -> None:
    with pytest.raises(ValueError, match="color"):
        path(value)


@pytest.mark.parametrize(
    ("template", "value", "style"),
    [
        ("/a/{x}", [], rt.Style("label")),
        ("/a/{x}", "", rt.Style("label")),
        ("/a/{x}", ".", rt.Style("label")),
        ("/a/{x}", "%2E%2e", rt.Style("simple", reserved=True)),
        ("/a/.{x}", "%2e", rt.Style("simple", reserved=True)),
    ],
)
def test_values_that_join_to_a_dot_segment_are_refused(
    template: str, value: object, style: rt.Style
) -> None:
    with pytest.raises(ValueError):
        PathTemplate(template, {"x": style}).fill({"x": value})


def test_slashes_in_path_values_are_escaped() -> None:
    assert path("a/../b c") == "a%2F..%2Fb%20c"


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("/{a}.{b}", "/1.2"),
        ("/{a}:verb", "/1:verb"),
        ("/{a}-{b}/{a}", "/1-2/1"),
        ("//x/{a}/", "//x/1/"),
        ("/x y/ä%20/{a}|", "/x%20y/%C3%A4%20/1%7C"),
        ("/x#action={a}", "/x"),
        ("/{a}?op=get&v={b}#frag", "/1?op=get&v=2"),
        ("", ""),
    ],
)
def test_path_templates(template: str, text: str) -> None:
    assert PathTemplate(template, {}).fill({"a": 1, "b": "2"}) == text


def test_headers_are_not_percent_encoded() -> None:
    assert header_value("X", ["a b", "c%20", None]) == "a b,c%20"


@pytest.mark.parametrize("value", ["a\r\nB: c", "a\n", "\x00"])
def test_headers_that_would_end_are_refused(value: typing.Any) -> None:
    with pytest.raises(ValueError, match="X-Trace"):
        header_value("X-Trace", value)


def test_cookies_are_one_header() -> None:
    assert cookie_header({"a": 1, "b": None, "c": "x;y"}, {}) == "a=1; c=x%3By"


def test_bare_cookies_are_written_as_they_are() -> None:
    bare = rt.Style("cookie", explode=True)
    assert cookie({"greeting": "Hello%2C world!", "code": 42}, bare) == (
        "greeting=Hello%2C world!; code=42"
    )
    for hostile in ("a;b", "a\r\nb", ["x", "y; admin=1"]):
        with pytest.raises(ValueError, match="color"):
            cookie(hostile, bare)
