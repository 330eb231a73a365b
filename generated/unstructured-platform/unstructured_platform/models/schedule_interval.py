from __future__ import annotations

from .._runtime import rt


class ScheduleInterval(str, rt.OpenEnum):
    """How often a workflow runs."""

    EVERY_15_MINUTES = "every 15 minutes"
    EVERY_HOUR = "every hour"
    EVERY_2_HOURS = "every 2 hours"
    EVERY_4_HOURS = "every 4 hours"
    EVERY_6_HOURS = "every 6 hours"
    EVERY_8_HOURS = "every 8 hours"
    EVERY_10_HOURS = "every 10 hours"
    EVERY_12_HOURS = "every 12 hours"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
