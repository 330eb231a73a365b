from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class PostgresDestinationConnectorConfig(rt.Model):
    """Settings of a connector that writes to a PostgreSQL table, type `postgres`."""

    host: str
    """The host of the server."""

    port: int
    """The port of the server."""

    database: str
    """The database that holds the table."""

    username: str
    """The user to sign in as."""

    password: str
    """The password of the user."""

    table_name: str
    """The table to write to."""

    batch_size: int
    """How many rows to send at a time."""

    extra: dict[str, typing.Any] = rt.extra()
