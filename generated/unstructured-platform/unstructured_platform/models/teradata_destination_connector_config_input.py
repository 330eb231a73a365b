from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class TeradataDestinationConnectorConfigInput(rt.Model):
    """Settings for writing to a Teradata table, type `teradata`."""

    host: str
    """The host of the server."""

    dbs_port: int | None = None
    """The port of the server. At least 1. Default: 1025."""

    user: str
    """The user to sign in as."""

    password: str
    """The password of the user."""

    database: str | None | rt.Unset = rt.UNSET
    """The database that holds the table."""

    table_name: str | None = None
    """The table to write to. Default: ``elements``."""

    record_id_key: str | None | rt.Unset = rt.UNSET
    """The column that tells which document a row belongs to. Default: ``record_id``."""

    batch_size: int | None = None
    """How many rows to send at a time. At least 1. Default: 50."""

    extra: dict[str, typing.Any] = rt.extra()
