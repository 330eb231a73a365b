"""JSON text into values (RFC 8259)."""

from __future__ import annotations

import json
import re
from typing import NoReturn, cast

from .document import JsonValue
from .errors import Problem, SourceError
from .limits import LESS_DEEP, MAX_DEPTH

__all__ = ["read_json"]

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(text: str) -> tuple[JsonValue, list[Problem], bool]:
    """The value of a text, its problems, and whether a key is there twice.

    The last of two equal keys wins. Raises SourceError.
    """
    doubled = False

    def members(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
        # Calling back costs half as much as a second look at the result would.
        nonlocal doubled
        found = dict(pairs)
        if len(found) != len(pairs):
            doubled = True
        return found

    def constant(name: str) -> NoReturn:
        raise SourceError(
            "SRC006", f"not JSON: {name} is no JSON number", hint="write null instead"
        )

    try:
        value: JsonValue = cast(
            "JsonValue",
            json.loads(text, object_pairs_hook=members, parse_constant=constant),
        )
    except json.JSONDecodeError as error:
        raise SourceError(
            "SRC006",
            f"not JSON: {error.msg[0].lower()}{error.msg[1:]}",
            line=error.lineno,
            column=error.colno,
        ) from error
    except RecursionError as error:
        raise _too_deep() from error
    except ValueError as error:
        raise SourceError("SRC006", f"not JSON: {error}") from error
    _check_depth(value)
    problems: list[Problem] = []
    if _SURROGATE.search(text):
        cleaned = _without_surrogates(value)
        if cleaned is not value:
            value = cleaned
            problems.append(
                Problem(
                    "SRC016",
                    "a \\u escape stands for half a character only",
                    "write both halves of the surrogate pair, or the character",
                    1,
                    1,
                )
            )
    return value, problems, doubled


def _too_deep() -> SourceError:
    words = f"nested more than {MAX_DEPTH} levels deep"
    return SourceError("SRC009", words, hint=LESS_DEEP)


def _check_depth(value: JsonValue) -> None:
    """Level by level, because recursion is what is to be avoided."""
    level: list[dict[str, JsonValue] | list[JsonValue]] = []
    if isinstance(value, dict | list):
        level.append(value)
    depth = 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            raise _too_deep()
        level = [
            item
            for container in level
            for item in (
                container.values() if isinstance(container, dict) else container
            )
            if isinstance(item, dict | list)
        ]


def _without_surrogates(value: JsonValue) -> JsonValue:
    """The value with U+FFFD for what no encoding can write; itself when it is clean."""
    match value:
        case str():
            cleaned = value.encode("utf-16", "surrogatepass").decode(
                "utf-16", "replace"
            )
            return value if cleaned == value else cleaned
        case list():
            items = [_without_surrogates(item) for item in value]
            same = all(new is old for new, old in zip(items, value, strict=True))
            return value if same else items
        case dict():
            members = {
                str(_without_surrogates(key)): _without_surrogates(item)
                for key, item in value.items()
            }
            same = all(
                key in value and value[key] is item for key, item in members.items()
            )
            return value if same else members
        case _:
            return value
