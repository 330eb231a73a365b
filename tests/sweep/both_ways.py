"""Whether the standard library and msgspec read and write JSON alike, and as models do.

Each example of a description is tried as it is, and with a hostile value in the place
of each of a few of its leaves: integers and decimals that no double holds, numbers out
of its range, NaN, lone surrogates, null, and values of another type. Both libraries
have to make the same of a text, or report the same error and the same drift; what was
made has to be written in the same bytes by both, and by way of dictionaries.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator
from typing import Any

__all__ = ["HOSTILE", "BothWays"]

HOSTILE = (
    "123456789012345678901234567890",
    "18446744073709551616",
    "-9223372036854775809",
    "9007199254740993.0",
    "0.1000000000000000055511151231257827",
    "12345678901234567890.123456789",
    "-0.0",
    "1e5",
    "1e16",
    "0.00002",
    "5e-324",
    "1e400",
    "NaN",
    r'"\ud800"',
    r'"\ud83d\ude00 \u2028\" \\ \n"',
    '"2024-02-30T00:00:00Z"',
    "null",
    "true",
    "[]",
    "{}",
)
"""JSON texts, or nearly, of which each stands in for a leaf."""

LEAVES = 8
"""In how many places of an example hostile values are tried."""

_MARK = "\ue000hostile\ue000"


class BothWays:
    """Tries the values of a generated package."""

    def __init__(self, package: str, types: Any) -> None:
        """Take the name of the package, and its expressions of types."""

        def module(name: str) -> Any:
            return importlib.import_module(f"{package}._runtime.{name}")

        codec = module("codec")
        self._refused = (codec.DecodeError, TypeError, ValueError, RecursionError)
        self._libraries = (codec.STANDARD, module("library").library_of("msgspec"))
        self._types = types
        self._decoding = module("drift").Decoding
        self._encoding, self._json = module("encoding"), module("json_text")
        self._whole_text = module("encoding_text").whole_text
        self.texts = 0

    def difference(self, value: Any, expression: str) -> str:
        """Where the two ways part; "" where they never do."""
        usual = json.dumps(value)
        for text in (usual, *hostile(value)):
            self.texts += 1
            for strict in (False, True):
                one, other = (
                    self._outcome(library, text, expression, strict)
                    for library in self._libraries
                )
                if one != other or one[0] == "not as encoded":
                    return f"{text[:200]}: {_parting(one, other)}"
            # What deviates again and again is not tried straight any more.
            self._outcome(self._libraries[1], usual, expression, True)
        return ""

    def _outcome(
        self, library: Any, text: str, expression: str, strict: bool
    ) -> tuple[str, ...]:
        """What comes of a text: an error, or a value and its texts; and the drift."""
        drifts: list[Any] = []
        decoding = self._decoding(strict, drifts.append)
        read = self._types.reader(expression, library)
        told, made = self._tried(lambda: read(text.encode(), decoding))
        if told:
            return told, repr(drifts)
        texts = repr(self._tried(lambda: library.write(made)))
        encoded = repr(self._tried(lambda: self._sent(made)))
        whole = repr(self._tried(lambda: self._whole_text(made)))
        by_dict = repr(self._tried(lambda: self._whole(made)))
        same = "" if (texts, whole) == (encoded, by_dict) else "not as encoded"
        return same, repr(drifts), repr(made), texts, whole

    def _sent(self, value: Any) -> Any:
        """The bytes of a request, by way of dictionaries."""
        return self._json.dump_bytes(self._encoding.to_request(value))

    def _whole(self, value: Any) -> Any:
        """The text of a value, by way of dictionaries."""
        return self._json.dumps(self._encoding.to_wire(value))

    def _tried(self, make: Callable[[], Any]) -> tuple[str, Any]:
        """What went wrong, or what was made."""
        try:
            return "", make()
        except self._refused as error:
            return f"{type(error).__name__}: {error}", None


def _parting(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    pairs = zip(one, other, strict=False)
    shown = next(((a, b) for a, b in pairs if a != b), (one, other))
    return f"{str(shown[0])[:200]} against {str(shown[1])[:200]}"


def hostile(value: Any) -> Iterator[str]:
    """Texts of a value with something hostile in it."""
    found = list(_marked(value))
    step = max(1, len(found) // LEAVES)
    for at, marked in enumerate(found[::step][:LEAVES]):
        # Each leaf gets a part of them, so that all are tried somewhere.
        for text in HOSTILE[at % 4 :: 4]:
            yield json.dumps(marked).replace(json.dumps(_MARK), text)


def _marked(value: Any) -> Iterator[Any]:
    """The value, each time with a mark in the place of another leaf."""
    match value:
        case dict() if value:
            for key, one in value.items():
                yield from ({**value, key: made} for made in _marked(one))
        case list() if value:
            for made in _marked(value[0]):
                yield [made, *value[1:]]
        case _:
            yield _MARK
