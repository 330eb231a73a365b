from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class WeaviateDestinationConnectorConfigInput(rt.Model):
    """Settings for writing to a Weaviate collection, type `weaviate-cloud`."""

    cluster_url: str
    """The address of the cluster."""

    api_key: str
    """The API key for the cluster."""

    collection: str | None | rt.Unset = rt.UNSET
    """The collection to write to."""

    extra: dict[str, typing.Any] = rt.extra()
