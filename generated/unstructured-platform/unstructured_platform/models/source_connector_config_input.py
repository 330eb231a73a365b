from __future__ import annotations

import typing

from .. import models as m

SourceConnectorConfigInput: typing.TypeAlias = typing.Union[
    "m.AzureSourceConnectorConfigInput",
    "m.BoxSourceConnectorConfigInput",
    "m.ConfluenceSourceConnectorConfigInput",
    "m.CouchbaseSourceConnectorConfigInput",
    "m.DatabricksVolumesConnectorConfigInput",
    "m.DropboxSourceConnectorConfigInput",
    "m.ElasticsearchConnectorConfigInput",
    "m.GCSSourceConnectorConfigInput",
    "m.GoogleDriveSourceConnectorConfigInput",
    "m.JiraSourceConnectorConfigInput",
    "m.KafkaCloudSourceConnectorConfigInput",
    "m.MongoDBConnectorConfigInput",
    "m.OneDriveSourceConnectorConfigInput",
    "m.OpenSearchConnectorConfigInput",
    "m.OutlookSourceConnectorConfigInput",
    "m.PostgresSourceConnectorConfigInput",
    "m.S3SourceConnectorConfigInput",
    "m.SalesforceSourceConnectorConfigInput",
    "m.SharePointSourceConnectorConfigInput",
    "m.SlackSourceConnectorConfigInput",
    "m.SnowflakeSourceConnectorConfigInput",
    "m.TeradataSourceConnectorConfigInput",
    "m.ZendeskSourceConnectorConfigInput",
    dict[str, typing.Any],
]
"""The settings to give a source. Which ones suit is decided by the type beside them."""
