"""Splitting what a description calls a thing into words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["SYMBOLS", "plain", "split", "symbol_words"]

SYMBOLS = {
    "<=": "less or equal",
    ">=": "greater or equal",
    "!=": "not equal",
    "==": "equal",
    "<>": "not equal",
    "!": "not",
    "#": "sharp",
    "$": "dollar",
    "%": "percent",
    "&": "and",
    "*": "star",
    "+": "plus",
    ",": "comma",
    "-": "minus",
    ".": "dot",
    "/": "slash",
    ":": "colon",
    ";": "semicolon",
    "<": "less",
    "=": "equal",
    ">": "greater",
    "?": "question",
    "@": "at",
    "\\": "backslash",
    "^": "caret",
    "_": "underscore",
    "|": "pipe",
    "~": "tilde",
    " ": "space",
    "\t": "tab",
    "\n": "newline",
    "'": "quote",
    '"': "double quote",
    "(": "open",
    ")": "close",
    "[": "open bracket",
    "]": "close bracket",
    "{": "open brace",
    "}": "close brace",
    "`": "backtick",
}
"""What a name made of nothing but symbols is read as."""

_LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "ø": "o",
    "Ø": "O",
    "œ": "oe",
    "Œ": "OE",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "Ð": "D",
    "þ": "th",
    "Þ": "Th",
    "ẞ": "SS",
    "\u0131": "i",
}
"""Latin letters that decompose into no ASCII letter."""

_MIXED = (
    "OAuth",
    "OpenAPI",
    "OpenAI",
    "iPhone",
    "iPad",
    "iOS",
    "macOS",
    "IPv4",
    "IPv6",
    "GitHub",
    "GitLab",
    "GraphQL",
    "YouTube",
    "PayPal",
    "LinkedIn",
    "WhatsApp",
    "PostgreSQL",
    "MySQL",
    "MongoDB",
    "DynamoDB",
    "JavaScript",
    "TypeScript",
    "WordPress",
    "DevOps",
    "QoS",
    "DDoS",
    "IaaS",
    "PaaS",
    "SaaS",
    "IoT",
    "ETag",
    "eTag",
)
"""Single words that are written with capitals inside."""


_MIXED_WORDS = re.compile("|".join(sorted(_MIXED, key=len, reverse=True)))


_SELECTORS = re.compile("[\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""What only says how the signs beside it are drawn; nobody sees it in a name."""


def plain(text: str) -> str:
    """``text`` in compatibility form, letters in ASCII where only accents keep them.

    Signs that cannot be seen are left out.
    """
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFKC", _SELECTORS.sub("", text))
    if composed.isascii():
        return composed
    return "".join([_bare(letter) for letter in composed])


def _bare(letter: str) -> str:
    spelled = _LETTERS.get(letter, letter)
    bare = "".join(
        part
        for part in unicodedata.normalize("NFKD", spelled)
        if not unicodedata.combining(part)
    )
    return bare if bare.isascii() else letter


@lru_cache(maxsize=4096)
def split(text: str) -> tuple[str, ...]:
    """The words of ``text`` as they are written; none without a letter or digit.

    >>> split("HTTPServerIDs")
    ('HTTP', 'Server', 'IDs')
    >>> split("v1.2-beta")
    ('v1', '2', 'beta')
    """
    bare = plain(text)
    runs = _RUNS.findall(bare) if bare.isascii() else _runs(bare)
    return tuple([word for run in runs for word in _humps(run)])


_RUNS = re.compile("[A-Za-z0-9]+")


def _runs(text: str) -> Iterator[str]:
    """The unbroken runs of what may be part of a name."""
    run = ""
    for letter in text:
        if _is_part(letter) and (run or not unicodedata.combining(letter)):
            run += letter
        elif run:
            yield run
            run = ""
    if run:
        yield run


def symbol_words(text: str) -> tuple[str, ...]:
    """Words for a text without letters or digits: ">=" gives greater, or, equal."""
    words: list[str] = []
    text = _SELECTORS.sub("", text)
    at = 0
    while at < len(text):
        step = 2 if text[at : at + 2] in SYMBOLS else 1
        sign = text[at : at + step]
        words.extend(SYMBOLS.get(sign, "").split() or split(unicodedata.name(sign, "")))
        at += step
    return tuple(word.lower() for word in words)


def _is_part(letter: str) -> bool:
    return letter != "_" and ("a" + letter).isidentifier()


def _humps(run: str) -> list[str]:
    """The camel-case words of an unbroken run of letters and digits."""
    if run[1:].islower():
        # A word begins with a capital, and each of mixed capitals has one inside.
        return [run]
    words: list[str] = []
    start = at = 0
    while at < len(run):
        mixed = _mixed_at(run, at)
        if mixed:
            if start < at:
                words.append(run[start:at])
            start, at = at, at + mixed
            while at < len(run) and run[at].isdigit():
                at += 1
            at += _is_plural(run, at)
            words.append(run[start:at])
            start = at
            continue
        if start < at and _is_boundary(run, at):
            words.append(run[start:at])
            start = at
        at += 1
    if start < len(run):
        words.append(run[start:])
    return words


def _mixed_at(run: str, at: int) -> int:
    """The length of a word of mixed capitals that stands whole at ``at``, else 0."""
    found = _MIXED_WORDS.match(run, at)
    if found is None:
        return 0
    word = found[0]
    before = run[at - 1] if at else ""
    after = run[at + len(word) : at + len(word) + 1]
    inside = before.isalpha() if word[0].islower() else before.isupper()
    ends = not after.islower() or _is_plural(run, at + len(word))
    return len(word) if ends and not inside else 0


def _is_plural(run: str, at: int) -> bool:
    """Whether nothing but the "s" of a plural stands at ``at``: "IPv4s"."""
    return run[at : at + 1] == "s" and not run[at + 1 : at + 2].islower()


def _is_boundary(run: str, at: int) -> bool:
    before, letter = run[at - 1], run[at]
    if not letter.isupper():
        return False
    if before.islower():
        return True
    if before.isdigit():
        return _capitals(run, at) != 1
    if before.isupper():
        return run[at + 1 : at + 2].islower() and not _is_plural(run, at + 1)
    return True


def _capitals(run: str, at: int) -> int:
    """How many capitals from ``at`` abbreviate: 0 in "Bucket", 1 in "DModel"."""
    end = at
    while end < len(run) and run[end].isupper():
        end += 1
    return end - at - (1 if run[end : end + 1].islower() else 0)
