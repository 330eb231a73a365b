"""Models of channel_request."""

from __future__ import annotations

import typing

from .. import _runtime as rt
from .. import models as m

ChannelRequest: typing.TypeAlias = typing.Annotated[
    typing.Union["m.CreateWebhookChannelRequest", "m.CreateEmailChannelRequest"],
    rt.Tag(
        "channel_type",
        {
            "webhook": "CreateWebhookChannelRequest",
            "email": "CreateEmailChannelRequest",
        },
    ),
]
"""A channel to be created."""
