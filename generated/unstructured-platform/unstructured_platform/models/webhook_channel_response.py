from __future__ import annotations

import datetime
import typing

from .._runtime import rt


@rt.model
class WebhookChannelResponse(rt.Model):
    """A channel that calls a web address."""

    id: str
    """The id of the channel."""

    channel_type: typing.Literal["webhook"] = "webhook"
    """Says that this is a webhook."""

    event_types: list[str]
    """Which events are delivered."""

    enabled: bool
    """Whether the channel delivers."""

    url: str
    """The address that is called."""

    description: str | None | rt.Unset = rt.UNSET
    """A remark on what the channel is for."""

    created_at: datetime.datetime
    """When the channel was created."""

    updated_at: datetime.datetime
    """When the channel was last changed."""

    extra: dict[str, typing.Any] = rt.extra()
