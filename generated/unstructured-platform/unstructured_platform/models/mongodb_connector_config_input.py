from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class MongoDBConnectorConfigInput(rt.Model):
    """Settings for reading from or writing to a MongoDB collection, type `mongodb`."""

    uri: str
    """The connection string, beginning with `mongodb://` or `mongodb+srv://`."""

    database: str
    """The database that holds the collection."""

    collection: str
    """The collection."""

    extra: dict[str, typing.Any] = rt.extra()
