"""Paths: templates filled with parameters, by "Style Examples" of OpenAPI 3.2."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from .encoding import to_request
from .operation import Style
from .params import absent
from .styles import (
    FIXED_PATH,
    FIXED_QUERY,
    Escape,
    delimiter,
    in_path,
    in_query,
    items_of,
    joined,
    literal,
    members_of,
    plain,
    written,
)

__all__ = ["path_text"]

PATH = Style("simple")

_BRACES = re.compile(r"\{([^{}]*)\}")


def path_text(
    template: str, values: Mapping[str, Any], styles: Mapping[str, Style]
) -> str:
    """Fill a path template. Its ``#fragment`` tells operations apart, and is not sent.

    Raises:
        ValueError: A value is missing or would change the structure of the path.
    """
    template = template.partition("#")[0]
    path, mark, query = template.partition("?")
    pieces: list[str] = []
    for place, piece in enumerate(_BRACES.split(path)):
        if place % 2:
            style = styles.get(piece, PATH)
            pieces.append(_path_value(piece, _given(piece, values), style))
        else:
            pieces.append(literal(piece, FIXED_PATH))
    text = "".join(pieces)
    if any(_moves(segment) for segment in text.split("/")):
        raise ValueError(f"the path {text!r} would leave the one of the operation")
    return text + mark + _fixed_query(query, values, styles)


def _given(name: str, values: Mapping[str, Any]) -> Any:
    if absent(values.get(name)):
        raise ValueError(f"path parameter {name!r} is needed and cannot be None")
    return to_request(values[name])


def _moves(segment: str) -> bool:
    """Whether a segment means this or the upper folder (RFC 3986 section 3.3)."""
    return re.sub("%2e", ".", segment, flags=re.IGNORECASE) in (".", "..")


def _path_value(name: str, value: Any, style: Style) -> str:
    """One path parameter, by style."""
    escape = in_path(style)
    pairing = "=" if style.explode else ","
    if style.media:
        text = quote(written(value, style.media), safe="")
    elif style.form == "matrix":
        return _matrix(quote(name, safe=""), value, style, escape)
    elif style.form == "label":
        return "." + joined(value, "." if style.explode else ",", pairing, escape)
    else:
        text = joined(value, delimiter(style), pairing, escape)
    if text in ("", ".", ".."):
        raise ValueError(
            f"path parameter {name!r} cannot be {value!r}: it would change the path"
        )
    return text


def _matrix(name: str, value: Any, style: Style, escape: Escape) -> str:
    """``;name=value``; an empty value loses its ``=`` (RFC 6570 section 3.2.7)."""
    pairs: list[tuple[str, str]] = [(name, joined(value, ",", ",", escape))]
    if style.explode and isinstance(value, list):
        items: list[Any] = [*value]
        pairs = [(name, escape(plain(one))) for one in items_of(items)]
    elif style.explode and isinstance(value, dict):
        members: Mapping[str, Any] = {**value}
        pairs = [(escape(k), escape(plain(one))) for k, one in members_of(members)]
    return "".join(
        f";{key}={text}" if text else f";{key}" for key, text in pairs or [(name, "")]
    )


def _fixed_query(
    query: str, values: Mapping[str, Any], styles: Mapping[str, Style]
) -> str:
    """The query that a path template brings along, filled."""
    pieces: list[str] = []
    for place, piece in enumerate(_BRACES.split(query)):
        if place % 2:
            escape = in_query(styles.get(piece, PATH))
            pieces.append(joined(_given(piece, values), ",", ",", escape))
        else:
            pieces.append(literal(piece, FIXED_QUERY))
    return "".join(pieces)
