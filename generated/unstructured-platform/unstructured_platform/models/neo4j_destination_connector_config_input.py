from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class Neo4jDestinationConnectorConfigInput(rt.Model):
    """Settings for writing to a Neo4j database, type `neo4j`."""

    uri: str
    """The address of the server."""

    database: str
    """The database to write to."""

    username: str
    """The user to sign in as."""

    password: str
    """The password of the user."""

    batch_size: int | None = None
    """How many records to send at a time. At least 1. Default: 100."""

    extra: dict[str, typing.Any] = rt.extra()
