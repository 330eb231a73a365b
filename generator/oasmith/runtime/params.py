"""Parameters: values to text by the styles of OpenAPI 3.1, section 4.8.12.2."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias
from urllib.parse import quote, unquote

from .encoding import to_request
from .operation import Style
from .unset import Unset
from .views import header_text

__all__ = ["cookie_header", "header_value", "path_text", "query_pairs", "query_text"]

Pairs: TypeAlias = list[tuple[str, str]]
"""Names and values, percent-encoded."""

PATH = Style("simple")
QUERY = Style("form")
HEADER = Style("simple")
COOKIE = Style("form")

_RESERVED = ":/?#[]@!$&'()*+,;="
_TRIPLE = re.compile(r"%[0-9A-Fa-f]{2}")
_BRACES = re.compile(r"\{([^{}]*)\}")
_DELIMITERS = {
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    # Of Swagger 2.0, where later versions have no style for them.
    "ssv": "%20",
    "tsv": "%09",
    "pipes": "%7C",
}


def absent(value: object) -> bool:
    """Whether an argument was not given."""
    return value is None or isinstance(value, Unset)


def plain(value: object) -> str:
    """A JSON scalar as text."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case _ if value.__class__ in (dict, list):
            return _compact(value)
        case _:
            return str(value)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _escape(text: str, style: Style) -> str:
    """Percent-encode all but the unreserved, or all but the reserved too."""
    if not style.reserved:
        return quote(text, safe="")
    parts = _TRIPLE.split(text)
    kept = [*_TRIPLE.findall(text), ""]
    safe = _RESERVED.replace("&", "").replace("#", "").replace("+", "")
    return "".join(quote(a, safe=safe) + b for a, b in zip(parts, kept, strict=True))


def _members(value: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(key, one) for key, one in value.items() if one is not None]


def _flat(value: Any, style: Style, between: str, *, raw: bool = False) -> str:
    """A value in one piece: ``a``, ``a,b``, ``k,v`` or, exploded, ``k=v``."""

    def text(one: object) -> str:
        return plain(one) if raw else _escape(plain(one), style)

    if isinstance(value, list):
        items: list[Any] = [*value]
        return between.join(text(one) for one in items)
    if isinstance(value, dict):
        joint = "=" if style.explode else between
        pairs: Mapping[str, Any] = {**value}
        return between.join(
            f"{text(key)}{joint}{text(one)}" for key, one in _members(pairs)
        )
    return text(value)


def _path_value(name: str, value: Any, style: Style) -> str:
    """One path parameter, by style."""
    encoded = to_request(value)
    if style.media:
        encoded = _compact(encoded)
    if encoded in ("", ".", "..") or encoded is None:
        raise ValueError(
            f"path parameter {name!r} cannot be {encoded!r}: it would change the path"
        )
    match style.form:
        case "label":
            return "." + _flat(encoded, style, "." if style.explode else ",")
        case "matrix":
            return _matrix(quote(name, safe=""), encoded, style)
        case _:
            return _flat(encoded, style, _DELIMITERS.get(style.form, ","))


def _matrix(name: str, value: Any, style: Style) -> str:
    if style.explode and isinstance(value, list):
        items: list[Any] = [*value]
        return "".join(f";{name}={_flat(one, style, ',')}" for one in items)
    if style.explode and isinstance(value, dict):
        return ";" + _flat(value, style, ";")
    return f";{name}={_flat(value, style, ',')}"


def path_text(
    template: str, values: Mapping[str, Any], styles: Mapping[str, Style]
) -> str:
    """Fill a path template.

    Raises:
        ValueError: A value is missing or would change the structure of the path.
    """

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        if absent(values.get(name)):
            raise ValueError(f"path parameter {name!r} is needed and cannot be None")
        return _path_value(name, values[name], styles.get(name, PATH))

    path = _BRACES.sub(fill, template)
    if any(part in (".", "..") for part in path.split("/")):
        raise ValueError(f"the path {path!r} would leave the one of the operation")
    return path


def query_pairs(values: Mapping[str, Any], styles: Mapping[str, Style]) -> Pairs:
    """The query parameters that were given, in order."""
    pairs: Pairs = []
    for name, value in values.items():
        if not absent(value):
            pairs += _query(name, to_request(value), styles.get(name, QUERY))
    return pairs


def _query(name: str, value: Any, style: Style) -> Pairs:
    key = quote(name, safe="")
    if style.media:
        text = _compact(value) if "json" in style.media else plain(value)
        return [(key, _escape(text, style))]
    if isinstance(value, list):
        items: list[Any] = [*value]
        if style.explode or style.form == "deepObject":
            return [(key, _escape(plain(one), style)) for one in items]
        between = _DELIMITERS.get(style.form, ",")
        return [(key, _flat(items, style, between))] if items else []
    if isinstance(value, dict):
        members = _members({**value})
        if style.form == "deepObject":
            return [
                pair for one, v in members for pair in _deep(f"{name}[{one}]", v, style)
            ]
        if style.explode:
            return [
                (quote(one, safe=""), _escape(plain(v), style)) for one, v in members
            ]
        between = _DELIMITERS.get(style.form, ",")
        return [(key, _flat(dict(members), style, between))] if members else []
    return [(key, _escape(plain(value), style))]


def _deep(name: str, value: Any, style: Style) -> Pairs:
    """``a[b]=c``; deeper objects and arrays as common servers read them."""
    if isinstance(value, dict):
        members = _members({**value})
        return [
            pair for one, v in members for pair in _deep(f"{name}[{one}]", v, style)
        ]
    items: Iterable[Any] = [*value] if isinstance(value, list) else [value]
    return [(quote(name, safe=""), _escape(plain(one), style)) for one in items]


def query_text(pairs: Pairs) -> str:
    """Join encoded pairs to a query string."""
    return "&".join(f"{name}={value}" for name, value in pairs)


def header_value(name: str, value: Any, style: Style = HEADER) -> str:
    """One header parameter; headers are not percent-encoded.

    Raises:
        ValueError: The value would end the header.
    """
    encoded = to_request(value)
    if not style.media:
        between = unquote(_DELIMITERS.get(style.form, ","))
        return header_text(name, _flat(encoded, style, between, raw=True))
    return header_text(name, plain(encoded))


def cookie_header(values: Mapping[str, Any], styles: Mapping[str, Style]) -> str:
    """The ``Cookie`` header of the cookie parameters that were given."""
    given = {name: value for name, value in values.items() if not absent(value)}
    styled = {name: styles.get(name, COOKIE) for name in given}
    return "; ".join(f"{name}={value}" for name, value in query_pairs(given, styled))
