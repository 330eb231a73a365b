from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class PostgresSourceConnectorConfigInput(rt.Model):
    """Settings for reading from a PostgreSQL table, type `postgres`."""

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

    id_column: str | None = None
    """The column that holds the id of a row. Default: ``id``."""

    fields: list[str] | None | rt.Unset = rt.UNSET
    """Read only these columns."""

    batch_size: int
    """How many rows to fetch at a time."""

    extra: dict[str, typing.Any] = rt.extra()
