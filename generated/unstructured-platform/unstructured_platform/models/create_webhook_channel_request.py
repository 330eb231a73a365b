from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class CreateWebhookChannelRequest(rt.Model):
    """A channel that calls a web address."""

    channel_type: typing.Literal["webhook"] = "webhook"
    """Says that this is a webhook."""

    event_types: list[m.NotificationEventType | str]
    """Which events to deliver. At least 1 item."""

    url: str
    """The address to call; it has to begin with `https://`."""

    description: str | None | rt.Unset = rt.UNSET
    """A remark on what the channel is for. At most 255 characters."""

    enabled: bool | None = None
    """Whether the channel delivers. Default: ``True``."""

    secret: str | None | rt.Unset = rt.field(default=rt.UNSET, access="write")
    """A secret of 24 to 75 bytes to sign the calls with; it is never returned."""

    extra: dict[str, typing.Any] = rt.extra()
