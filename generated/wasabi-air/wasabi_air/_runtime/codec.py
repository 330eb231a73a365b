"""Reading and writing JSON by the types of the description."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NoReturn, TypeAlias, TypeVar

from .codec_model import decoder_of, planner
from .codec_plan import Decode
from .drift import Decoding, Drift
from .encoding import to_request
from .encoding_text import request_text
from .errors import DecodeError
from .json_text import dump_bytes, utf_8
from .modeling import Model
from .resolve import Namespace

__all__ = [
    "STANDARD",
    "Json",
    "Reader",
    "decode_model",
    "decode_text",
    "decoder_for",
    "loads",
    "run",
    "with_extra",
]

M = TypeVar("M", bound=Model)

Reader: TypeAlias = Callable[[str | bytes, Decoding], Any]
"""From a JSON text and how strict to be to a value; raises a ``DecodeError``."""


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


_reader = json.JSONDecoder(parse_constant=_constant)
_PLAIN = (b"{", b"[")


def loads(text: str | bytes, operation: str = "") -> Any:
    """Read a JSON text (RFC 8259: no NaN, no Infinity).

    Raises:
        DecodeError: It is not JSON.
    """
    try:
        if isinstance(text, bytes):
            is_utf8 = text.startswith(_PLAIN) and text[1:2] != b"\0"
            encoding = "utf-8" if is_utf8 else json.detect_encoding(text)
            text = text.decode(encoding, "surrogatepass")
        return _value(text)
    except RecursionError:
        found = "one nested too deeply"
    except ValueError as error:  # of syntax, encoding, or a number too long
        found = f"something else ({str(error)[:120]})" if text else "nothing"
    raise DecodeError(expected="JSON", found=found, operation=operation)


def _value(text: str) -> Any:
    """Read a JSON text that most likely has no white space around it.

    Raises:
        ValueError: It is not JSON.
    """
    try:
        value, end = _reader.raw_decode(text)
    except ValueError:  # white space before it, if it is no error
        return _reader.decode(text)
    if text[end:].strip(" \t\n\r"):
        return _reader.decode(text)
    return value


class Json:
    """Reads and writes JSON texts: by the standard library alone."""

    def read(self, text: str | bytes, operation: str = "") -> Any:
        """Read a JSON text.

        Raises:
            DecodeError: It is not JSON.
        """
        return loads(text, operation)

    def reader(self, type_: Any, space: Namespace) -> Reader:
        """What reads JSON texts as a type.

        Raises:
            TypeError: The codec does not know such a type.
        """
        decode = decoder_for(type_, space)

        def read(text: str | bytes, decoding: Decoding) -> Any:
            return run(decode, self.read(text, decoding.operation), decoding)

        return read

    def write(self, value: Any, extra: Mapping[str, Any] | None = None) -> bytes:
        """Write the JSON of a value that is sent, and of further properties.

        Raises:
            TypeError: There is no JSON for it, or it takes no properties.
            ValueError: It holds NaN or an infinity, or is nested too deeply.
        """
        if not extra:
            return utf_8(request_text(value))
        return dump_bytes(with_extra(value, extra, to_request))


def with_extra(
    value: Any, extra: Mapping[str, Any], encode: Callable[[Any], Any]
) -> Any:
    """Encode a value, and further properties with it.

    Raises:
        TypeError: There is no JSON for it, or it takes no properties.
    """
    encoded = encode(value)
    if encoded.__class__ is not dict:
        raise TypeError("extra_body goes with JSON objects only")
    return {**encoded, **encode(dict(extra))}


STANDARD = Json()


def decoder_for(type_: Any, space: Namespace) -> Decode:
    """The decoder of any type found in a namespace.

    Raises:
        TypeError: The codec does not know such a type.
    """
    if isinstance(type_, type) and issubclass(type_, Model):
        return decoder_of(type_)
    return planner().plan(type_, space).decode


def run(decode: Decode, value: Any, decoding: Decoding) -> Any:
    """Decode a whole JSON value.

    Raises:
        DecodeError: It does not fit the type, or is nested too deeply.
    """
    try:
        return decode(value, None, decoding)
    except RecursionError:
        raise DecodeError(
            expected="JSON of a sane depth",
            found="one nested too deeply",
            operation=decoding.operation,
        ) from None


def decode_model(
    cls: type[M],
    data: Any,
    *,
    strict: bool = False,
    on_drift: Callable[[Drift], None] | None = None,
) -> M:
    """Decode a JSON object into a model.

    Raises:
        DecodeError: It does not fit the description.
    """
    decoding = Decoding(strict, on_drift)
    try:
        return _made(cls, data, decoding)
    except DecodeError as error:
        raise _of_model(cls, error) from None


def _made(cls: type[M], data: Any, decoding: Decoding) -> M:
    if data is None:
        decoding.fail(data, None, "an object")
    made: M = run(decoder_of(cls), data, decoding)
    return made


def decode_text(
    cls: type[M],
    text: str | bytes,
    *,
    strict: bool = False,
    on_drift: Callable[[Drift], None] | None = None,
) -> M:
    """Decode a JSON text into a model.

    Raises:
        DecodeError: It is not JSON, or does not fit the description.
    """
    try:
        return _made(cls, loads(text), Decoding(strict, on_drift))
    except DecodeError as error:
        raise _of_model(cls, error) from None


def _of_model(cls: type[Model], error: DecodeError) -> DecodeError:
    """The error, saying what was to be decoded."""
    error.args = (f"{cls.__name__}: {error}",)
    return error
