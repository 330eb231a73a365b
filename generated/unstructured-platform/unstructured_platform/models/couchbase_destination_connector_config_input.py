from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class CouchbaseDestinationConnectorConfigInput(rt.Model):
    """Settings for writing to a Couchbase collection, type `couchbase`."""

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
    """The collection to write to."""

    batch_size: int
    """How many documents to send at a time."""

    extra: dict[str, typing.Any] = rt.extra()
