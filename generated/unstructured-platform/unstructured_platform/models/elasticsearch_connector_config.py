from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class ElasticsearchConnectorConfig(rt.Model):
    """Settings of a connector that reads from or writes to an Elasticsearch index, type
    `elasticsearch`.
    """

    hosts: list[str]
    """The addresses of the cluster."""

    es_api_key: str
    """An API key for the cluster."""

    index_name: str
    """The index."""

    extra: dict[str, typing.Any] = rt.extra()
