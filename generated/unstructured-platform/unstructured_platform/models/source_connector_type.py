from __future__ import annotations

from .._runtime import rt


class SourceConnectorType(str, rt.OpenEnum):
    """What kind of place a source reads from."""

    AZURE = "azure"
    BOX = "box"
    CONFLUENCE = "confluence"
    COUCHBASE = "couchbase"
    DATABRICKS_VOLUMES = "databricks_volumes"
    DROPBOX = "dropbox"
    ELASTICSEARCH = "elasticsearch"
    GCS = "gcs"
    GOOGLE_DRIVE = "google_drive"
    JIRA = "jira"
    KAFKA_CLOUD = "kafka-cloud"
    MONGODB = "mongodb"
    ONEDRIVE = "onedrive"
    OPENSEARCH = "opensearch"
    OUTLOOK = "outlook"
    POSTGRES = "postgres"
    S3 = "s3"
    SALESFORCE = "salesforce"
    SHAREPOINT = "sharepoint"
    SLACK = "slack"
    SNOWFLAKE = "snowflake"
    TERADATA = "teradata"
    ZENDESK = "zendesk"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
