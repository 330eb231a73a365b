from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class UnreadCountResponse(rt.Model):
    """A count of notifications."""

    unread_count: int
    """How many notifications are not marked as read."""

    extra: dict[str, typing.Any] = rt.extra()
