from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class SnowflakeDestinationConnectorConfig(rt.Model):
    """Settings of a connector that writes to a Snowflake table, type `snowflake`."""

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

    table_name: str | None = None
    """The table to write to. Default: ``elements``."""

    record_id_key: str | None | rt.Unset = rt.UNSET
    """The column that tells which document a row belongs to. Default: ``record_id``."""

    batch_size: int | None = None
    """How many rows to send at a time. Default: 50."""

    extra: dict[str, typing.Any] = rt.extra()
