"""The data the Wasabi AiR API speaks of."""

from __future__ import annotations

import datetime
import typing

from ._runtime import rt


@rt.model
class JobSubmission(rt.Model):
    """What to analyse, with which services, and where to put the result."""

    name: str = rt.field("Name")
    """A name of your choice, not blank. 1 to 256 characters. Matches ``^.*\\S.*$``."""

    priority: int | None = rt.field("Priority", default=None)
    """The priority of the job, 1 to 10. Better sent than left out: no default is
    documented. From 1 to 10.
    """

    services: ServicesInput = rt.field("Services")
    batch: str | None = rt.field("Batch", default=None)
    """A label to group jobs by; `listJobs` can filter on it. At most 256 characters."""

    destination: Destination = rt.field("Destination")
    """The bucket that receives the result file."""

    source: SourceInput = rt.field("Source")
    """The object to analyse."""

    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class SourceInput(rt.Model):
    """The stored object a job is to read, and the keys to reach it if it needs any."""

    endpoint: str | None = rt.field("Endpoint", default=None)
    """The host of the S3 service, without a scheme. Example:
    ``s3.us-west-1.wasabisys.com``.
    """

    bucket: str = rt.field("Bucket")
    """The bucket that holds the object."""

    region: str | None = rt.field("Region", default=None)
    """The region of the bucket."""

    object_key: str = rt.field("ObjectKey")
    """The key of the object within the bucket."""

    access_key: str | None = rt.field("AccessKey", default=None)
    """Access key for the bucket. Leave it out when the storage is Wasabi's own."""

    secret_key: str | None = rt.field("SecretKey", default=None)
    """Secret key for the bucket. Leave it out when the storage is Wasabi's own."""

    extra: dict[str, typing.Any] = rt.extra()


ServicesInput: typing.TypeAlias = dict[str, "ServiceSetting"]
"""The services to run, at least one. The key is the id of a service, such as `ocr`,
`s2t`, `nld`, `audiotag`, `face` or `logo`; being there switches it on. The value is an
empty string for the service's defaults, or an object with settings. At least 1 entry.
"""


@rt.model
class SubmittedJob(rt.Model):
    """The answer to a submission."""

    job: Job = rt.field("Job")
    """The job as it was queued."""

    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class JobList(rt.Model):
    """One page of jobs."""

    records: list[JobSummary] = rt.field("Records")
    """The jobs of this page."""

    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class JobSummary(rt.Model):
    """A job as it stands in a list, without its services."""

    id: str = rt.field("Id")
    """The id of the job."""

    name: str = rt.field("Name")
    """The name given on submission."""

    source: Source = rt.field("Source")
    """The object the job reads."""

    user_id: str = rt.field("UserId")
    """Who submitted the job, as a number or an ARN."""

    created: datetime.datetime = rt.field("Created")
    """When the job was submitted."""

    completed: datetime.datetime | None = rt.field("Completed", default=None)
    """When the job ended; not there before that."""

    priority: int | None = rt.field("Priority", default=None)
    """The priority, 1 to 10."""

    batch: str | None = rt.field("Batch", default=None)
    """The batch label, if the job has one."""

    status: JobStatus | None = rt.field("Status", default=None)
    """The state of the job."""

    destination: Destination | None = rt.field("Destination", default=None)
    """The bucket that receives the result file."""

    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class Job(rt.Model):
    """A job with everything it was submitted with."""

    id: str = rt.field("Id")
    """The id of the job."""

    name: str = rt.field("Name")
    """The name given on submission."""

    source: Source = rt.field("Source")
    """The object the job reads."""

    services: Services = rt.field("Services")
    user_id: str = rt.field("UserId")
    """Who submitted the job, as a number or an ARN."""

    created: datetime.datetime = rt.field("Created")
    """When the job was submitted."""

    completed: datetime.datetime | None = rt.field("Completed", default=None)
    """When the job ended; not there before that."""

    priority: int | None = rt.field("Priority", default=None)
    """The priority, 1 to 10."""

    batch: str | None = rt.field("Batch", default=None)
    """The batch label, if the job has one."""

    status: JobStatus = rt.field("Status")
    """The state of the job."""

    destination: Destination = rt.field("Destination")
    """The bucket that receives the result file."""

    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class JobStatusReport(rt.Model):
    """The state of a job, and how many errors it has met."""

    id: str = rt.field("Id")
    """The id of the job."""

    status: JobStatus = rt.field("Status")
    """The state of the job."""

    error_count: int = rt.field("ErrorCount")
    """The number of errors so far. Default: 0."""

    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class JobMetadata(rt.Model):
    """Where the result file of a finished job lies."""

    id: str = rt.field("Id")
    """The id of the job."""

    user_id: str = rt.field("UserId")
    """Who submitted the job, as a number or an ARN."""

    destination: Destination = rt.field("Destination")
    """The bucket that holds the result file."""

    destination_path: str = rt.field("DestinationPath")
    """The full address of the result file, beginning with `s3://`."""

    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class JobErrors(rt.Model):
    """The error code and the error count of a job; there is no message text."""

    id: str = rt.field("Id")
    """The id of the job."""

    status: JobStatus = rt.field("Status")
    """The state of the job."""

    error_code: str | None = rt.field("ErrorCode", default=None)
    """The code of the error, such as `INTERNAL_ERROR`."""

    error_count: int = rt.field("ErrorCount")
    """The number of errors so far. Default: 0."""

    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class Error(rt.Model):
    """Why a call was refused or failed."""

    error: str | None = rt.field("Error", default=None)
    """The cause in words; a 404 comes without it."""

    error_code: str = rt.field("ErrorCode")
    """The cause as a code, such as `UNAUTHORIZED`, `NOT_FOUND` or `INTERNAL_ERROR`."""

    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class Source(rt.Model):
    """The stored object a job reads. Keys sent with the submission are not returned."""

    endpoint: str | None = rt.field("Endpoint", default=None)
    """The host of the S3 service."""

    bucket: str = rt.field("Bucket")
    """The bucket that holds the object."""

    region: str | None = rt.field("Region", default=None)
    """The region of the bucket."""

    object_key: str = rt.field("ObjectKey")
    """The key of the object within the bucket."""

    provider: str | None = rt.field("Provider", default=None)
    """Who runs the storage, such as `wasabi`, `OBS` or `IBM`."""

    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class Destination(rt.Model):
    """A bucket for result files."""

    bucket: str = rt.field("Bucket")
    """The name of the bucket."""

    region: str = rt.field("Region")
    """The region of the bucket."""

    extra: dict[str, typing.Any] = rt.extra()


Services: typing.TypeAlias = dict[str, "ServiceSetting"]
"""The services of a job. The key is the id of a service; the value is an empty string
where its defaults apply, or an object with settings.
"""


ServiceSetting: typing.TypeAlias = typing.Union[str, "ServiceOptions"]
"""An empty string for the defaults of a service, or an object with settings."""


@rt.model
class ServiceOptions(rt.Model):
    """Settings for one service."""

    config: dict[str, typing.Any] | None = None
    """The settings to override, by name; `logo` knows `rec_confidence_threshold`, a
    number.
    """

    extra: dict[str, typing.Any] = rt.extra()


class JobStatus(str, rt.OpenEnum):
    """The state of a job. `completed`, `failed` and `cancelled` are final."""

    SUBMITTED = "submitted"
    PREFLIGHT = "preflight"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`


class SortOrder(str, rt.OpenEnum):
    """Ascending or descending."""

    ASC = "Asc"
    DESC = "Desc"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
