from __future__ import annotations

import datetime
import typing
import uuid

from .._runtime import rt


@rt.model
class NotificationResponse(rt.Model):
    """Something that happened to a job."""

    id: uuid.UUID
    """The id of the notification."""

    event_type: str
    """What happened, such as `job.completed`."""

    payload: dict[str, typing.Any]
    """Facts about the event, such as the id of the job and its state."""

    created_at: datetime.datetime
    """When it happened."""

    workflow_id: uuid.UUID | None | rt.Unset = rt.UNSET
    """The workflow concerned; null if it is about the workspace."""

    is_read: bool | None = None
    """Whether the notification was marked as read. Default: ``False``."""

    extra: dict[str, typing.Any] = rt.extra()
