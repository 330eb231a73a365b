"""What a method is called: the operationId less what its place already says.

The table in ``tests/unit/passes/method_names.txt`` is this rule's specification.
"""

from __future__ import annotations

import re

from ..ir.api import Operation
from .headings import is_version, subject
from .routes import (
    PARAMETER,
    Split,
    ends_on_one,
    is_about_one,
    repeats_route,
    route_words,
    verb,
    words_of,
)
from .words import ARTICLES, is_action, is_verb, plural, singular

__all__ = [
    "long_words",
    "method_right",
    "method_words",
    "short_words",
]

_PLACES = frozenset({"api", "controller", "endpoint", "resource", "router", "service"})
"""Last words of a tag that name a layer of the server, not what it is about."""

_SMALL_WORDS = ARTICLES | {"by", "for", "from", "in", "of", "on", "to"}
"""Words that mean nothing once the word behind them is gone."""

_CONTROLLER = re.compile(r"([^\W_]+)[_./:#]([^\W_]+)")
"""``UserController_findAll``, ``Redis_CheckName`` and ``apps/deleteGrant``."""


def method_words(
    snake: Split, resource: str, operation: Operation
) -> tuple[list[str], ...]:
    """The names a method would do with, the shortest first."""
    short = short_words(snake, resource, operation)
    long = long_words(snake, operation)
    full = words_of(snake, operation.key)
    if not _says_more(snake, operation):
        full = [operation.method.lower(), *words_of(snake, operation.path)]
        named = PARAMETER.findall(operation.path)
        if ends_on_one(operation) and named:
            return short, [*short, "by", *words_of(snake, named[-1])], long, full
        return short, long, full
    about = words_of(snake, subject(resource))
    said = _said(snake, about, operation)
    if _is_twin(snake, operation):
        return short, said, [*said, "by", operation.method.lower()], long, full
    return short, said, long, full


def _is_twin(snake: Split, operation: Operation) -> bool:
    """``GET_AssumeRole`` at ``/#Action=AssumeRole``: the method is no part of it."""
    method, _, rest = operation.key.partition("_")
    told = words_of(snake, operation.path.partition("#")[2])
    said = words_of(snake, rest)
    return method == operation.method and bool(said) and told[-len(said) :] == said


def method_right(snake: Split, operation: Operation) -> tuple[int, ...]:
    """The right to a method's name, the lowest first.

    An operationId that says something goes before the route alone, a collection
    before one of it, PATCH before POST for an update, and POST before its twins
    in ``POST_DescribeImages`` and ``GET_DescribeImages``.
    """
    method, on_one = operation.method, ends_on_one(operation)
    if _says_more(snake, operation):
        written = operation.key.startswith(f"{method}_")
        return 0, int(written and method != "POST")
    return 1, int(on_one) + int(on_one and method == "POST")


def _says_more(snake: Split, operation: Operation) -> bool:
    """Whether there is an operationId that is more than the route."""
    return bool(operation.key) and not repeats_route(snake, operation)


def long_words(snake: Split, operation: Operation) -> list[str]:
    """The words of the operationId less a framework's suffix, else of verb and path.

    FastAPI appends path and method to the function's name; that much is cut.
    """
    if not _says_more(snake, operation):
        return route_words(snake, operation)
    words = words_of(snake, operation.key)
    suffix = [*words_of(snake, operation.path), operation.method.lower()]
    appended = operation.key.endswith(f"_{operation.method.lower()}")
    if appended and len(words) > len(suffix) > 1 and words[-len(suffix) :] == suffix:
        return words[: -len(suffix)]
    return words


def short_words(snake: Split, resource: str, operation: Operation) -> list[str]:
    """The words left when those of the resource are taken out; the verb if none is."""
    about = words_of(snake, subject(resource))
    dotted = _behind_resource(snake, about, operation)
    if dotted:
        return dotted
    words = _said(snake, about, operation)
    left = _less_parameter(snake, words, operation)
    if len(about) > 1 and about[-1] in _PLACES:
        left = _less(snake, left, about, operation)
        about = about[:-1]
    left = _less(snake, left, about, operation) if about and left else left
    method = operation.method.lower()
    if not left or (left == [method] and _says_several(words, method)):
        if len(words) == 1 and is_action(words[0]):
            return words
        told = verb(operation)
        one = told == "list" and bool(about) and singular(about[-1]) == about[-1]
        # There is one health: ``health`` at ``GET /health`` gets it.
        return ["get"] if one and is_about_one(snake, operation) else [told]
    return words if left[0][0].isdigit() else left


def _said(snake: Split, about: list[str], operation: Operation) -> list[str]:
    """What the operationId says, less its controller and words that add nothing."""
    long = long_words(snake, operation)
    if not _says_more(snake, operation):
        return long
    if _is_twin(snake, operation):
        return long[1:]
    return _plain(_behind_controller(snake, about, long, operation), operation)


