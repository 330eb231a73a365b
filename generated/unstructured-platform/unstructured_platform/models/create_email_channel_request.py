from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class CreateEmailChannelRequest(rt.Model):
    """A channel that writes e-mail."""

    channel_type: typing.Literal["email"] = "email"
    """Says that this is e-mail."""

    event_types: list[m.NotificationEventType | str]
    """Which events to deliver. At least 1 item."""

    email_config: m.EmailChannelConfig
    """Whom to write to."""

    description: str | None | rt.Unset = rt.UNSET
    """A remark on what the channel is for. At most 255 characters."""

    enabled: bool | None = None
    """Whether the channel delivers. Default: ``True``."""

    extra: dict[str, typing.Any] = rt.extra()
