"""Models of update_source_connector."""

from __future__ import annotations

import typing

from .. import _runtime as rt
from .. import models as m


@rt.model
class UpdateSourceConnector(rt.Model):
    """New settings for a source."""

    config: m.SourceConnectorConfigInput
    """The settings for the type the source has."""

    extra: dict[str, typing.Any] = rt.extra()
