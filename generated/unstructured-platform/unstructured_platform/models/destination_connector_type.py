from __future__ import annotations

from .._runtime import rt


class DestinationConnectorType(str, rt.OpenEnum):
    """What kind of place a destination writes to."""

    ASTRADB = "astradb"
    AZURE = "azure"
    AZURE_AI_SEARCH = "azure_ai_search"
    COUCHBASE = "couchbase"
    DATABRICKS_VOLUME_DELTA_TABLES = "databricks_volume_delta_tables"
    DATABRICKS_VOLUMES = "databricks_volumes"
    DELTA_TABLE = "delta_table"
    ELASTICSEARCH = "elasticsearch"
    GCS = "gcs"
    IBM_WATSONX_S3 = "ibm_watsonx_s3"
    KAFKA_CLOUD = "kafka-cloud"
    MILVUS = "milvus"
    MONGODB = "mongodb"
    MOTHERDUCK = "motherduck"
    NEO4J = "neo4j"
    ONEDRIVE = "onedrive"
    OPENSEARCH = "opensearch"
    PINECONE = "pinecone"
    POSTGRES = "postgres"
    QDRANT_CLOUD = "qdrant-cloud"
    REDIS = "redis"
    S3 = "s3"
    SNOWFLAKE = "snowflake"
    TERADATA = "teradata"
    WEAVIATE_CLOUD = "weaviate-cloud"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
