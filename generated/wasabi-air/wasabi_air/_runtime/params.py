"""Parameters of query, headers and cookies, by "Style Examples" of OpenAPI 3.2.

What the specification leaves open is written as most servers read it. None is left
out, in lists and objects too. Arrays in a deep object are ``filter[ids][]=1`` (Rack,
PHP, qs), those of objects or arrays ``lines[0][amount]=1``. Arrays in an exploded
object repeat the member's name; deeper objects, outside of deep ones, are compact JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias
from urllib.parse import quote, quote_plus, unquote

from .encoding import to_request
from .operation import Style
from .styles import (
    Escape,
    delimiter,
    in_query,
    items_of,
    joined,
    members_of,
    plain,
    unescaped,
    written,
)
from .unset import Unset
from .views import header_text

__all__ = [
    "absent",
    "cookie_header",
    "header_value",
    "plain",
    "query_pairs",
    "query_text",
]

Pairs: TypeAlias = list[tuple[str | None, str]]
"""Names and values, percent-encoded; without a name, all there is of a query string."""

QUERY = Style("form")
HEADER = Style("simple")
COOKIE = Style("form")

_FORM = "application/x-www-form-urlencoded"


def absent(value: object) -> bool:
    """Whether an argument was not given."""
    return value is None or isinstance(value, Unset)


def query_pairs(values: Mapping[str, Any], styles: Mapping[str, Style]) -> Pairs:
    """The query parameters that were given, in order."""
    pairs: Pairs = []
    for name, value in values.items():
        if not absent(value):
            pairs += _query(name, to_request(value), styles.get(name, QUERY))
    return pairs


def _query(name: str, value: Any, style: Style) -> Pairs:
    key, escape = quote(name, safe=""), in_query(style)
    if style.form == "querystring":
        return _whole_query(value, style.media)
    if style.media:
        return [(key, quote(written(value, style.media), safe=""))]
    if style.form == "deepObject":
        return _deep(name, value, escape)
    if style.explode and isinstance(value, (list, dict)):
        return _exploded(key, value, escape)
    between = delimiter(style)
    text = joined(value, between, between, escape)
    # A list or object without members is undefined, and left out; "" is a value.
    return [] if not text and isinstance(value, (list, dict)) else [(key, text)]


def _exploded(key: str, value: Any, escape: Escape) -> Pairs:
    """A pair for each item or member."""
    if isinstance(value, list):
        items: list[Any] = [*value]
        return [(key, escape(plain(one))) for one in items_of(items)]
    members: Mapping[str, Any] = {**value}
    pairs: Pairs = []
    for name, one in members_of(members):
        inner = quote(name, safe="")
        if isinstance(one, list):
            pairs += _exploded(inner, one, escape)
        else:
            pairs.append((inner, escape(plain(one))))
    return pairs


def _deep(name: str, value: Any, escape: Escape) -> Pairs:
    """``a[b]=c``, ``a[b][]=c``, ``a[b][0][c]=d``."""
    pairs: Pairs = []
    if isinstance(value, dict):
        members: Mapping[str, Any] = {**value}
        for key, one in members_of(members):
            pairs += _deep(f"{name}[{key}]", one, escape)
    elif isinstance(value, list):
        items = items_of([*value])
        flat = not any(isinstance(one, (list, dict)) for one in items)
        for index, one in enumerate(items):
            pairs += _deep(f"{name}[{'' if flat else index}]", one, escape)
    else:
        pairs.append((quote(name, safe=""), escape(plain(value))))
    return pairs


def _whole_query(value: Any, media: str) -> Pairs:
    """The query string as content (3.2, ``in: querystring``): a form, or one text."""
    if media != _FORM or not isinstance(value, dict):
        return [(None, quote(written(value, media), safe=""))]
    members: Mapping[str, Any] = {**value}
    return [
        (quote_plus(key), text)
        for key, one in members_of(members)
        for _, text in _exploded(
            "", one if isinstance(one, list) else [one], quote_plus
        )
    ]


def query_text(pairs: Pairs) -> str:
    """Join encoded pairs to a query string."""
    return "&".join(
        value if name is None else f"{name}={value}" for name, value in pairs
    )


def header_value(name: str, value: Any, style: Style = HEADER) -> str:
    """One header parameter; headers are not percent-encoded.

    Raises:
        ValueError: The value would end the header.
    """
    encoded = to_request(value)
    if style.media:
        return header_text(name, written(encoded, style.media))
    pairing = "=" if style.explode else ","
    between = unquote(delimiter(style))
    return header_text(name, joined(encoded, between, pairing, unescaped))


def cookie_header(values: Mapping[str, Any], styles: Mapping[str, Style]) -> str:
    """The ``Cookie`` header of the cookie parameters that were given.

    Raises:
        ValueError: A value would end its cookie; style ``cookie`` escapes nothing.
    """
    cookies: list[str] = []
    for name, value in values.items():
        if absent(value):
            continue
        style, encoded = styles.get(name, COOKIE), to_request(value)
        if style.form == "cookie" and not style.media:
            cookies += _bare_cookies(name, encoded, style)
        else:
            pairs = _query(name, encoded, style)
            cookies += [f"{key}={text}" for key, text in pairs]
    return "; ".join(cookies)


def _bare_cookies(name: str, value: Any, style: Style) -> list[str]:
    if style.explode and isinstance(value, list):
        items: list[Any] = [*value]
        made = [f"{name}={plain(one)}" for one in items_of(items)]
    elif style.explode and isinstance(value, dict):
        members: Mapping[str, Any] = {**value}
        made = [f"{key}={plain(one)}" for key, one in members_of(members)]
    else:
        made = [f"{name}={joined(value, ',', ',', unescaped)}"]
    for cookie in made:
        if ";" in header_text(name, cookie):
            raise ValueError(f"cookie {name!r} cannot hold ';' unless it is escaped")
    return made
