from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt

Channel: typing.TypeAlias = typing.Annotated[
    typing.Union["m.WebhookChannelResponse", "m.EmailChannelResponse"],
    rt.Tag(
        "channel_type",
        {"webhook": "WebhookChannelResponse", "email": "EmailChannelResponse"},
    ),
]
"""A place where events are delivered."""
