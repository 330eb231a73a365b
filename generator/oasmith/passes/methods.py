"""What a method is called: the operationId less what its place already says.

The table in ``tests/unit/passes/method_names.txt`` is this rule's specification.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..ir.api import Operation
from .words import plural, singular

__all__ = ["long_words", "short_words"]

_PARAMETER = re.compile(r"\{([^{}]*)\}")
_PLACES = frozenset({"api", "controller", "endpoint", "resource", "router", "service"})
"""Last words of a tag that name a layer of the server, not what it is about."""

_ARTICLES = frozenset({"a", "an", "the"})
_SMALL_WORDS = _ARTICLES | {"for", "from", "in", "of", "on", "to"}
"""Words that mean nothing once the word behind them is gone."""

Split = Callable[[Sequence[str]], str]
"""Turns texts into one lower-case name with underscores."""


def _words(snake: Split, text: str) -> list[str]:
    return [word for word in snake([text]).split("_") if word] if text else []


def long_words(snake: Split, operation: Operation) -> list[str]:
    """The words of the operationId less a framework's suffix, else of verb and path.

    FastAPI appends path and method to the function's name; that much is cut.
    """
    if not operation.key:
        return [_verb(operation), *_path_words(snake, operation.path)]
    words = _words(snake, operation.key)
    suffix = [*_words(snake, operation.path), operation.method.lower()]
    if len(words) > len(suffix) > 1 and words[-len(suffix) :] == suffix:
        return words[: -len(suffix)]
    return words


def short_words(snake: Split, resource: str, operation: Operation) -> list[str]:
    """The words left when those of the resource are taken out; the verb if none is."""
    words = long_words(snake, operation)
    about = _words(snake, resource)
    dotted = _behind_resource(snake, about, operation)
    if dotted:
        return dotted
    left = _less_parameter(snake, words, operation)
    if len(about) > 1 and about[-1] in _PLACES:
        left = _less(snake, left, about, operation)
        about = about[:-1]
    left = _less(snake, left, about, operation) if about else left
    method = operation.method.lower()
    if not left or (left == [method] and _says_several(words, method)):
        return [_verb(operation)]
    return words if left[0][0].isdigit() else left


def _says_several(words: list[str], method: str) -> bool:
    """Whether ``get_stations`` or ``post_plans`` is meant, not ``meta_get``."""
    return words[0] == method and (method != "get" or singular(words[-1]) != words[-1])


def _behind_resource(snake: Split, about: list[str], operation: Operation) -> list[str]:
    """``drive.files.list`` in ``files`` is ``list``: what follows the resource."""
    parts = operation.key.split(".")
    for position in range(len(parts) - 2, 0, -1):
        words = _words(snake, parts[position])
        if len(words) == len(about) and all(map(_alike, words, about)):
            return _words(snake, " ".join(parts[position + 1 :]))
    return []


def _less_parameter(snake: Split, words: list[str], operation: Operation) -> list[str]:
    """``GetEventsId`` at ``/events/{id}`` is ``get_event``; ``get_by_id`` stays."""
    named = _PARAMETER.findall(operation.path)
    if not named or not operation.path.rstrip("/").endswith("}") or not operation.key:
        return words
    path = _words(snake, _PARAMETER.sub("", operation.path))
    for tail in (_words(snake, named[-1]), ["id"]):
        kept = words[: -len(tail)]
        if len(kept) > 1 and words[-len(tail) :] == tail and kept[-1:] == path[-1:]:
            return [*kept[:-1], singular(kept[-1])]
    return words


def _less(
    snake: Split, words: list[str], about: list[str], operation: Operation
) -> list[str]:
    """``words`` less the first run that is ``about``, in singular or plural.

    At the end it stays where what precedes it does so on the path as well:
    ``create_booking_payment`` at ``/bookings/{id}/payment`` creates no booking.
    """
    size = len(about)
    for start in range(len(words) - size + 1):
        if not all(_alike(words[start + i], about[i]) for i in range(size)):
            continue
        before = words[start - 1] if start > 1 else ""
        path = _words(snake, _PARAMETER.sub("", operation.path))
        if start + size == len(words) and _precedes(before, about[0], path):
            return words
        rest = words[start + size :]
        kept = words[:start]
        while len(kept) > 1 and kept[-1] in (_ARTICLES if rest else _SMALL_WORDS):
            kept = kept[:-1]
        return kept + rest
    return words


def _precedes(left: str, right: str, path: list[str]) -> bool:
    """Whether ``left`` stands on the path, and before ``right`` if that does."""
    places = [_alike(left, word) for word in path]
    others = [_alike(right, word) for word in path]
    return any(places) and True in others and places.index(True) < others.index(True)


def _path_words(snake: Split, path: str) -> list[str]:
    told: list[str] = []
    for segment in path.split("/"):
        told += _words(snake, _PARAMETER.sub("", segment))
    if path.rstrip("/").endswith("}") and told:
        told[-1] = singular(told[-1])
    return told


def _alike(left: str, right: str) -> bool:
    return bool(left) and (
        left == right
        or singular(left) == singular(right)
        or plural(left) == right
        or left == plural(right)
    )


def _verb(operation: Operation) -> str:
    """What the method does, where nothing else says it."""
    on_one = operation.path.rstrip("/").endswith("}")
    match operation.method:
        case "GET":
            return "get" if on_one else "list"
        case "POST":
            return "update" if on_one else "create"
        case "PUT":
            return "replace"
        case "PATCH":
            return "update"
        case other:
            return other.lower()
