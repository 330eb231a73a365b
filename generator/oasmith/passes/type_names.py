"""What the type of a declaration may be called, and with what right.

A component's key is its name. A title is tried alone first; what has neither is
called by where it stands, so that nothing declared elsewhere renames it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from ..ir.decls import Decl
from ..ir.names import DeclId, Right
from ..source.pointer import parse_pointer
from ..source.values import Frozen
from .identity import file_stem
from .routes import without_suffix
from .spelling import NameRules, distance
from .words import response_word

__all__ = ["TypeClaim", "type_claim"]

_LONGEST = 60
"""A composed name longer than this leaves out words of its middle."""

_METHOD = re.compile(r"\A(DELETE|GET|HEAD|PATCH|POST|PUT)(?=[_-]?[A-Z][a-z])")
"""What an operationId may begin with that abbreviates nothing: ``GETLists``."""

_OTHER_SUCCESS = re.compile(r"2(0[1-9]|[xX]{2})Response")
_JSON = "application/json"
_MEDIA_WORDS = {"form-data": "FormData", "x-www-form-urlencoded": "Form"}
_KINDS = {"headers": "Header", "parameters": "Parameter"}


class TypeClaim(Frozen):
    """The right to a name, the lowest first, and the names that would do.

    Few need more than the first, so each is made when it is asked for.
    """

    right: tuple[int, ...]
    candidates: Iterator[str]


def type_claim(decl: Decl, rules: NameRules) -> TypeClaim:
    """The claim of a declaration.

    The root document goes before other files, JSON before other media types,
    200 before other statuses, and what stands around before what stands inside.
    """
    words = decl.hint.words
    if decl.id.pointer.startswith("/paths/"):
        words = (_METHOD.sub(lambda found: found[0].capitalize(), words[0]), *words[1:])
    right: tuple[int, ...]
    match decl.hint.right:
        case Right.REQUIRED:
            key = decl.hint.words[-1]
            name = rules.class_name((key,))
            right = (0, int(bool(decl.id.file)), distance(name, key))
            return TypeClaim(right, _by_file(decl.id.file, key, rules))
        case Right.SUGGESTED:
            title = rules.class_name(words[-1:])
            right = (1, *_precedence(decl.id, words))
            return TypeClaim(right, chain((title,), _by_place(decl.id, words, rules)))
        case Right.DERIVED:
            right = (2, *_precedence(decl.id, words))
            return TypeClaim(right, _by_place(decl.id, words, rules))


def _by_file(file: str, key: str, rules: NameRules) -> Iterator[str]:
    yield rules.class_name((key,))
    if file:
        yield rules.class_name((file_stem(file), key))


def _precedence(identity: DeclId, words: tuple[str, ...]) -> tuple[int, int, int]:
    other = any(_OTHER_SUCCESS.fullmatch(word) for word in words)
    return int(_media_of(identity) not in ("", _JSON)), int(other), len(words)


def _by_place(
    identity: DeclId, words: tuple[str, ...], rules: NameRules
) -> Iterator[str]:
    """The names made of where it stands, first without the suffix of a path."""
    if _root(words) > 1 and without_suffix(words[1]) != words[1]:
        bare = (words[0], without_suffix(words[1]), *words[2:])
        yield from _composed(identity, bare, rules)
    yield from _composed(identity, words, rules)


def _composed(
    identity: DeclId, words: tuple[str, ...], rules: NameRules
) -> Iterator[str]:
    """The names made of all words, from the most readable to the most telling."""
    plain = tuple([_OTHER_SUCCESS.sub("Response", word) for word in words])
    yield from _long_and_short(_without_echo(plain, rules), rules)
    yield from _long_and_short(_without_echo(words, rules), rules)
    yield from _long_and_short(words, rules)
    steps = parse_pointer(identity.pointer)
    if steps[:1] == ("components",) and steps[1] in _KINDS:
        yield rules.class_name((*words, _KINDS[steps[1]]))
    media = _media_of(identity)
    if media not in ("", _JSON):
        subtype = media.split("/", 1)[-1]
        yield rules.class_name((*words, _MEDIA_WORDS.get(subtype, subtype)))
    root = _root(words)
    direction = _direction(steps)
    if direction and direction not in words:
        directed = (*words[:root], direction, *words[root:])
        yield from _long_and_short(directed, rules)
    placed = (*words[:root], *_properties(steps))
    if len(placed) > root:
        whole = rules.class_name(placed)
        yield from _shortened(placed, whole, rules)
        yield rules.class_name((*words[:-1], placed[-1]))
        yield whole


def _direction(steps: tuple[str, ...]) -> str:
    """Whether a declaration stands in a request or in which response, "" for none."""
    if "requestBody" in steps:
        return "Request"
    if "responses" in steps[:-1]:
        return response_word(steps[steps.index("responses") + 1])
    return ""


def _properties(steps: tuple[str, ...]) -> tuple[str, ...]:
    """The properties under which a declaration stands, whatever their titles are."""
    pairs = pairwise(steps)
    return tuple(step for before, step in pairs if before == "properties")


def _root(words: tuple[str, ...]) -> int:
    """How many words name what all stands in: the operationId, or verb and path."""
    return 2 if len(words) > 1 and words[1].startswith("/") else 1


def _long_and_short(words: tuple[str, ...], rules: NameRules) -> Iterator[str]:
    """All words, behind the shortened forms where they are too many."""
    whole = rules.class_name(words)
    yield from _shortened(words, whole, rules)
    yield whole


def _shortened(words: tuple[str, ...], whole: str, rules: NameRules) -> Iterator[str]:
    """Where it stands and its last words, from two up, where all are too many."""
    if len(whole) <= _LONGEST:
        return
    root = _root(words)
    for start in range(len(words) - 2, root, -1):
        yield rules.class_name((*words[:root], *words[start:]))


def _without_echo(words: tuple[str, ...], rules: NameRules) -> tuple[str, ...]:
    """``Campaign`` and ``Campaign Social Card`` are said in one.

    What all stands in is left out only where it is more than one word: a
    ``payment`` with a ``payment_method`` is no PaymentMethod.
    """
    kept: list[str] = []
    for word in words:
        last = rules.snake(kept[-1:]).split("_") if kept else []
        said = rules.snake((word,)).split("_")[: len(last)] == last
        if kept and said and (len(kept) > 1 or len(last) > 1):
            kept.pop()
        kept.append(word)
    return tuple(kept)


def _media_of(identity: DeclId) -> str:
    """The media type under which a declaration stands, "" for none."""
    if "/content/" not in identity.pointer:
        return ""
    steps = parse_pointer(identity.pointer)
    for before, step in pairwise(steps):
        if before == "content" and "/" in step:
            return step
    return ""
