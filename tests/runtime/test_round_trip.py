"""What is written can be read back, by a reader made from the specification alone.

Only where a style can be reversed: values hold no delimiter that RFC 3986 has escaped
anyway (3.2, "Percent-Encoding and Illegal or Reserved Delimiters"), and lists and
objects are not empty, as there is nothing to see of them.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oasmith.runtime import rt
from oasmith.runtime.params import (
    cookie_header,
    header_value,
    query_pairs,
    query_text,
)
from oasmith.runtime.paths import PathTemplate

Kind = typing.Literal["text", "list", "object"]

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
names = st.text("abcdefghij", min_size=1, max_size=5)


def values(kind: Kind, text: st.SearchStrategy[str]) -> st.SearchStrategy[typing.Any]:
    match kind:
        case "text":
            return text
        case "list":
            return st.lists(text, min_size=1, max_size=4)
        case "object":
            return st.dictionaries(names, text, min_size=1, max_size=4)


def members(pieces: list[str], kind: Kind, joint: str | None) -> object:
    """The pieces between delimiters as a value: with a joint each is ``k=v``."""
    if kind == "text":
        (only,) = pieces
        return unquote(only)
    if kind == "list":
        return [unquote(one) for one in pieces]
    if joint is None:
        return {
            unquote(key): unquote(one)
            for key, one in zip(pieces[::2], pieces[1::2], strict=True)
        }
    pairs = [one.split(joint, 1) for one in pieces]
    return {unquote(key): unquote(one) for key, one in pairs}


def read_simple(text: str, kind: Kind, explode: bool) -> object:
    return members(text.split(","), kind, "=" if explode else None)


def read_label(text: str, kind: Kind, explode: bool) -> object:
    assert text.startswith(".")
    pieces = text[1:].split("." if explode else ",")
    return members(pieces, kind, "=" if explode else None)


def read_matrix(text: str, kind: Kind, explode: bool) -> object:
    assert text.startswith(";")
    if not explode or kind == "text":
        name, _, rest = text[1:].partition("=")
        assert name == "p"
        return members(rest.split(","), kind, None)
    pieces = text[1:].split(";")
    if kind == "object":
        return members(pieces, kind, "=")
    assert all(piece.startswith("p=") for piece in pieces)
    return members([piece[2:] for piece in pieces], kind, None)


def read_form(text: str, kind: Kind, explode: bool) -> object:
    return read_pairs(text.split("&"), kind, explode, ",")


def read_pairs(pairs: list[str], kind: Kind, explode: bool, between: str) -> object:
    if explode and kind == "object":
        return members(pairs, kind, "=")
    told = [pair.split("=", 1) for pair in pairs]
    assert {name for name, _ in told} == {"p"}
    if explode:
        return members([one for _, one in told], kind, None)
    ((_, only),) = told
    return members(only.split(between) if kind != "text" else [only], kind, None)


def read_spaces(text: str, kind: Kind, explode: bool) -> object:
    return read_pairs([text], kind, explode, "%20")


def read_pipes(text: str, kind: Kind, explode: bool) -> object:
    return read_pairs([text], kind, explode, "%7C")


def read_deep(text: str, kind: Kind, explode: bool) -> object:
    found: dict[str, str] = {}
    for pair in text.split("&"):
        name, _, value = pair.partition("=")
        key = re.fullmatch(r"p\[(.*)\]", unquote(name))
        assert key is not None
        found[key[1]] = unquote(value)
    return found


Reader = Callable[[str, Kind, bool], object]
READERS: dict[str, tuple[Reader, frozenset[str]]] = {
    "simple": (read_simple, frozenset()),
    "label": (read_label, frozenset(".")),
    "matrix": (read_matrix, frozenset()),
    "form": (read_form, frozenset()),
    "spaceDelimited": (read_spaces, frozenset(" ")),
    "pipeDelimited": (read_pipes, frozenset("|")),
    "deepObject": (read_deep, frozenset()),
}
"""How each style is read, and which characters in values it cannot tell apart."""

IN_PATH = ("simple", "label", "matrix")


def written(form: str, value: object, explode: bool) -> str:
    style = {"p": rt.Style(form, explode=explode)}
    if form in IN_PATH:
        return PathTemplate("/x/{p}", style).fill({"p": value}).removeprefix("/x/")
    return query_text(query_pairs({"p": value}, style))


CASES = [
    (form, explode, kind)
    for form in READERS
    for explode in (False, True)
    for kind in typing.get_args(Kind)
    if not (form == "deepObject" and (kind != "object" or not explode))
    if not (form.endswith("Delimited") and (explode or kind == "text"))
]


@pytest.mark.parametrize(("form", "explode", "kind"), CASES)
@settings(max_examples=40)
@given(data=st.data())
def test_paths_and_queries_can_be_read_back(
    form: str, explode: bool, kind: Kind, data: st.DataObject
) -> None:
    reader, ambiguous = READERS[form]
    usable = texts.filter(
        lambda text: ambiguous.isdisjoint(text) and text not in (".", "..")
    )
    value = data.draw(values(kind, usable))
    assert reader(written(form, value, explode), kind, explode) == value


plain_texts = st.text("abc XYZ-_%!", min_size=1, max_size=8).map(str.strip)


@pytest.mark.parametrize("explode", [False, True])
@pytest.mark.parametrize("kind", typing.get_args(Kind))
@settings(max_examples=40)
@given(data=st.data())
def test_headers_can_be_read_back_without_decoding(
    explode: bool, kind: Kind, data: st.DataObject
) -> None:
    value = data.draw(values(kind, plain_texts.filter(bool)))
    text = header_value("X", value, rt.Style("simple", explode=explode))
    escaped = text.replace("%", "%25")  # the reader decodes, as a server must not
    assert read_simple(escaped, kind, explode) == value


@pytest.mark.parametrize("form", ["form", "cookie"])
@pytest.mark.parametrize("explode", [False, True])
@pytest.mark.parametrize("kind", typing.get_args(Kind))
@settings(max_examples=40)
@given(data=st.data())
def test_cookies_can_be_read_back(
    form: str, explode: bool, kind: Kind, data: st.DataObject
) -> None:
    usable = texts if form == "form" else plain_texts.filter(bool)
    value = data.draw(values(kind, usable))
    text = cookie_header({"p": value}, {"p": rt.Style(form, explode=explode)})
    if form == "cookie":
        text = text.replace("%", "%25")
    assert read_pairs(text.split("; "), kind, explode, ",") == value
