from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class PineconeDestinationConnectorConfig(rt.Model):
    """Settings of a connector that writes to a Pinecone index, type `pinecone`."""

    api_key: str
    """The API key."""

    index_name: str
    """The index to write to."""

    namespace: str
    """The namespace within the index."""

    batch_size: int
    """How many records to send at a time."""

    extra: dict[str, typing.Any] = rt.extra()
