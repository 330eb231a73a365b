from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class RedisDestinationConnectorConfig(rt.Model):
    """Settings of a connector that writes to a Redis database, type `redis`."""

    host: str
    """The host of the server."""

    port: int
    """The port of the server."""

    uri: str | None | rt.Unset = rt.UNSET
    """A connection address, in place of host and port."""

    username: str | None | rt.Unset = rt.UNSET
    """The user to sign in as."""

    password: str | None | rt.Unset = rt.UNSET
    """The password of the user."""

    database: int
    """The number of the database."""

    ssl: bool
    """Whether to connect over TLS."""

    batch_size: int
    """How many records to send at a time."""

    extra: dict[str, typing.Any] = rt.extra()
