"""What the styles of parameters are made of: scalars, escaping, joined members."""

from __future__ import annotations

import decimal
import json
import math
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias
from urllib.parse import quote

from .operation import Style

__all__ = [
    "FIXED_PATH",
    "FIXED_QUERY",
    "delimiter",
    "in_path",
    "in_query",
    "items_of",
    "joined",
    "literal",
    "members_of",
    "plain",
    "unescaped",
    "written",
]

Escape: TypeAlias = Callable[[str], str]

_TRIPLE = re.compile(r"(%[0-9A-Fa-f]{2})")
_IN_QUERY = "/?:@!$'()*,;=[]"
_IN_PATH = ":@!$&'()*+,;="
FIXED_PATH = _IN_PATH + "/"
FIXED_QUERY = _IN_QUERY + "&+"
"""What stays as it is where a path template has it outside of braces."""

_DELIMITERS = {
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    # Of Swagger 2.0, where later versions have no style for them.
    "ssv": "%20",
    "tsv": "%09",
    "pipes": "%7C",
}
_PLAIN_RANGE = 1e-7, 1e21
"""Between these floats are written without exponent, as JavaScript does."""


def plain(value: object) -> str:
    """A JSON value as text; lists and objects as compact JSON.

    Raises:
        ValueError: It is a float that is no number.
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case float():
            return _number(value)
        case _ if value.__class__ in (dict, list):
            return _compact(value)
        case _:
            return str(value)


def _number(value: float) -> str:
    if not math.isfinite(value):
        raise ValueError(f"{value} is no number that can be sent")
    text = repr(value)
    low, high = _PLAIN_RANGE
    if "e" in text and low <= abs(value) < high:
        return format(decimal.Decimal(text), "f")
    return text


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def written(value: object, media: str) -> str:
    """A value as content of a media type: JSON, or else its plain text."""
    name = media.partition(";")[0].strip().lower()
    if name.endswith("+json") or name.rpartition("/")[2] == "json":
        return _compact(value)
    return plain(value)


def unescaped(text: str) -> str:
    """The text as it is: headers and cookies are not percent-encoded."""
    return text


def in_path(style: Style) -> Escape:
    """How values in a path are percent-encoded (RFC 6570, sections 3.2.2 and 3.2.3).

    All but the unreserved characters. With ``reserved`` the reserved stay too, but for
    ``/``, ``?`` and ``#`` (3.2, "Path Templating"), and so do percent-encoded triples.
    """
    return _reserved_in_path if style.reserved else _escape_all


def in_query(style: Style) -> Escape:
    """The same in a query, where ``&``, ``+`` and ``#`` would not be read as data."""
    return _reserved_in_query if style.reserved else _escape_all


def _escape_all(text: str) -> str:
    return quote(text, safe="")


def _reserved_in_path(text: str) -> str:
    return literal(text, _IN_PATH)


def _reserved_in_query(text: str) -> str:
    return literal(text, _IN_QUERY)


def literal(text: str, safe: str) -> str:
    """Percent-encode all but ``safe``, the unreserved and what already is encoded."""
    pieces = _TRIPLE.split(text)  # at odd places the triples
    return "".join(
        piece if place % 2 else quote(piece, safe=safe)
        for place, piece in enumerate(pieces)
    )


def delimiter(style: Style) -> str:
    """What stands between the items of a list in one piece, percent-encoded."""
    return _DELIMITERS.get(style.form, ",")


def items_of(value: list[Any]) -> list[Any]:
    """The items of a list without nulls, which are undefined (RFC 6570 section 2.3)."""
    return [one for one in value if one is not None]


def members_of(value: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The members of an object without nulls."""
    return [(name, one) for name, one in value.items() if one is not None]


def joined(value: Any, between: str, pairing: str, escape: Escape) -> str:
    """A value in one piece: ``a``; ``a,b``; ``k,v`` or, with ``=`` pairing, ``k=v``."""
    if isinstance(value, list):
        items: list[Any] = [*value]
        return between.join(escape(plain(one)) for one in items_of(items))
    if isinstance(value, dict):
        members: Mapping[str, Any] = {**value}
        return between.join(
            f"{escape(name)}{pairing}{escape(plain(one))}"
            for name, one in members_of(members)
        )
    return escape(plain(value))
