"""Requests that are none of those the API is known to make: which event they are of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from .errors import ApiError

__all__ = ["Constants", "UnknownEventError", "unknown_event"]

Constants: TypeAlias = Mapping[str, frozenset[str]]
"""The texts that properties of a body may hold, of those that list them."""


class UnknownEventError(ApiError):
    """A request is none of those that the description knows; it may be a new one."""

    event: str
    """What its header or body names it; empty where neither does."""

    def __init__(self, message: str, *, event: str) -> None:
        super().__init__(message)
        self.event = event


def unknown_event(
    known: Sequence[Constants], event: str, body: Mapping[str, Any] | None
) -> UnknownEventError:
    """What says that a request is none of those that are known, and which event it is.

    ``event`` is what its header says; without one, the property that tells the known
    ones apart does.
    """
    described = f"none of the {len(known)} that are described"
    if event:
        return UnknownEventError(f"the event {event!r} is {described}", event=event)
    name, values = _telling(known)
    told = body.get(name) if body and name else None
    if not isinstance(told, str):
        return UnknownEventError(f"the event is {described}", event="")
    message = f"the event {told!r:.200} ({name}) is {described}"
    if told in values:
        message += ": properties it must have are missing, or have other values"
    return UnknownEventError(message, event=told)


def _telling(known: Sequence[Constants]) -> tuple[str, frozenset[str]]:
    """The property that tells requests apart, and all its values; "" where none does.

    All of them list its values, and in most they are others; of equals it is the one
    with the fewest to each.
    """
    ranked: list[tuple[int, int, str]] = []
    for name in known[0] if known else ():
        several = [one[name] for one in known if name in one]
        kinds = len({*several})
        if len(several) == len(known) and kinds > (len(known) > 1):
            ranked.append((-kinds, max(map(len, several)), name))
    if not ranked:
        return "", frozenset()
    name = min(ranked, key=lambda one: one[:2])[2]
    return name, frozenset[str]().union(*[one[name] for one in known])
