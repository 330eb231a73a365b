from __future__ import annotations

import datetime
import typing

from .. import models as m
from .._runtime import rt


@rt.model
class EmailChannelResponse(rt.Model):
    """A channel that writes e-mail."""

    id: str
    """The id of the channel."""

    channel_type: typing.Literal["email"] = "email"
    """Says that this is e-mail."""

    event_types: list[str]
    """Which events are delivered."""

    enabled: bool
    """Whether the channel delivers."""

    email_config: m.EmailChannelConfigResponse
    """Whom the channel writes to."""

    description: str | None | rt.Unset = rt.UNSET
    """A remark on what the channel is for."""

    created_at: datetime.datetime
    """When the channel was created."""

    updated_at: datetime.datetime
    """When the channel was last changed."""

    extra: dict[str, typing.Any] = rt.extra()
