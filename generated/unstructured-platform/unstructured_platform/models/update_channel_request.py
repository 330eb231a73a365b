from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class UpdateChannelRequest(rt.Model):
    """Changes to a channel; what is left out stays."""

    channel_type: m.ChannelType | str | None | rt.Unset = rt.UNSET
    """The kind of the channel. It may be repeated but not changed."""

    description: str | None | rt.Unset = rt.UNSET
    """A remark on what the channel is for. At most 255 characters."""

    event_types: list[m.NotificationEventType | str] | None | rt.Unset = rt.UNSET
    """Which events to deliver. At least 1 item."""

    enabled: bool | None | rt.Unset = rt.UNSET
    """Whether the channel delivers."""

    url: str | None | rt.Unset = rt.UNSET
    """The address a webhook channel calls."""

    secret: str | None | rt.Unset = rt.field(default=rt.UNSET, access="write")
    """A new secret for a webhook channel; an empty text removes the old one."""

    email_config: m.EmailChannelConfigUpdate | None | rt.Unset = rt.UNSET
    """Whom an e-mail channel writes to."""

    extra: dict[str, typing.Any] = rt.extra()
