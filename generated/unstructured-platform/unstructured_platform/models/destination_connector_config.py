from __future__ import annotations

import typing

from .. import models as m

DestinationConnectorConfig: typing.TypeAlias = typing.Union[
    "m.AstraDBConnectorConfig",
    "m.AzureAISearchConnectorConfig",
    "m.AzureDestinationConnectorConfig",
    "m.CouchbaseDestinationConnectorConfig",
    "m.DatabricksVDTDestinationConnectorConfig",
    "m.DatabricksVolumesConnectorConfig",
    "m.DeltaTableConnectorConfig",
    "m.ElasticsearchConnectorConfig",
    "m.GCSDestinationConnectorConfig",
    "m.IBMWatsonxS3DestinationConnectorConfig",
    "m.KafkaCloudDestinationConnectorConfig",
    "m.MilvusDestinationConnectorConfig",
    "m.MongoDBConnectorConfig",
    "m.Neo4jDestinationConnectorConfig",
    "m.OneDriveDestinationConnectorConfig",
    "m.OpenSearchConnectorConfig",
    "m.PineconeDestinationConnectorConfig",
    "m.PostgresDestinationConnectorConfig",
    "m.QdrantCloudDestinationConnectorConfig",
    "m.RedisDestinationConnectorConfig",
    "m.S3DestinationConnectorConfig",
    "m.SnowflakeDestinationConnectorConfig",
    "m.TeradataDestinationConnectorConfig",
    "m.WeaviateDestinationConnectorConfig",
    dict[str, typing.Any],
]
"""The settings of a destination. Which ones they are is decided by the type beside
them.
"""
