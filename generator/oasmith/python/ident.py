"""Identifiers: what Python lets a thing be called, and in which case it is written."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from ..source.portable import DEVICES
from .words import plain, split, symbol_words

__all__ = [
    "ARGUMENT_RESERVED",
    "CLIENT_ARGUMENT_RESERVED",
    "CLIENT_RESERVED",
    "FIELD_RESERVED",
    "MEMBER_RESERVED",
    "METHOD_RESERVED",
    "MODULE_RESERVED",
    "RESOURCE_CLASS_RESERVED",
    "TYPE_RESERVED",
    "PythonRules",
    "is_identifier",
]

TYPE_RESERVED = frozenset({"Callable"})
"""Names a model gives way to: those its package imports by name."""

MEMBER_RESERVED = frozenset({"is_known", "mro", "name", "value"})
"""Names an enum's member gives way to: the class has them already."""

RESOURCE_CLASS_RESERVED = frozenset(
    {
        "AsyncClient",
        "AsyncRawClient",
        "AsyncStreamingClient",
        "Awaitable",
        "Callable",
        "Client",
        "Mapping",
        "RawClient",
        "StreamingClient",
    }
)
"""Names the class of a resource gives way to: those of the client's module."""

FIELD_RESERVED = frozenset(
    {"extra", "from_dict", "from_json", "m", "rt", "self", "to_dict", "to_json"}
)
"""Names a model's field gives way to."""

ARGUMENT_RESERVED = frozenset({"body", "cls", "m", "options", "rt", "self"})
"""Names a method's argument gives way to."""

CLIENT_ARGUMENT_RESERVED = frozenset(
    {
        "base_url",
        "credentials",
        "headers",
        "hooks",
        "http_client",
        "json",
        "m",
        "max_response_size",
        "on_drift",
        "retries",
        "rt",
        "self",
        "sign",
        "strict",
        "super",
        "timeout",
    }
)
"""Names a credential's client argument gives way to."""

CLIENT_RESERVED = DEVICES | {
    "aclose",
    "cached_property",
    "close",
    "m",
    "raw",
    "request",
    "rt",
    "self",
    "streaming",
    "typing",
    "with_options",
}
"""Names of resources, and of methods standing on the client, that give way."""

METHOD_RESERVED = frozenset({"m", "rt", "self", "typing", "wait"})
"""Names a resource's method gives way to."""

MODULE_RESERVED = DEVICES | {"attach", "list", "models", "object", "str"}
"""Names the module of a declaration gives way to.

A package has its modules as attributes, so those it uses itself would be hidden.
"""

_NUMBER = "n"
_NOTHING = "value"
_CASELESS = "Type"


def is_identifier(text: str) -> bool:
    """Whether ``text`` can stand as a name, in the very form Python reads."""
    return (
        text.isidentifier()
        and not keyword.iskeyword(text)
        and unicodedata.normalize("NFKC", text) == text
    )


class PythonRules:
    """The naming rules of Python, as the naming pass asks for them.

    ``words`` are texts as the description has them, outermost first; each may
    hold several words in any case ("HTTPServerID", "job-list", "$ref"). Every
    answer is an identifier except that it may be a keyword or reserved:
    ``safe`` mends that. No answer begins with an underscore.
    """

    def class_name(self, words: Sequence[str]) -> str:
        """``("job", "source")`` gives JobSource; capitals inside words stay."""
        parts = [part for text in words for part in _class_parts(text)]
        parts = parts or [
            part.capitalize() for text in words for part in symbol_words(text)
        ]
        name = _joined(parts)
        name = name or _NOTHING.capitalize()
        return _checked(name if name[0].isupper() else _CASELESS + name)

    def snake(self, words: Sequence[str]) -> str:
        """``("jobID",)`` gives job_id: fields, methods, arguments and modules."""
        return _snake(tuple(words))

    def constant(self, text: str) -> str:
        """An enum member: "in-progress" gives IN_PROGRESS, "" EMPTY, "-1" MINUS_1."""
        if text == "":
            return "EMPTY"
        if text.isspace():
            return "BLANK" if len(text) > 1 else _upper(symbol_words(text))
        parts = _signed(text, digits_only=False)
        return _upper(parts or symbol_words(text))

    def package(self, text: str) -> str:
        """An import package: lower-case ASCII words, ``client`` where none is left."""
        ascii_only = plain(text).encode("ascii", "ignore").decode("ascii")
        name = "_".join(split(ascii_only)).lower() or "client"
        return self.safe(_led(name, "api_"), frozenset())

    def safe(self, name: str, reserved: frozenset[str]) -> str:
        """``name``, with an underscore behind where it is a keyword or reserved."""
        taken = keyword.iskeyword(name) or name in reserved
        return name + "_" if taken else name


@lru_cache(maxsize=16384)
def _snake(words: tuple[str, ...]) -> str:
    parts = [part for text in words for part in _signed(text, digits_only=True)]
    parts = parts or [part for text in words for part in symbol_words(text)]
    return _checked(_led(plain("_".join(parts).lower()), _NUMBER))


@lru_cache(maxsize=4096)
def _class_parts(text: str) -> tuple[str, ...]:
    words = split(text)
    letters = [letter for word in words for letter in word if letter.isalpha()]
    shouted = len(letters) > 3 and all(letter.isupper() for letter in letters)
    if shouted:
        words = tuple(word.capitalize() for word in words)
    return tuple(word[0].upper() + word[1:] for word in words)


def _joined(parts: Sequence[str]) -> str:
    """The parts in one; an underscore keeps digits apart that were apart ("v1.2")."""
    name = ""
    for part in parts:
        apart = name[-1:].isdigit() and part[0].isdigit()
        name += ("_" if apart else "") + part
    return name


@lru_cache(maxsize=16384)
def _signed(text: str, *, digits_only: bool) -> tuple[str, ...]:
    """The words of ``text``, signs before the first and behind the last spelled.

    A sign before a number counts wherever it follows a separator: "up--1".
    """
    trimmed = _INNER_SIGN.sub(_spelled_sign, plain(text).strip())
    words = list(split(trimmed))
    if not words:
        return ()
    follows = trimmed[1:2].isdigit() if digits_only else trimmed[1:2].isalnum()
    if trimmed[0] in "+-" and follows:
        words.insert(0, "plus" if trimmed[0] == "+" else "minus")
    elif trimmed[0] in "<>!=~^*" and not digits_only:
        signs = trimmed[: len(trimmed) - len(trimmed.lstrip("<>!=~^*"))]
        words[:0] = symbol_words(signs)
    tail = trimmed[len(trimmed.rstrip("+#*")) :]
    return tuple(words if digits_only else [*words, *symbol_words(tail)])


_INNER_SIGN = re.compile(r"(?<=[\w)][-_:/ ])[-+](?=\d)")


def _spelled_sign(found: re.Match[str]) -> str:
    return " plus " if found[0] == "+" else " minus "


def _upper(parts: Sequence[str]) -> str:
    name = "_".join(parts).upper() or "VALUE"
    return _checked(_led(name, "VALUE_"))


def _led(name: str, prefix: str) -> str:
    """``name`` with something before it where it cannot begin as it does."""
    if not name:
        return _NOTHING
    return name if name.isidentifier() else prefix + name


def _checked(name: str) -> str:
    normal = unicodedata.normalize("NFKC", name)
    if not normal.isidentifier():
        raise AssertionError(f"not an identifier: {name!r}")
    return normal
