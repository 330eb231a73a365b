from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class CouchbaseSourceConnectorConfig(rt.Model):
    """Settings of a connector that reads from a Couchbase collection, type
    `couchbase`.
    """

    connection_string: str
    """The connection string of the cluster."""

    username: str
    """The user to sign in as."""

    password: str
    """The password of the user."""

    bucket: str
    """The bucket that holds the collection."""

    scope: str | None | rt.Unset = rt.UNSET
    """The scope that holds the collection."""

    collection: str | None | rt.Unset = rt.UNSET
    """The collection to read."""

    collection_id: str
    """The field that holds the id of a document."""

    batch_size: int
    """How many documents to fetch at a time."""

    extra: dict[str, typing.Any] = rt.extra()