def _says_several(words: list[str], method: str) -> bool:
    """Whether ``get_stations`` or ``post_plans`` is meant, not ``meta_get``."""
    return words[0] == method and (method != "get" or singular(words[-1]) != words[-1])


def _behind_resource(snake: Split, about: list[str], operation: Operation) -> list[str]:
    """``drive.files.list`` in ``files`` is ``list``: what follows the resource.

    A resource that is but a version says nothing, and the name of the API before
    the first dot says nothing either.
    """
    parts = operation.key.split(".")
    if len(parts) > 1 and any(map(is_version, operation.tags[:1])):
        return words_of(snake, " ".join(parts[1:]))
    for position in range(len(parts) - 2, 0, -1):
        words = words_of(snake, parts[position])
        if len(words) == len(about) and all(map(_alike, words, about)):
            return words_of(snake, " ".join(parts[position + 1 :]))
    return []


def _behind_controller(
    snake: Split, about: list[str], words: list[str], operation: Operation
) -> list[str]:
    """``Users_GetUsers`` in ``Users`` is get users: what follows the controller.

    So it is where the controller has but the last words of the resource.

    One that is no resource goes where all it says is said again behind it.
    """
    found = _CONTROLLER.fullmatch(operation.key)
    if found is None or words != words_of(snake, operation.key):
        return words
    first, rest = (words_of(snake, part) for part in found.groups())
    named = [word for word in first if word not in _PLACES]
    if named and len(named) < len(first):
        first, words = named, [*named, *rest]
    core = about[:-1] if len(about) > 1 and about[-1] in _PLACES else about
    if 0 < len(first) <= len(core) and all(map(_alike, first, core[-len(first) :])):
        return rest
    again = all(any(_alike(one, other) for other in rest) for one in first)
    return rest if again and len(rest) > len(first) else words


def _plain(words: list[str], operation: Operation) -> list[str]:
    """``words`` without the HTTP method before a verb, and no article behind one."""
    method = operation.method.lower()
    if len(words) > 1 and words[0] == method:
        written = operation.key.startswith(f"{operation.method}_")
        plain = method in ("patch", "post", "put") or words[1] == method
        if is_verb(words[1]) and (plain or written):
            words = words[1:]
    if len(words) > 2 and words[1] in ARTICLES and is_action(words[0]):
        words = [words[0], *words[2:]]
    return words


def _less_parameter(snake: Split, words: list[str], operation: Operation) -> list[str]:
    """``GetEventsId`` at ``/events/{id}`` is ``get_event``; ``get_by_id`` stays."""
    named = PARAMETER.findall(operation.path)
    if not named or not operation.path.rstrip("/").endswith("}") or not operation.key:
        return words
    path = words_of(snake, PARAMETER.sub("", operation.path))
    for tail in (words_of(snake, named[-1]), ["id"]):
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
        path = words_of(snake, PARAMETER.sub("", operation.path))
        if start + size == len(words) and _precedes(before, about[0], path):
            return words
        rest = words[start + size :]
        if start == 0 and size == 1 and _is_done(words[0], about[0], rest, operation):
            return words
        kept = words[:start]
        while len(kept) > 1 and kept[-1] in (ARTICLES if rest else _SMALL_WORDS):
            kept = kept[:-1]
        return kept + rest
    return _less_nearly(words, about)


def _is_done(word: str, about: str, rest: list[str], operation: Operation) -> bool:
    """``transfer_balance`` transfers: in ``transfers`` it is no balance of one."""
    acts = operation.method != "GET" and word != about and is_action(word)
    return acts and bool(rest) and not any(map(is_action, rest))


def _less_nearly(words: list[str], about: list[str]) -> list[str]:
    """``words`` less what stands for ``about`` without being all of it.

    ``create_queue`` in ``call queues`` creates one, and ``repo_get_archive`` in
    ``repository`` gets an archive.
    """
    is_part = 1 < len(words) <= len(about) and is_action(words[0])
    if is_part and all(map(_alike, words[1:], about[1 - len(words) :])):
        return words[:1]
    short = words[0]
    shortened = len(short) > 2 and about[0].startswith(short) and not is_action(short)
    if len(about) == 1 and shortened and len(words) > 1 and is_action(words[1]):
        return words[1:]
    return words


def _precedes(left: str, right: str, path: list[str]) -> bool:
    """Whether ``left`` stands on the path, and before ``right`` if that does."""
    places = [_alike(left, word) for word in path]
    others = [_alike(right, word) for word in path]
    return any(places) and True in others and places.index(True) < others.index(True)


def _alike(left: str, right: str) -> bool:
    return bool(left) and (
        left == right
        or singular(left) == singular(right)
        or plural(left) == right
        or left == plural(right)
    )
