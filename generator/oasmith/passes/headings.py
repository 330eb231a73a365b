"""What a tag says: less its number, its version, its asides, and the layer it names."""

from __future__ import annotations

import re

__all__ = ["heading", "is_version", "subject"]

_VERSION = re.compile(
    r"((?i:api)[vV]?|[vV])\d+([._]\d+)*((alpha|beta)\d*)?([\s/_.:-]+|(?=[A-Z]))"
    r"(?=.*[^\W\d_])"
)
_VERSION_ALONE = re.compile(r"v?\d+([._-]?\d+)*((alpha|beta|rc)\d*)?", re.I)
_NUMBER = re.compile(r"\s*\d+\s*[.)]\s+(?=.*[^\W\d_])")
_ASIDE = re.compile(r"(?<=[\w)\]])\s*(\([^()]*\)|\[[^][]*\])\s*$")
_LAYER = re.compile(
    r"(?<=\w)([\s_-]+(?i:api)|[_-](?i:controller))$"
    r"|(?<=[a-z\d])(API|Api|Controller)$"
)


def is_version(tag: str) -> bool:
    """Whether a tag is a version and nothing else: ``v1beta1``."""
    return _VERSION_ALONE.fullmatch(tag.strip()) is not None


def subject(tag: str) -> str:
    """``1. Log in`` and ``v1 Users`` are about the words alone."""
    told = _NUMBER.sub("", tag, count=1)
    found = _VERSION.match(told)
    return told if found is None else told[found.end() :]


def heading(tag: str) -> str:
    """The subject less its asides and what says that it is served.

    ``user-controller``, ``Payments API`` and ``Tasks (Classic)``.
    """
    told = subject(tag)
    shorter = _ASIDE.sub("", told)
    while shorter != told:
        told, shorter = shorter, _ASIDE.sub("", shorter)
    return _LAYER.sub("", told)
