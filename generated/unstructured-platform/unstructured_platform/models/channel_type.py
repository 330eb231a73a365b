"""Models of channel_type."""

from __future__ import annotations

import typing

from .._runtime import rt


class ChannelType(str, rt.OpenEnum):
    """How a channel delivers."""

    WEBHOOK = "webhook"
    EMAIL = "email"

    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
