"""Where an answer departs from the description, and what is done about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal, TypeAlias

from .errors import DecodeError
from .records import Frozen, frozen

__all__ = ["Decoding", "Drift", "DriftKind", "Path", "describe", "path_text"]

Path: TypeAlias = "tuple[Path, str | int] | None"
"""Where a value stands: its parent's path and its key; None for the root."""

DriftKind: TypeAlias = Literal[
    "null",
    "missing",
    "enum",
    "format",
    "tag",
    "offset",
    "length",
    "unknown",
    "status",
    "media",
]

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SHOWN = 60


@frozen
class Drift(Frozen):
    """One deviation from the description that was put up with.

    ``kind`` is one of ``null``, ``missing``, ``enum``, ``format``, ``tag``, ``offset``,
    ``length``, ``unknown``, ``status`` and ``media``.
    """

    path: str
    """Where, as ``$.Records[3].Source``."""

    expected: str
    """What the description asks for."""

    found: str
    """What came, shortened."""

    kind: DriftKind
    """The kind of deviation."""

    operation: str = ""
    """The operation, as ``GET /jobs/{Id}``; empty where none was called."""


def path_text(path: Path) -> str:
    """Write a path as ``$.Records[3].Source``."""
    keys: list[str | int] = []
    while path is not None:
        path, key = path
        keys.append(key)
    parts = ["$"]
    for key in reversed(keys):
        if isinstance(key, int):
            parts.append(f"[{key}]")
        elif _PLAIN_KEY.fullmatch(key):
            parts.append(f".{key}")
        else:
            parts.append(f"[{key!r}]")
    return "".join(parts)


def describe(value: object) -> str:
    """Say what a JSON value is, never showing more than a few words of it."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            short = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
            return f"the string {short!r}"
        case int() | float():
            return f"the number {str(value)[:_SHOWN]}"
        case list():
            return "an array"
        case dict():
            return "an object"
        case _:
            return f"a Python {type(value).__name__}"


class Decoding:
    """What decoding one answer needs to know: how strict to be and whom to tell.

    ``chosen`` remembers which member of a union each value was found to be, and what it
    deviates by, so that unions within unions are not tried out again and again.
    """

    __slots__ = ("chosen", "on_drift", "operation", "strict")

    def __init__(
        self,
        strict: bool = False,
        on_drift: Callable[[Drift], None] | None = None,
        operation: str = "",
    ) -> None:
        self.strict = strict
        self.on_drift = on_drift
        self.operation = operation
        self.chosen: dict[tuple[object, int], Any] = {}

    def drift(
        self,
        value: object,
        path: Path,
        expected: str,
        kind: DriftKind,
        found: str = "",
    ) -> Any:
        """Report a deviation and give the value back as it came.

        Raises:
            DecodeError: Decoding is strict.
        """
        if self.strict:
            self.fail(value, path, expected, found)
        if self.on_drift is not None:
            self.on_drift(
                Drift(
                    path=path_text(path),
                    expected=expected,
                    found=found or describe(value),
                    kind=kind,
                    operation=self.operation,
                )
            )
        return value

    def mismatch(self, value: object, path: Path, expected: str) -> Any:
        """Put up with null, and with nothing else.

        Raises:
            DecodeError: The value is not null, or decoding is strict.
        """
        if value is None:
            return self.drift(None, path, expected, "null")
        return self.fail(value, path, expected)

    def fail(self, value: object, path: Path, expected: str, found: str = "") -> Any:
        """Give up.

        Raises:
            DecodeError: Always.
        """
        raise DecodeError(
            path=path_text(path),
            expected=expected,
            found=found or describe(value),
            operation=self.operation,
        )
