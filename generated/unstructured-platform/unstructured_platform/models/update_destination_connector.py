from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class UpdateDestinationConnector(rt.Model):
    """New settings for a destination."""

    config: m.DestinationConnectorConfigInput
    """The settings for the type the destination has."""

    extra: dict[str, typing.Any] = rt.extra()
