from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class WeaviateDestinationConnectorConfig(rt.Model):
    """Settings of a connector that writes to a Weaviate collection, type
    `weaviate-cloud`.
    """

    cluster_url: str
    """The address of the cluster."""

    api_key: str
    """The API key for the cluster."""

    collection: str | None | rt.Unset = rt.UNSET
    """The collection to write to."""

    extra: dict[str, typing.Any] = rt.extra()
