from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class DatabricksVolumesConnectorConfig(rt.Model):
    """Settings of a connector that reads from or writes to a Databricks volume, type
    `databricks_volumes`.
    """

    host: str
    """The address of the Databricks workspace."""

    client_id: str
    """The id of a service principal."""

    client_secret: str
    """The secret of the service principal."""

    catalog: str
    """The catalog that holds the volume."""

    schema: str | None = None
    """The schema that holds the volume. Default: ``default``."""

    volume: str
    """The volume."""

    volume_path: str
    """The folder within the volume."""

    extra: dict[str, typing.Any] = rt.extra()
