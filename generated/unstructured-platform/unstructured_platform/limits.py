"""What the Unstructured Platform API asks of values, for ``check``."""

from __future__ import annotations

import typing

from ._runtime import rt

LIMITS: typing.Final = rt.by_model(
    {
        "AstraDBConnectorConfigInput.collection_name": {"pattern": "^\\w+$"},
        "AstraDBConnectorConfigInput.batch_size": {"minimum": 1},
        "AzureDestinationConnectorConfigInput.remote_url": {
            "pattern": "^(az:\\/\\/|abfs:\\/\\/)",
        },
        "AzureSourceConnectorConfigInput.remote_url": {
            "pattern": "^(az:\\/\\/|abfs:\\/\\/)",
        },
        "BoxSourceConnectorConfigInput.remote_url": {"pattern": "^box:\\/\\/"},
        "ConfluenceSourceConnectorConfigInput.max_num_of_spaces": {"minimum": 1},
        "ConfluenceSourceConnectorConfigInput.max_num_of_docs_from_each_space": {
            "minimum": 1,
        },
        "CreateDestinationConnector.key": {
            "minLength": 1,
            "maxLength": 63,
            "pattern": "^[a-z0-9](-?[a-z0-9])*$",
        },
        "CreateEmailChannelRequest.event_types": {"minItems": 1},
        "CreateEmailChannelRequest.description": {"maxLength": 255},
        "CreateSourceConnector.key": {
            "minLength": 1,
            "maxLength": 63,
            "pattern": "^[a-z0-9](-?[a-z0-9])*$",
        },
        "CreateWebhookChannelRequest.event_types": {"minItems": 1},
        "CreateWebhookChannelRequest.description": {"maxLength": 255},
        "CreateWorkflow.key": {
            "minLength": 1,
            "maxLength": 63,
            "pattern": "^[a-z0-9](-?[a-z0-9])*$",
        },
        "DeltaTableConnectorConfigInput.table_uri": {"pattern": "^s3:\\/\\/"},
        "DropboxSourceConnectorConfigInput.remote_url": {"pattern": "^dropbox:\\/\\/"},
        "GCSDestinationConnectorConfigInput.remote_url": {
            "pattern": "^(gs|gcs):\\/\\/",
        },
        "GCSSourceConnectorConfigInput.remote_url": {"pattern": "^(gs|gcs):\\/\\/"},
        "IBMWatsonxS3DestinationConnectorConfigInput.max_retries": {
            "minimum": 2,
            "maximum": 500,
        },
        "IBMWatsonxS3DestinationConnectorConfigInput.max_retries_connection": {
            "minimum": 2,
            "maximum": 100,
        },
        "KafkaCloudDestinationConnectorConfigInput.port": {"minimum": 1},
        "KafkaCloudDestinationConnectorConfigInput.batch_size": {"minimum": 1},
        "KafkaCloudSourceConnectorConfigInput.port": {"minimum": 1},
        "KafkaCloudSourceConnectorConfigInput.num_messages_to_consume": {"minimum": 1},
        "MarkReadRequest.notification_ids": {"maxItems": 100},
        "MilvusDestinationConnectorConfigInput.uri": {"pattern": "^https?:\\/\\/"},
        "MongoDBConnectorConfigInput.uri": {
            "pattern": "^mongodb(?:\\+srv)?:\\/\\/(?:([^:@/\\s]+)(?::([^@/\\s]*))?@)?([^/\\s:,]+)(?::(\\d+))?(?:,([^/\\s:,]+)(?::(\\d+))?)*(?:\\/([^/\\s?]*))?(?:\\?([^/\\s]*))?$",
        },
        "Neo4jDestinationConnectorConfigInput.batch_size": {"minimum": 1},
        "OneDriveDestinationConnectorConfigInput.remote_url": {
            "pattern": "^onedrive:\\/\\/",
        },
        "PineconeDestinationConnectorConfigInput.batch_size": {"minimum": 1},
        "QdrantCloudDestinationConnectorConfigInput.batch_size": {"minimum": 1},
        "RedisDestinationConnectorConfigInput.port": {"minimum": 1},
        "RedisDestinationConnectorConfigInput.database": {"minimum": 0},
        "RedisDestinationConnectorConfigInput.batch_size": {"minimum": 1},
        "S3DestinationConnectorConfigInput.remote_url": {"pattern": "^s3:\\/\\/"},
        "S3SourceConnectorConfigInput.remote_url": {"pattern": "^s3:\\/\\/"},
        "SharePointSourceConnectorConfigInput.site": {
            "pattern": "^https:\\/\\/[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)+(\\/(sites|teams)\\/[a-zA-Z0-9-_]+)?$",
        },
        "SlackSourceConnectorConfigInput.channels": {"minItems": 1},
        "SnowflakeDestinationConnectorConfigInput.port": {"minimum": 1},
        "SnowflakeDestinationConnectorConfigInput.batch_size": {"minimum": 1},
        "SnowflakeSourceConnectorConfigInput.port": {"minimum": 1},
        "SnowflakeSourceConnectorConfigInput.batch_size": {"minimum": 1},
        "TeradataDestinationConnectorConfigInput.dbs_port": {"minimum": 1},
        "TeradataDestinationConnectorConfigInput.batch_size": {"minimum": 1},
        "TeradataSourceConnectorConfigInput.dbs_port": {"minimum": 1},
        "TeradataSourceConnectorConfigInput.batch_size": {"minimum": 1},
        "UpdateChannelRequest.description": {"maxLength": 255},
        "UpdateChannelRequest.event_types": {"minItems": 1},
        "VerifyChannelRequest.code": {
            "minLength": 6,
            "maxLength": 6,
            "pattern": "^\\d{6}$",
        },
    },
)
