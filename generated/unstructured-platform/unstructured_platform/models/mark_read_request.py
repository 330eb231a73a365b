from __future__ import annotations

import datetime
import typing
import uuid

from .._runtime import rt


@rt.model
class MarkReadRequest(rt.Model):
    """Which notifications to mark. Give exactly one of `notification_ids`, `before` and
    `mark_all`.
    """

    notification_ids: list[uuid.UUID] | None | rt.Unset = rt.UNSET
    """These notifications. At most 100 items."""

    before: datetime.datetime | None | rt.Unset = rt.UNSET
    """All notifications from before this time."""

    mark_all: bool | None = None
    """All notifications. Default: ``False``."""

    workflow_id: uuid.UUID | None | rt.Unset = rt.UNSET
    """Only those about this workflow; goes with `before` or `mark_all`."""

    extra: dict[str, typing.Any] = rt.extra()
