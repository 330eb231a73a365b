from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class KafkaCloudDestinationConnectorConfig(rt.Model):
    """Settings of a connector that writes to a Kafka topic, type `kafka-cloud`."""

    bootstrap_servers: str
    """The host of the cluster."""

    port: int
    """The port of the cluster."""

    kafka_api_key: str
    """The API key for the cluster."""

    secret: str
    """The secret of the API key."""

    topic: str
    """The topic to write to."""

    group_id: str | None | rt.Unset = rt.UNSET
    """The id of the consumer group."""

    batch_size: int
    """How many messages to send at a time."""

    extra: dict[str, typing.Any] = rt.extra()
