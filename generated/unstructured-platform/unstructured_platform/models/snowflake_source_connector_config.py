from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class SnowflakeSourceConnectorConfig(rt.Model):
    """Settings of a connector that reads from a Snowflake table, type `snowflake`."""

    account: str
    """The identifier of the account."""

    host: str
    """The host of the account."""

    port: int | None = None
    """The port to connect to. Default: 443."""

    user: str
    """The user to sign in as."""

    password: str
    """The password of the user."""

    role: str
    """The role to act in."""

    database: str
    """The database that holds the table."""

    schema: str
    """The schema that holds the table."""

    table_name: str
    """The table to read."""

    id_column: str
    """The column that holds the id of a row."""

    fields: list[str] | None | rt.Unset = rt.UNSET
    """Read only these columns."""

    batch_size: int | None = None
    """How many rows to fetch at a time. Default: 100."""

    extra: dict[str, typing.Any] = rt.extra()
