"""The data the Unstructured Platform API speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .astra_db_connector_config import (
        AstraDBConnectorConfig as AstraDBConnectorConfig,
    )
    from .astra_db_connector_config_input import (
        AstraDBConnectorConfigInput as AstraDBConnectorConfigInput,
    )
    from .azure_ai_search_connector_config import (
        AzureAISearchConnectorConfig as AzureAISearchConnectorConfig,
    )
    from .azure_ai_search_connector_config_input import (
        AzureAISearchConnectorConfigInput as AzureAISearchConnectorConfigInput,
    )
    from .azure_destination_connector_config import (
        AzureDestinationConnectorConfig as AzureDestinationConnectorConfig,
    )
    from .azure_destination_connector_config_input import (
        AzureDestinationConnectorConfigInput as AzureDestinationConnectorConfigInput,
    )
    from .azure_source_connector_config import (
        AzureSourceConnectorConfig as AzureSourceConnectorConfig,
    )
    from .azure_source_connector_config_input import (
        AzureSourceConnectorConfigInput as AzureSourceConnectorConfigInput,
    )
    from .box_source_connector_config import (
        BoxSourceConnectorConfig as BoxSourceConnectorConfig,
    )
    from .box_source_connector_config_input import (
        BoxSourceConnectorConfigInput as BoxSourceConnectorConfigInput,
    )
    from .channel import Channel as Channel
    from .channel_list_response import ChannelListResponse as ChannelListResponse
    from .channel_request import ChannelRequest as ChannelRequest
    from .channel_type import ChannelType as ChannelType
    from .confluence_source_connector_config import (
        ConfluenceSourceConnectorConfig as ConfluenceSourceConnectorConfig,
    )
    from .confluence_source_connector_config_input import (
        ConfluenceSourceConnectorConfigInput as ConfluenceSourceConnectorConfigInput,
    )
    from .connection_check_status import ConnectionCheckStatus as ConnectionCheckStatus
    from .couchbase_destination_connector_config import (
        CouchbaseDestinationConnectorConfig as CouchbaseDestinationConnectorConfig,
    )
    from .couchbase_destination_connector_config_input import (
        CouchbaseDestinationConnectorConfigInput as CouchbaseDestinationConnectorConfigInput,
    )
    from .couchbase_source_connector_config import (
        CouchbaseSourceConnectorConfig as CouchbaseSourceConnectorConfig,
    )
    from .couchbase_source_connector_config_input import (
        CouchbaseSourceConnectorConfigInput as CouchbaseSourceConnectorConfigInput,
    )
    from .create_destination_connector import (
        CreateDestinationConnector as CreateDestinationConnector,
    )
    from .create_email_channel_request import (
        CreateEmailChannelRequest as CreateEmailChannelRequest,
    )
    from .create_job import CreateJob as CreateJob
    from .create_source_connector import CreateSourceConnector as CreateSourceConnector
    from .create_webhook_channel_request import (
        CreateWebhookChannelRequest as CreateWebhookChannelRequest,
    )
    from .create_workflow import CreateWorkflow as CreateWorkflow
    from .cron_tab_entry import CronTabEntry as CronTabEntry
    from .dag_node_connection_check import (
        DagNodeConnectionCheck as DagNodeConnectionCheck,
    )
    from .databricks_vdt_destination_connector_config import (
        DatabricksVDTDestinationConnectorConfig as DatabricksVDTDestinationConnectorConfig,
    )
    from .databricks_vdt_destination_connector_config_input import (
        DatabricksVDTDestinationConnectorConfigInput as DatabricksVDTDestinationConnectorConfigInput,
    )
    from .databricks_volumes_connector_config import (
        DatabricksVolumesConnectorConfig as DatabricksVolumesConnectorConfig,
    )
    from .databricks_volumes_connector_config_input import (
        DatabricksVolumesConnectorConfigInput as DatabricksVolumesConnectorConfigInput,
    )
    from .delta_table_connector_config import (
        DeltaTableConnectorConfig as DeltaTableConnectorConfig,
    )
    from .delta_table_connector_config_input import (
        DeltaTableConnectorConfigInput as DeltaTableConnectorConfigInput,
    )
    from .destination_connector_config import (
        DestinationConnectorConfig as DestinationConnectorConfig,
    )
    from .destination_connector_config_input import (
        DestinationConnectorConfigInput as DestinationConnectorConfigInput,
    )
    from .destination_connector_information import (
        DestinationConnectorInformation as DestinationConnectorInformation,
    )
    from .destination_connector_type import (
        DestinationConnectorType as DestinationConnectorType,
    )
    from .dropbox_source_connector_config import (
        DropboxSourceConnectorConfig as DropboxSourceConnectorConfig,
    )
    from .dropbox_source_connector_config_input import (
        DropboxSourceConnectorConfigInput as DropboxSourceConnectorConfigInput,
    )
    from .elasticsearch_connector_config import (
        ElasticsearchConnectorConfig as ElasticsearchConnectorConfig,
    )
    from .elasticsearch_connector_config_input import (
        ElasticsearchConnectorConfigInput as ElasticsearchConnectorConfigInput,
    )
    from .email_channel_config import EmailChannelConfig as EmailChannelConfig
    from .email_channel_config_response import (
        EmailChannelConfigResponse as EmailChannelConfigResponse,
    )
    from .email_channel_config_update import (
        EmailChannelConfigUpdate as EmailChannelConfigUpdate,
    )
    from .email_channel_response import EmailChannelResponse as EmailChannelResponse
    from .encryption_type import EncryptionType as EncryptionType
    from .error_message import ErrorMessage as ErrorMessage
    from .failed_file import FailedFile as FailedFile
    from .gcs_destination_connector_config import (
        GCSDestinationConnectorConfig as GCSDestinationConnectorConfig,
    )
    from .gcs_destination_connector_config_input import (
        GCSDestinationConnectorConfigInput as GCSDestinationConnectorConfigInput,
    )
    from .gcs_source_connector_config import (
        GCSSourceConnectorConfig as GCSSourceConnectorConfig,
    )
    from .gcs_source_connector_config_input import (
        GCSSourceConnectorConfigInput as GCSSourceConnectorConfigInput,
    )
    from .google_drive_source_connector_config import (
        GoogleDriveSourceConnectorConfig as GoogleDriveSourceConnectorConfig,
    )
    from .google_drive_source_connector_config_input import (
        GoogleDriveSourceConnectorConfigInput as GoogleDriveSourceConnectorConfigInput,
    )
    from .http_validation_error import HTTPValidationError as HTTPValidationError
    from .ibm_watsonx_s3_destination_connector_config import (
        IBMWatsonxS3DestinationConnectorConfig as IBMWatsonxS3DestinationConnectorConfig,
    )
    from .ibm_watsonx_s3_destination_connector_config_input import (
        IBMWatsonxS3DestinationConnectorConfigInput as IBMWatsonxS3DestinationConnectorConfigInput,
    )
    from .jira_source_connector_config import (
        JiraSourceConnectorConfig as JiraSourceConnectorConfig,
    )
    from .jira_source_connector_config_input import (
        JiraSourceConnectorConfigInput as JiraSourceConnectorConfigInput,
    )
    from .job_details import JobDetails as JobDetails
    from .job_failed_files import JobFailedFiles as JobFailedFiles
    from .job_information import JobInformation as JobInformation
    from .job_node_details import JobNodeDetails as JobNodeDetails
    from .job_processing_status import JobProcessingStatus as JobProcessingStatus
    from .job_status import JobStatus as JobStatus
    from .kafka_cloud_destination_connector_config import (
        KafkaCloudDestinationConnectorConfig as KafkaCloudDestinationConnectorConfig,
    )
    from .kafka_cloud_destination_connector_config_input import (
        KafkaCloudDestinationConnectorConfigInput as KafkaCloudDestinationConnectorConfigInput,
    )
    from .kafka_cloud_source_connector_config import (
        KafkaCloudSourceConnectorConfig as KafkaCloudSourceConnectorConfig,
    )
    from .kafka_cloud_source_connector_config_input import (
        KafkaCloudSourceConnectorConfigInput as KafkaCloudSourceConnectorConfigInput,
    )
    from .mark_read_request import MarkReadRequest as MarkReadRequest
    from .mark_read_response import MarkReadResponse as MarkReadResponse
    from .milvus_destination_connector_config import (
        MilvusDestinationConnectorConfig as MilvusDestinationConnectorConfig,
    )
    from .milvus_destination_connector_config_input import (
        MilvusDestinationConnectorConfigInput as MilvusDestinationConnectorConfigInput,
    )
    from .mongodb_connector_config import (
        MongoDBConnectorConfig as MongoDBConnectorConfig,
    )
    from .mongodb_connector_config_input import (
        MongoDBConnectorConfigInput as MongoDBConnectorConfigInput,
    )
    from .neo4j_destination_connector_config import (
        Neo4jDestinationConnectorConfig as Neo4jDestinationConnectorConfig,
    )
    from .neo4j_destination_connector_config_input import (
        Neo4jDestinationConnectorConfigInput as Neo4jDestinationConnectorConfigInput,
    )
    from .node_file_metadata import NodeFileMetadata as NodeFileMetadata
    from .notification_event_type import NotificationEventType as NotificationEventType
    from .notification_list_response import (
        NotificationListResponse as NotificationListResponse,
    )
    from .notification_response import NotificationResponse as NotificationResponse
    from .one_drive_destination_connector_config import (
        OneDriveDestinationConnectorConfig as OneDriveDestinationConnectorConfig,
    )
    from .one_drive_destination_connector_config_input import (
        OneDriveDestinationConnectorConfigInput as OneDriveDestinationConnectorConfigInput,
    )
    from .one_drive_source_connector_config import (
        OneDriveSourceConnectorConfig as OneDriveSourceConnectorConfig,
    )
    from .one_drive_source_connector_config_input import (
        OneDriveSourceConnectorConfigInput as OneDriveSourceConnectorConfigInput,
    )
    from .open_search_connector_config import (
        OpenSearchConnectorConfig as OpenSearchConnectorConfig,
    )
    from .open_search_connector_config_input import (
        OpenSearchConnectorConfigInput as OpenSearchConnectorConfigInput,
    )
    from .outlook_source_connector_config import (
        OutlookSourceConnectorConfig as OutlookSourceConnectorConfig,
    )
    from .outlook_source_connector_config_input import (
        OutlookSourceConnectorConfigInput as OutlookSourceConnectorConfigInput,
    )
    from .pinecone_destination_connector_config import (
        PineconeDestinationConnectorConfig as PineconeDestinationConnectorConfig,
    )
    from .pinecone_destination_connector_config_input import (
        PineconeDestinationConnectorConfigInput as PineconeDestinationConnectorConfigInput,
    )
    from .postgres_destination_connector_config import (
        PostgresDestinationConnectorConfig as PostgresDestinationConnectorConfig,
    )
    from .postgres_destination_connector_config_input import (
        PostgresDestinationConnectorConfigInput as PostgresDestinationConnectorConfigInput,
    )
    from .postgres_source_connector_config import (
        PostgresSourceConnectorConfig as PostgresSourceConnectorConfig,
    )
    from .postgres_source_connector_config_input import (
        PostgresSourceConnectorConfigInput as PostgresSourceConnectorConfigInput,
    )
    from .qdrant_cloud_destination_connector_config import (
        QdrantCloudDestinationConnectorConfig as QdrantCloudDestinationConnectorConfig,
    )
    from .qdrant_cloud_destination_connector_config_input import (
        QdrantCloudDestinationConnectorConfigInput as QdrantCloudDestinationConnectorConfigInput,
    )
    from .redis_destination_connector_config import (
        RedisDestinationConnectorConfig as RedisDestinationConnectorConfig,
    )
    from .redis_destination_connector_config_input import (
        RedisDestinationConnectorConfigInput as RedisDestinationConnectorConfigInput,
    )
    from .run_workflow import RunWorkflow as RunWorkflow
    from .s3_destination_connector_config import (
        S3DestinationConnectorConfig as S3DestinationConnectorConfig,
    )
    from .s3_destination_connector_config_input import (
        S3DestinationConnectorConfigInput as S3DestinationConnectorConfigInput,
    )
    from .s3_source_connector_config import (
        S3SourceConnectorConfig as S3SourceConnectorConfig,
    )
    from .s3_source_connector_config_input import (
        S3SourceConnectorConfigInput as S3SourceConnectorConfigInput,
    )
    from .salesforce_source_connector_config import (
        SalesforceSourceConnectorConfig as SalesforceSourceConnectorConfig,
    )
    from .salesforce_source_connector_config_input import (
        SalesforceSourceConnectorConfigInput as SalesforceSourceConnectorConfigInput,
    )
    from .schedule_interval import ScheduleInterval as ScheduleInterval
    from .secret_reference import SecretReference as SecretReference
    from .share_point_source_connector_config import (
        SharePointSourceConnectorConfig as SharePointSourceConnectorConfig,
    )
    from .share_point_source_connector_config_input import (
        SharePointSourceConnectorConfigInput as SharePointSourceConnectorConfigInput,
    )
    from .slack_source_connector_config import (
        SlackSourceConnectorConfig as SlackSourceConnectorConfig,
    )
    from .slack_source_connector_config_input import (
        SlackSourceConnectorConfigInput as SlackSourceConnectorConfigInput,
    )
    from .snowflake_destination_connector_config import (
        SnowflakeDestinationConnectorConfig as SnowflakeDestinationConnectorConfig,
    )
    from .snowflake_destination_connector_config_input import (
        SnowflakeDestinationConnectorConfigInput as SnowflakeDestinationConnectorConfigInput,
    )
    from .snowflake_source_connector_config import (
        SnowflakeSourceConnectorConfig as SnowflakeSourceConnectorConfig,
    )
    from .snowflake_source_connector_config_input import (
        SnowflakeSourceConnectorConfigInput as SnowflakeSourceConnectorConfigInput,
    )
    from .sort_direction import SortDirection as SortDirection
    from .source_connector_config import SourceConnectorConfig as SourceConnectorConfig
    from .source_connector_config_input import (
        SourceConnectorConfigInput as SourceConnectorConfigInput,
    )
    from .source_connector_information import (
        SourceConnectorInformation as SourceConnectorInformation,
    )
    from .source_connector_type import SourceConnectorType as SourceConnectorType
    from .template_detail import TemplateDetail as TemplateDetail
    from .template_list_item import TemplateListItem as TemplateListItem
    from .template_node import TemplateNode as TemplateNode
    from .teradata_destination_connector_config import (
        TeradataDestinationConnectorConfig as TeradataDestinationConnectorConfig,
    )
    from .teradata_destination_connector_config_input import (
        TeradataDestinationConnectorConfigInput as TeradataDestinationConnectorConfigInput,
    )
    from .teradata_source_connector_config import (
        TeradataSourceConnectorConfig as TeradataSourceConnectorConfig,
    )
    from .teradata_source_connector_config_input import (
        TeradataSourceConnectorConfigInput as TeradataSourceConnectorConfigInput,
    )
    from .unread_count_response import UnreadCountResponse as UnreadCountResponse
    from .update_channel_request import UpdateChannelRequest as UpdateChannelRequest
    from .update_destination_connector import (
        UpdateDestinationConnector as UpdateDestinationConnector,
    )
    from .update_source_connector import UpdateSourceConnector as UpdateSourceConnector
    from .update_workflow import UpdateWorkflow as UpdateWorkflow
    from .validation_error import ValidationError as ValidationError
    from .verify_channel_request import VerifyChannelRequest as VerifyChannelRequest
    from .weaviate_destination_connector_config import (
        WeaviateDestinationConnectorConfig as WeaviateDestinationConnectorConfig,
    )
    from .weaviate_destination_connector_config_input import (
        WeaviateDestinationConnectorConfigInput as WeaviateDestinationConnectorConfigInput,
    )
    from .webhook_channel_response import (
        WebhookChannelResponse as WebhookChannelResponse,
    )
    from .workflow_information import WorkflowInformation as WorkflowInformation
    from .workflow_job_type import WorkflowJobType as WorkflowJobType
    from .workflow_node import WorkflowNode as WorkflowNode
    from .workflow_schedule import WorkflowSchedule as WorkflowSchedule
    from .workflow_state import WorkflowState as WorkflowState
    from .workflow_type import WorkflowType as WorkflowType
    from .zendesk_source_connector_config import (
        ZendeskSourceConnectorConfig as ZendeskSourceConnectorConfig,
    )
    from .zendesk_source_connector_config_input import (
        ZendeskSourceConnectorConfigInput as ZendeskSourceConnectorConfigInput,
    )
else:
    from .._runtime.lazy import attach

    __getattr__, __dir__ = attach(
        __name__,
        """
        .astra_db_connector_config: AstraDBConnectorConfig
        .astra_db_connector_config_input: AstraDBConnectorConfigInput
        .azure_ai_search_connector_config: AzureAISearchConnectorConfig
        .azure_ai_search_connector_config_input: AzureAISearchConnectorConfigInput
        .azure_destination_connector_config: AzureDestinationConnectorConfig
        .azure_destination_connector_config_input: AzureDestinationConnectorConfigInput
        .azure_source_connector_config: AzureSourceConnectorConfig
        .azure_source_connector_config_input: AzureSourceConnectorConfigInput
        .box_source_connector_config: BoxSourceConnectorConfig
        .box_source_connector_config_input: BoxSourceConnectorConfigInput
        .channel: Channel
        .channel_list_response: ChannelListResponse
        .channel_request: ChannelRequest
        .channel_type: ChannelType
        .confluence_source_connector_config: ConfluenceSourceConnectorConfig
        .confluence_source_connector_config_input: ConfluenceSourceConnectorConfigInput
        .connection_check_status: ConnectionCheckStatus
        .couchbase_destination_connector_config: CouchbaseDestinationConnectorConfig
        .couchbase_destination_connector_config_input:
            CouchbaseDestinationConnectorConfigInput
        .couchbase_source_connector_config: CouchbaseSourceConnectorConfig
        .couchbase_source_connector_config_input: CouchbaseSourceConnectorConfigInput
        .create_destination_connector: CreateDestinationConnector
        .create_email_channel_request: CreateEmailChannelRequest
        .create_job: CreateJob
        .create_source_connector: CreateSourceConnector
        .create_webhook_channel_request: CreateWebhookChannelRequest
        .create_workflow: CreateWorkflow
        .cron_tab_entry: CronTabEntry
        .dag_node_connection_check: DagNodeConnectionCheck
        .databricks_vdt_destination_connector_config:
            DatabricksVDTDestinationConnectorConfig
        .databricks_vdt_destination_connector_config_input:
            DatabricksVDTDestinationConnectorConfigInput
        .databricks_volumes_connector_config: DatabricksVolumesConnectorConfig
        .databricks_volumes_connector_config_input:
            DatabricksVolumesConnectorConfigInput
        .delta_table_connector_config: DeltaTableConnectorConfig
        .delta_table_connector_config_input: DeltaTableConnectorConfigInput
        .destination_connector_config: DestinationConnectorConfig
        .destination_connector_config_input: DestinationConnectorConfigInput
        .destination_connector_information: DestinationConnectorInformation
        .destination_connector_type: DestinationConnectorType
        .dropbox_source_connector_config: DropboxSourceConnectorConfig
        .dropbox_source_connector_config_input: DropboxSourceConnectorConfigInput
        .elasticsearch_connector_config: ElasticsearchConnectorConfig
        .elasticsearch_connector_config_input: ElasticsearchConnectorConfigInput
        .email_channel_config: EmailChannelConfig
        .email_channel_config_response: EmailChannelConfigResponse
        .email_channel_config_update: EmailChannelConfigUpdate
        .email_channel_response: EmailChannelResponse
        .encryption_type: EncryptionType
        .error_message: ErrorMessage
        .failed_file: FailedFile
        .gcs_destination_connector_config: GCSDestinationConnectorConfig
        .gcs_destination_connector_config_input: GCSDestinationConnectorConfigInput
        .gcs_source_connector_config: GCSSourceConnectorConfig
        .gcs_source_connector_config_input: GCSSourceConnectorConfigInput
        .google_drive_source_connector_config: GoogleDriveSourceConnectorConfig
        .google_drive_source_connector_config_input:
            GoogleDriveSourceConnectorConfigInput
        .http_validation_error: HTTPValidationError
        .ibm_watsonx_s3_destination_connector_config:
            IBMWatsonxS3DestinationConnectorConfig
        .ibm_watsonx_s3_destination_connector_config_input:
            IBMWatsonxS3DestinationConnectorConfigInput
        .jira_source_connector_config: JiraSourceConnectorConfig
        .jira_source_connector_config_input: JiraSourceConnectorConfigInput
        .job_details: JobDetails
        .job_failed_files: JobFailedFiles
        .job_information: JobInformation
        .job_node_details: JobNodeDetails
        .job_processing_status: JobProcessingStatus
        .job_status: JobStatus
        .kafka_cloud_destination_connector_config: KafkaCloudDestinationConnectorConfig
        .kafka_cloud_destination_connector_config_input:
            KafkaCloudDestinationConnectorConfigInput
        .kafka_cloud_source_connector_config: KafkaCloudSourceConnectorConfig
        .kafka_cloud_source_connector_config_input: KafkaCloudSourceConnectorConfigInput
        .mark_read_request: MarkReadRequest
        .mark_read_response: MarkReadResponse
        .milvus_destination_connector_config: MilvusDestinationConnectorConfig
        .milvus_destination_connector_config_input:
            MilvusDestinationConnectorConfigInput
        .mongodb_connector_config: MongoDBConnectorConfig
        .mongodb_connector_config_input: MongoDBConnectorConfigInput
        .neo4j_destination_connector_config: Neo4jDestinationConnectorConfig
        .neo4j_destination_connector_config_input: Neo4jDestinationConnectorConfigInput
        .node_file_metadata: NodeFileMetadata
        .notification_event_type: NotificationEventType
        .notification_list_response: NotificationListResponse
        .notification_response: NotificationResponse
        .one_drive_destination_connector_config: OneDriveDestinationConnectorConfig
        .one_drive_destination_connector_config_input:
            OneDriveDestinationConnectorConfigInput
        .one_drive_source_connector_config: OneDriveSourceConnectorConfig
        .one_drive_source_connector_config_input: OneDriveSourceConnectorConfigInput
        .open_search_connector_config: OpenSearchConnectorConfig
        .open_search_connector_config_input: OpenSearchConnectorConfigInput
        .outlook_source_connector_config: OutlookSourceConnectorConfig
        .outlook_source_connector_config_input: OutlookSourceConnectorConfigInput
        .pinecone_destination_connector_config: PineconeDestinationConnectorConfig
        .pinecone_destination_connector_config_input:
            PineconeDestinationConnectorConfigInput
        .postgres_destination_connector_config: PostgresDestinationConnectorConfig
        .postgres_destination_connector_config_input:
            PostgresDestinationConnectorConfigInput
        .postgres_source_connector_config: PostgresSourceConnectorConfig
        .postgres_source_connector_config_input: PostgresSourceConnectorConfigInput
        .qdrant_cloud_destination_connector_config:
            QdrantCloudDestinationConnectorConfig
        .qdrant_cloud_destination_connector_config_input:
            QdrantCloudDestinationConnectorConfigInput
        .redis_destination_connector_config: RedisDestinationConnectorConfig
        .redis_destination_connector_config_input: RedisDestinationConnectorConfigInput
        .run_workflow: RunWorkflow
        .s3_destination_connector_config: S3DestinationConnectorConfig
        .s3_destination_connector_config_input: S3DestinationConnectorConfigInput
        .s3_source_connector_config: S3SourceConnectorConfig
        .s3_source_connector_config_input: S3SourceConnectorConfigInput
        .salesforce_source_connector_config: SalesforceSourceConnectorConfig
        .salesforce_source_connector_config_input: SalesforceSourceConnectorConfigInput
        .schedule_interval: ScheduleInterval
        .secret_reference: SecretReference
        .share_point_source_connector_config: SharePointSourceConnectorConfig
        .share_point_source_connector_config_input: SharePointSourceConnectorConfigInput
        .slack_source_connector_config: SlackSourceConnectorConfig
        .slack_source_connector_config_input: SlackSourceConnectorConfigInput
        .snowflake_destination_connector_config: SnowflakeDestinationConnectorConfig
        .snowflake_destination_connector_config_input:
            SnowflakeDestinationConnectorConfigInput
        .snowflake_source_connector_config: SnowflakeSourceConnectorConfig
        .snowflake_source_connector_config_input: SnowflakeSourceConnectorConfigInput
        .sort_direction: SortDirection
        .source_connector_config: SourceConnectorConfig
        .source_connector_config_input: SourceConnectorConfigInput
        .source_connector_information: SourceConnectorInformation
        .source_connector_type: SourceConnectorType
        .template_detail: TemplateDetail
        .template_list_item: TemplateListItem
        .template_node: TemplateNode
        .teradata_destination_connector_config: TeradataDestinationConnectorConfig
        .teradata_destination_connector_config_input:
            TeradataDestinationConnectorConfigInput
        .teradata_source_connector_config: TeradataSourceConnectorConfig
        .teradata_source_connector_config_input: TeradataSourceConnectorConfigInput
        .unread_count_response: UnreadCountResponse
        .update_channel_request: UpdateChannelRequest
        .update_destination_connector: UpdateDestinationConnector
        .update_source_connector: UpdateSourceConnector
        .update_workflow: UpdateWorkflow
        .validation_error: ValidationError
        .verify_channel_request: VerifyChannelRequest
        .weaviate_destination_connector_config: WeaviateDestinationConnectorConfig
        .weaviate_destination_connector_config_input:
            WeaviateDestinationConnectorConfigInput
        .webhook_channel_response: WebhookChannelResponse
        .workflow_information: WorkflowInformation
        .workflow_job_type: WorkflowJobType
        .workflow_node: WorkflowNode
        .workflow_schedule: WorkflowSchedule
        .workflow_state: WorkflowState
        .workflow_type: WorkflowType
        .zendesk_source_connector_config: ZendeskSourceConnectorConfig
        .zendesk_source_connector_config_input: ZendeskSourceConnectorConfigInput
        """,
    )
