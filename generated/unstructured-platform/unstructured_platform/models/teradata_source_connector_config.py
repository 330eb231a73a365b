from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class TeradataSourceConnectorConfig(rt.Model):
    """Settings of a connector that reads from a Teradata table, type `teradata`."""

    host: str
    """The host of the server."""

    dbs_port: int | None = None
    """The port of the server. Default: 1025."""

    user: str
    """The user to sign in as."""

    password: str
    """The password of the user."""

    database: str | None | rt.Unset = rt.UNSET
    """The database that holds the table."""

    table_name: str
    """The table to read."""

    id_column: str | None = None
    """The column that holds the id of a row. Default: ``id``."""

    fields: list[str] | None | rt.Unset = rt.UNSET
    """Read only these columns."""

    batch_size: int | None = None
    """How many rows to fetch at a time. Default: 100."""

    extra: dict[str, typing.Any] = rt.extra()
