from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class QdrantCloudDestinationConnectorConfig(rt.Model):
    """Settings of a connector that writes to a Qdrant collection, type
    `qdrant-cloud`.
    """

    url: str
    """The address of the cluster."""

    api_key: str
    """The API key for the cluster."""

    collection_name: str
    """The collection to write to."""

    batch_size: int
    """How many records to send at a time."""

    extra: dict[str, typing.Any] = rt.extra()
