from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class UpdateSourceConnector(rt.Model):
    """New settings for a source."""

    config: m.SourceConnectorConfigInput
    """The settings for the type the source has."""

    extra: dict[str, typing.Any] = rt.extra()
