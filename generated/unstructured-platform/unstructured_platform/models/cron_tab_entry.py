from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class CronTabEntry(rt.Model):
    """One rule of a schedule."""

    cron_expression: str
    """Minute, hour, day of month, month and day of week, as cron has them."""

    extra: dict[str, typing.Any] = rt.extra()
