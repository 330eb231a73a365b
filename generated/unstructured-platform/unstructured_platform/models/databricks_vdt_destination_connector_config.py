from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class DatabricksVDTDestinationConnectorConfig(rt.Model):
    """Settings of a connector that writes to a Delta table in Databricks, type
    `databricks_volume_delta_tables`.
    """

    server_hostname: str
    """The host of the Databricks cluster or SQL warehouse."""

    http_path: str
    """The HTTP path of the cluster or warehouse."""

    token: str | None | rt.Unset = rt.UNSET
    """A personal access token."""

    client_id: str | None | rt.Unset = rt.UNSET
    """The id of a service principal, in place of a token."""

    client_secret: str | None | rt.Unset = rt.UNSET
    """The secret of the service principal."""

    catalog: str
    """The catalog that holds table and volume."""

    database: str | None = None
    """The database that holds the table. Default: ``default``."""

    schema: str | None = None
    """The schema that holds table and volume. Default: ``default``."""

    table_name: str | None | rt.Unset = rt.UNSET
    """The table to write to."""

    volume: str
    """The volume to stage files in."""

    volume_path: str | None | rt.Unset = rt.UNSET
    """The folder within the volume."""

    extra: dict[str, typing.Any] = rt.extra()
