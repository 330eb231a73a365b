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

__all__ = ["PathTemplate"]

PATH = Style("simple")

_NOWHERE = frozenset({"", ".", ".."})
_BRACES = re.compile(r"\{([^{}]*)\}")


class PathTemplate:
    """A path template, taken to pieces once for all calls of an operation.

    Its ``#fragment`` tells operations apart, and is not sent.
    """

    __slots__ = ("_path", "_query", "_styles")

    def __init__(self, template: str, styles: Mapping[str, Style]) -> None:
        """Take the template, and the styles of the parameters that have their own."""
        path, mark, query = template.partition("#")[0].partition("?")
        self._styles = styles
        self._path = _pieces(path, FIXED_PATH)
        self._query = _pieces(query, FIXED_QUERY) if mark else ()

    def fill(self, values: Mapping[str, Any]) -> str:
        """The path for these values.

        Raises:
            ValueError: A value is missing or would change the structure of the path.
        """
        text = "".join(
            self._in_path(piece, values) if place % 2 else piece
            for place, piece in enumerate(self._path)
        )
        if ("." in text or "%" in text) and any(map(_moves, text.split("/"))):
            raise ValueError(f"the path {text!r} would leave the one of the operation")
        return f"{text}?{self._filled_query(values)}" if self._query else text

    def _in_path(self, name: str, values: Mapping[str, Any]) -> str:
        value: object = values.get(name)
        if type(value) is str and name not in self._styles:
            text = quote(value, safe="")  # what the style would come to
            if text not in _NOWHERE:
                return text
        return _path_value(name, _given(name, values), self._styles.get(name, PATH))

    def _filled_query(self, values: Mapping[str, Any]) -> str:
        """The query that a path template brings along."""
        return "".join(
            self._in_query(piece, values) if place % 2 else piece
            for place, piece in enumerate(self._query)
        )

    def _in_query(self, name: str, values: Mapping[str, Any]) -> str:
        escape = in_query(self._styles.get(name, PATH))
        return joined(_given(name, values), ",", ",", escape)


def _pieces(template: str, fixed: str) -> tuple[str, ...]:
    """What is fixed, percent-encoded, and at odd places the names in braces."""
    return tuple(
        piece if place % 2 else literal(piece, fixed)
        for place, piece in enumerate(_BRACES.split(template))
    )


def _given(name: str, values: Mapping[str, Any]) -> Any:
    if absent(values.get(name)):
        raise ValueError(f"path parameter {name!r} is needed and cannot be None")
    return to_request(values[name])


def _moves(segment: str) -> bool:
    """Whether a segment means this or the upper folder (RFC 3986 section 3.3)."""
    return segment.lower().replace("%2e", ".") in (".", "..")


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
    if text in _NOWHERE:
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
