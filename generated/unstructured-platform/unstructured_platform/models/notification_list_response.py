from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class NotificationListResponse(rt.Model):
    """One page of notifications."""

    events: list[m.NotificationResponse]
    """The notifications, the newest first."""

    next_cursor: str | None | rt.Unset = rt.UNSET
    """The `cursor` for the next page; null on the last."""

    extra: dict[str, typing.Any] = rt.extra()
