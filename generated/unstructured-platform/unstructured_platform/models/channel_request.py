from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt

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
