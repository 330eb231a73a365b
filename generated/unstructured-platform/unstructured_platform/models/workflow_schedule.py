from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class WorkflowSchedule(rt.Model):
    """When a workflow runs."""

    crontab_entries: list[m.CronTabEntry]
    """The times at which it runs."""

    extra: dict[str, typing.Any] = rt.extra()
