from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class QdrantCloudDestinationConnectorConfigInput(rt.Model):
    """Settings for writing to a Qdrant collection, type `qdrant-cloud`."""

    url: str
    """The address of the cluster."""

    api_key: str
    """The API key for the cluster."""

    collection_name: str
    """The collection to write to."""

    batch_size: int | None = None
    """How many records to send at a time. At least 1. Default: 50."""

    extra: dict[str, typing.Any] = rt.extra()
