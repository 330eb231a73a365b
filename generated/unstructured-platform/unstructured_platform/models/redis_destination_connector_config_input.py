from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class RedisDestinationConnectorConfigInput(rt.Model):
    """Settings for writing to a Redis database, type `redis`."""

    host: str
    """The host of the server."""

    port: int | None = None
    """The port of the server. At least 1. Default: 6379."""

    uri: str | None | rt.Unset = rt.UNSET
    """A connection address, in place of host and port."""

    username: str | None | rt.Unset = rt.UNSET
    """The user to sign in as."""

    password: str | None | rt.Unset = rt.UNSET
    """The password of the user."""

    database: int | None = None
    """The number of the database. At least 0. Default: 0."""

    ssl: bool | None = None
    """Whether to connect over TLS. Default: ``True``."""

    batch_size: int | None = None
    """How many records to send at a time. At least 1. Default: 100."""

    extra: dict[str, typing.Any] = rt.extra()
