from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class ChannelListResponse(rt.Model):
    """A list of channels."""

    items: list[m.Channel]
    """The channels."""

    extra: dict[str, typing.Any] = rt.extra()
