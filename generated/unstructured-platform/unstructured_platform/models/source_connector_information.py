from __future__ import annotations

import datetime
import typing
import uuid

from .. import models as m
from .._runtime import rt


@rt.model
class SourceConnectorInformation(rt.Model):
    """A source."""

    id: uuid.UUID
    """The id of the source."""

    name: str
    """The name of the source."""

    type: m.SourceConnectorType
    """What kind of place it reads from."""

    config: m.SourceConnectorConfig
    """Its settings, with secrets masked."""

    created_at: datetime.datetime
    """When the source was created."""

    updated_at: datetime.datetime | None | rt.Unset = rt.UNSET
    """When the source was last changed."""

    key: str | None | rt.Unset = rt.UNSET
    """The short name of the source."""

    extra: dict[str, typing.Any] = rt.extra()
