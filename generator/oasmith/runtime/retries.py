"""When a request that failed is sent again."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from .errors import ConfigurationError
from .records import Frozen, frozen

__all__ = ["Retries", "retries_of"]


@frozen
class Retries(Frozen):
    """How often a request is sent again, on what, and after how long.

    What may have been processed is never sent again, unless doing it twice is as doing
    it once: a method that is idempotent, or a request with an idempotency key.
    """

    count: int = 2
    """How often, at most; the first time does not count."""

    statuses: Collection[int] = frozenset({408, 429, 500, 502, 503, 504})
    """The statuses that are worth another try."""

    first: float = 0.5
    """Seconds to wait at most before the second attempt; doubled with each one."""

    longest: float = 8.0
    """Seconds to wait at most between two attempts, if the server asks for none."""

    patience: float = 60.0
    """A server that asks for more seconds than this is not asked again."""

    budget: float | None = None
    """Seconds that all waiting of one call may take; None: as its timeout allows."""

    def affords(self, waiting: float) -> bool:
        """Whether all waiting of a call may come to so many seconds."""
        return self.budget is None or waiting <= self.budget


def retries_of(given: int | Retries) -> Retries:
    """The settings that a number stands for.

    Raises:
        ConfigurationError: They make no sense.
    """
    made = Retries(count=given) if isinstance(given, int) else given
    told: Any = made
    if not isinstance(told, Retries):
        raise ConfigurationError(
            f"retries is a number from 0 on, or Retries(count=…), not {given!r:.60}"
        )
    try:
        if made.count < 0:
            raise ConfigurationError("retries is a number from 0 on")
        if min(made.first, made.longest, made.patience, made.budget or 0) < 0:
            raise ConfigurationError("no time of retries can be less than nothing")
    except TypeError:
        raise ConfigurationError(f"count and times are numbers in {made!r}") from None
    return made
