from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class PostgresSourceConnectorConfig(rt.Model):
    """Settings of a connector that reads from a PostgreSQL table, type `postgres`."""

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
    """The table to read."""

    id_column: str
    """The column that holds the id of a row."""

    fields: list[str] | None | rt.Unset = rt.UNSET
    """Read only these columns."""

    batch_size: int
    """How many rows to fetch at a time."""

    extra: dict[str, typing.Any] = rt.extra()
