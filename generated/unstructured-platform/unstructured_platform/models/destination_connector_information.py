from __future__ import annotations

import datetime
import typing
import uuid

from .. import models as m
from .._runtime import rt


@rt.model
class DestinationConnectorInformation(rt.Model):
    """A destination."""

    id: uuid.UUID
    """The id of the destination."""

    name: str
    """The name of the destination."""

    type: m.DestinationConnectorType
    """What kind of place it writes to."""

    config: m.DestinationConnectorConfig
    """Its settings, with secrets masked."""

    created_at: datetime.datetime
    """When the destination was created."""

    updated_at: datetime.datetime | None | rt.Unset = rt.UNSET
    """When the destination was last changed."""

    key: str | None | rt.Unset = rt.UNSET
    """The short name of the destination."""

    extra: dict[str, typing.Any] = rt.extra()
