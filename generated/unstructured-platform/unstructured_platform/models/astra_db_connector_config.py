from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class AstraDBConnectorConfig(rt.Model):
    """Settings of a connector that writes to an Astra DB collection, type `astradb`."""

    api_endpoint: str
    """The API endpoint of the database."""

    token: str
    """The application token for the database."""

    collection_name: str
    """The collection to write to."""

    keyspace: str | None | rt.Unset = rt.UNSET
    """The keyspace that holds the collection. Default: ``default_keyspace``."""

    batch_size: int
    """How many records to send at a time."""

    binary_encode_vectors: bool | None = None
    """Whether vectors are stored in binary form. Default: ``True``."""

    extra: dict[str, typing.Any] = rt.extra()
