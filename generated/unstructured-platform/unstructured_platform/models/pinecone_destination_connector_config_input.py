from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class PineconeDestinationConnectorConfigInput(rt.Model):
    """Settings for writing to a Pinecone index, type `pinecone`."""

    api_key: str
    """The API key."""

    index_name: str
    """The index to write to."""

    namespace: str
    """The namespace within the index."""

    batch_size: int | None = None
    """How many records to send at a time. At least 1. Default: 50."""

    extra: dict[str, typing.Any] = rt.extra()
