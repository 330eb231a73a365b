"""Whether an operation only reads, whatever its method."""

from __future__ import annotations

from ..ir.api import Operation
from .words import is_verb, words_of

__all__ = ["reads"]

_READING = frozenset(
    {
        "browse",
        "describe",
        "fetch",
        "filter",
        "find",
        "get",
        "list",
        "lookup",
        "queries",
        "query",
        "read",
        "retrieve",
        "scan",
        "search",
        "searches",
        "select",
    }
)
"""Words by which a POST says so."""

_NEUTRAL = frozenset({"execute", "perform", "post"})
"""Verbs that leave it open what is done."""


def reads(operation: Operation) -> bool:
    """Whether an operation changes nothing, going by its method and its name.

    A POST may ask for what a query cannot hold: the first word of its name that says
    what is done decides, else that of the last part of its path.
    """
    if operation.method in ("GET", "QUERY"):
        return True
    if operation.method != "POST" or operation.idempotency:
        return False
    ends = [part for part in operation.path.split("/") if part and "{" not in part]
    for text in (operation.key, *ends[-1:]):
        for word in words_of(text):
            if word in _READING:
                return True
            if is_verb(word) and word not in _NEUTRAL:
                return False
    return False
