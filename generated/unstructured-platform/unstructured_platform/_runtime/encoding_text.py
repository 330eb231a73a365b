"""JSON texts of models, with no dictionaries made on the way.

What writes a model is compiled on first use, as its encoder is: one expression, with a
line for what each attribute most likely is. All else, and an object that remembers how
it came or holds what is not described, is encoded and then written: so the text is
always that of the encoded value.
"""

from __future__ import annotations

import decimal
import enum
import sys
import typing
from typing import Any

from .decimals import holds_numbers, number_writer
from .encoding import to_request, to_wire, too_deep
from .encoding_model import FORMATS, Encode, only
from .json_text import Write, dict_writer, dumps, list_writer, quote
from .modeling import Model
from .shape import Row, shape_of
from .unset import UNSET

__all__ = ["request_text", "whole_text"]

_LITERALS = {True: "true", False: "false", None: "null"}


class _Side:
    """For whom texts are written.

    ``cache`` is where writers are kept, ``skipped`` the access of fields left out,
    ``encode`` what encodes any value, and ``write`` what writes it.
    """

    __slots__ = ("cache", "encode", "skipped", "write")

    def __init__(self, cache: str, skipped: str, encode: Encode, write: Write) -> None:
        self.cache = cache
        self.skipped = skipped
        self.encode = encode
        self.write = write


def whole_text(value: Any) -> str:
    """Write a value whole.

    Raises:
        TypeError: There is no JSON for it.
        ValueError: It holds NaN or an infinity, or is nested too deeply.
    """
    try:
        return _text(value, _WHOLE)
    except RecursionError:
        raise too_deep() from None


def request_text(value: Any) -> str:
    """Write a value for a request: without what only the server writes.

    Raises:
        TypeError: There is no JSON for it.
        ValueError: It holds NaN or an infinity, or is nested too deeply.
    """
    try:
        return _text(value, _REQUEST)
    except RecursionError:
        raise too_deep() from None


def _whole(value: Any) -> str:
    return _text(value, _WHOLE)


def _request(value: Any) -> str:
    return _text(value, _REQUEST)


_WHOLE = _Side("__rt_text__", "", to_wire, _whole)
_REQUEST = _Side("__rt_sent__", "read", to_request, _request)


def _text(value: Any, side: _Side) -> str:
    cls: type[Any] = value.__class__
    if cls is str:
        return quote(value)
    if cls is int:
        return repr(value)
    if cls is bool or value is None:
        return _LITERALS[value]
    if cls is list and value and isinstance(value[0], Model):
        write = side.write
        return f"[{','.join([write(one) for one in value])}]"
    if issubclass(cls, Model):
        return _writer_of(cls, side)(value)
    return dumps(side.encode(value))


def _writer_of(cls: type[Model], side: _Side) -> Write:
    """What writes a model; compiled once for a class."""
    made: Write | None = cls.__dict__.get(side.cache)
    if made is None:
        made = _compile(cls, side)
        type.__setattr__(cls, side.cache, made)
    return made


def _late(space: dict[str, Any], name: str, cls: type[Model], side: _Side) -> Write:
    """Finds what writes a model when it is first met, and leaves it in ``space``."""

    def first(value: Any) -> str:
        made = space[name] = _writer_of(cls, side)
        return made(value)

    return first


_PLAIN = {
    str: ("v.__class__ is str", "{quote(v)}"),
    int: ("v.__class__ is int", "{v}"),
    float: ("v.__class__ is float and -MOST <= v <= MOST", "{v!r}"),
    bool: ("v.__class__ is bool", "{LITERALS[v]}"),
}


