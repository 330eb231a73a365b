"""What the path of an operation says: for names where nothing else says more."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..ir.api import Operation
from .words import is_action, singular

__all__ = [
    "PARAMETER",
    "Split",
    "ends_on_one",
    "is_about_one",
    "is_place",
    "repeats_route",
    "route_words",
    "verb",
    "without_suffix",
    "words_of",
]

Split = Callable[[Sequence[str]], str]
"""Turns texts into one lower-case name with underscores."""

PARAMETER = re.compile(r"\{([^{}]*)\}")

_PLACE = r"(api|rest|public|v?\d+([._]\d+)*((alpha|beta)\d*)?|\d{4}-\d{2}-\d{2})"
"""Compiled by ``re`` when it is first used: few runs get there."""
_SUFFIX = re.compile(r"\.(json|xml|html|php|aspx?)$", re.I)
"""What a path may end in that says how the answer is written."""


def is_place(segment: str) -> bool:
    """Whether a segment says where an API lives or how old it is, not what it is."""
    return re.fullmatch(_PLACE, segment, re.I) is not None


def without_suffix(path: str) -> str:
    """``/users/{id}.json`` less what says how the answer is written."""
    return _SUFFIX.sub("", path)


def words_of(snake: Split, text: str) -> list[str]:
    """The words of a text; none for one without a letter or digit."""
    return [word for word in snake([text]).split("_") if word] if text else []


def ends_on_one(operation: Operation) -> bool:
    """Whether the path leads to one thing of a collection."""
    return without_suffix(operation.path.rstrip("/")).endswith("}")


def verb(operation: Operation) -> str:
    """What the method does, where nothing else says it."""
    on_one = ends_on_one(operation)
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


def is_about_one(snake: Split, operation: Operation) -> bool:
    """Whether the path leads to one thing, or ends in a word that is no plural."""
    segments = _literal_segments(snake, operation.path)
    return ends_on_one(operation) or (bool(segments) and _is_single(segments[-1]))


def _is_single(words: list[str]) -> bool:
    return singular(words[-1]) == words[-1]


def route_words(snake: Split, operation: Operation) -> list[str]:
    """A name made of method and path alone.

    ``POST /users/{id}/invoices`` is create user invoice, and
    ``POST /users/{id}/activate`` activate user. What follows ``#`` tells
    operations of one path apart and says what is done.
    """
    said = words_of(snake, operation.path.partition("#")[2])
    if said and is_action(said[0]):
        return said
    segments = _literal_segments(snake, operation.path)
    if not segments:
        return [verb(operation)]
    *around, last = segments
    acts = _acts(operation, last)
    if acts and around and around[-1] in (["action"], ["actions"]):
        around = around[:-1]
    before = [word for segment in around for word in segment]
    if acts:
        return [*last, *before] if len(last) == 1 else [*before, *last]
    told = verb(operation)
    if told == "list" and _is_single(last):
        told = "get"
    if told == "create":
        last = [*last[:-1], singular(last[-1])]
    return [told] if [told] == [*before, *last] else [told, *before, *last]


def _acts(operation: Operation, last: list[str]) -> bool:
    """Whether the end of the path says what is done rather than to what."""
    if operation.method == "DELETE" or ends_on_one(operation):
        return False
    return is_action(last[0], operation.method)


def _literal_segments(snake: Split, path: str) -> list[list[str]]:
    """The words of the path's segments, one of a collection in the singular.

    Versions and parameters are left out, and a plural that the next says again.
    """
    told: list[list[str]] = []
    for segment in _segments(path):
        literal = PARAMETER.sub("", segment)
        words = [] if is_place(literal) else words_of(snake, literal)
        if told and not words and literal != segment:
            told[-1] = [*told[-1][:-1], singular(told[-1][-1])]
        if not words:
            continue
        if told and len(told[-1]) == 1 and singular(told[-1][0]) == words[0]:
            told.pop()
        told.append(words)
    return told


def _segments(path: str) -> list[str]:
    parts = [without_suffix(part) for part in re.split(r"[/?#&]", path)]
    return [part for part in parts if part]


def repeats_route(snake: Split, operation: Operation) -> bool:
    """Whether the operationId only spells the method and the path.

    ``PostReviewsReviewApprove`` at ``POST /v1/reviews/{review}/approve``.
    """
    said = words_of(snake, operation.key)
    method = operation.method.lower()
    if len(said) < 3 or said[0] != method:
        return False
    pattern = ""
    for segment in _segments(operation.path):
        for number, piece in enumerate(PARAMETER.split(segment)):
            words = words_of(snake, piece)
            if number % 2:
                names = {"_".join(words), words[-1] if words else "", "id"} - {""}
                choices = "|".join(f"_{re.escape(one)}" for one in sorted(names))
                pattern += f"(?:{choices})?"
            elif words:
                literal = "_" + re.escape("_".join(words))
                pattern += f"(?:{literal})?" if is_place(piece) else literal
    if re.fullmatch(pattern, "_" + "_".join(said[1:])) is None:
        return False
    # Parameters or a version as well: without them it reads like any other name.
    literals = _literal_segments(snake, operation.path)
    acts = bool(literals) and _acts(operation, literals[-1])
    return acts or len(said) > 1 + sum(map(len, literals))