def _likeliest(
    key: str, row: Row, other: Write, side: _Side, space: dict[str, Any]
) -> tuple[str, str] | None:
    """What the attribute most likely is, as a test, and the f-string that writes it."""
    type_, name, kind = only(row.type, row.space), f"write{key}", f"KIND{key}"
    if type_ in _PLAIN:
        return _PLAIN[type_]
    if typing.get_origin(type_) is dict:
        space[name] = dict_writer(other)
        return "v.__class__ is dict", f"{{{name}(v)}}"
    if typing.get_origin(type_) is list:
        item = only(typing.get_args(type_)[0], row.space)
        if not isinstance(item, type) or not issubclass(item, Model):
            space[name] = list_writer(other)
            return "v.__class__ is list", f"{{{name}(v)}}"
        space[kind], space[name] = item, _late(space, name, item, side)
        each = f"{name}(one) if one.__class__ is {kind} else write(one)"
        return "v.__class__ is list", f'[{{",".join([{each} for one in v])}}]'
    if not isinstance(type_, type):
        return None
    space[kind], test = type_, f"v.__class__ is {kind}"
    if issubclass(type_, Model):
        space[name] = _late(space, name, type_, side)
        return test, f"{{{name}(v)}}"
    if issubclass(type_, enum.Enum) and issubclass(type_, str):
        return test, "{quote(v._value_)}"
    if type_ in FORMATS and type_ is not decimal.Decimal:  # which may be a number
        space[name] = FORMATS[type_]
        return test, f'"{{{name}(v)}}"'
    return None


def _literal(text: str) -> str:
    """A text, as an f-string between single quotes has it."""
    plain = text.encode("unicode_escape").decode().replace("'", r"\'")
    return plain.replace("{", "{{").replace("}", "}}")


def _slow(row: Row, other: Write) -> Write:
    """What writes a property, or nothing, for what is not likely."""
    begin = f",{quote(row.wire)}:"
    is_optional = row.need == "optional"

    def slow(value: Any) -> str:
        if value is UNSET or (value is None and is_optional):
            return ""
        return begin + ("null" if value is None else other(value))

    return slow


def _other(row: Row, side: _Side) -> Write:
    """What writes an attribute that is not what it most likely is."""
    if not holds_numbers(row.type, row.space):
        return side.write
    encode = number_writer(row.wire, side.encode)

    def write(value: Any) -> str:
        return dumps(encode(value))

    return write


def _line(key: str, row: Row, side: _Side, space: dict[str, Any]) -> str:
    """The expression of a property with a comma before it; "" where it is left out."""
    other = _other(row, side)
    space[f"slow{key}"] = _slow(row, other)
    found = _likeliest(key, row, other, side, space)
    begin = _literal(f",{quote(row.wire)}:")
    null = "''" if row.need == "optional" else f"f'{begin}null'"
    rest = f"{null} if v is None else slow{key}(v)"
    if row.need == "unset":
        rest = f"'' if v is UNSET else {rest}"
    if found is None:
        return f"'' if (v := self.{row.name}) is UNSET else {rest}"
    test, value = found
    test = test.replace("v.", f"(v := self.{row.name}).", 1)
    return f"f'{begin}{value}' if {test} else {rest}"


def _compile(cls: type[Model], side: _Side) -> Write:
    """Write and compile what writes one model."""
    shape = shape_of(cls)
    encode = side.encode

    def plain(value: Any) -> str:
        return dumps(encode(value))

    space: dict[str, Any] = {
        "LITERALS": _LITERALS,
        "MOST": sys.float_info.max,
        "UNSET": UNSET,
        "plain": plain,
        "quote": quote,
        "write": side.write,
    }
    rows = [row for row in shape.rows if row.access != side.skipped]
    parts = [_line(f"{at}", row, side, space) for at, row in enumerate(rows)]
    extra = "" if shape.extra is None else f" or self.{shape.extra.name}"
    lines = [
        "def text(self):",
        f"    if getattr(self, '__rt_odd__', None) is not None{extra}:",
        "        return plain(self)",
        "    properties = ''.join((",
        *(f"        {one}," for one in parts),
        "    ))",
        "    return f'{{{properties[1:]}}}'",
    ]
    exec(compile("\n".join(lines), f"<writer of {cls.__qualname__}>", "exec"), space)
    made: Write = space["text"]
    return made
