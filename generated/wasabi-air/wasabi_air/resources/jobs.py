"""Submit analysis jobs, follow them and find their results."""

from __future__ import annotations

import collections.abc
import typing

from .. import models as m
from .._runtime import rt

_SUBMIT: rt.Operation[m.SubmittedJob] = rt.Operation(
    "POST",
    "/jobs",
    body=rt.Body({"application/json": "m.JobSubmission"}, required=True),
    responses={"200": "m.SubmittedJob", "401, 500": "m.Error"},
    id="submitJob",
)
_LIST: rt.PagedOperation[m.JobSummary, m.JobList] = rt.PagedOperation(
    "GET",
    "/jobs",
    responses={"200": "m.JobList", "401, 500": "m.Error"},
    paging=rt.ByPageNumber("pageNumber", first=1, items="records"),
    id="listJobs",
)
_GET: rt.Operation[m.Job] = rt.Operation(
    "GET",
    "/jobs/{Id}",
    responses={"200": "m.Job", "401, 404, 500": "m.Error"},
    id="getJob",
)
_GET_STATUS: rt.Operation[m.JobStatusReport] = rt.Operation(
    "GET",
    "/jobs/{Id}/status",
    responses={"200": "m.JobStatusReport", "401, 404, 500": "m.Error"},
    id="getJobStatus",
)
_GET_METADATA: rt.Operation[m.JobMetadata] = rt.Operation(
    "GET",
    "/jobs/{Id}/metadata",
    responses={"200": "m.JobMetadata", "401, 404, 500": "m.Error"},
    id="getJobMetadata",
)
_GET_ERRORS: rt.Operation[m.JobErrors] = rt.Operation(
    "GET",
    "/jobs/{Id}/errors",
    responses={"200": "m.JobErrors", "401, 404, 500": "m.Error"},
    id="getJobErrors",
)
WAIT: rt.Waiter[m.Job] = rt.Waiter(
    _GET, field="status", done=("completed",), failed=("failed", "cancelled")
)


class Jobs(rt.Resource):
    """Submit analysis jobs, follow them and find their results."""

    @typing.overload
    def submit(
        self, body: m.JobSubmission, *, options: rt.Options | None = None
    ) -> m.SubmittedJob: ...
    @typing.overload
    def submit(
        self,
        *,
        name: str,
        services: m.ServicesInput,
        destination: m.Destination,
        source: m.SourceInput,
        priority: int | None = None,
        batch: str | None = None,
        options: rt.Options | None = None,
    ) -> m.SubmittedJob: ...
    def submit(
        self,
        body: m.JobSubmission | None = None,
        *,
        name: str | rt.Unset = rt.UNSET,
        services: m.ServicesInput | rt.Unset = rt.UNSET,
        destination: m.Destination | rt.Unset = rt.UNSET,
        source: m.SourceInput | rt.Unset = rt.UNSET,
        priority: int | None = None,
        batch: str | None = None,
        options: rt.Options | None = None,
    ) -> m.SubmittedJob:
        """Submit a job.

        Queues the analysis of one stored object. The answer holds the new job with its
        `Id`, which the other calls ask for. A service that cannot handle the kind of
        file is skipped without an error.

        ``POST /jobs``

        Args:
            body: Stands for all the fields below.
            name: A name of your choice, not blank. 1 to 256 characters. Matches
                ``^.*\\S.*$``.
            services: The services to run, at least one. The key is the id of a service,
                such as `ocr`, `s2t`, `nld`, `audiotag`, `face` or `logo`; being there
                switches it on. The value is an empty string for the service's defaults,
                or an object with settings.
            destination: The bucket that receives the result file.
            source: The object to analyse.
            priority: The priority of the job, 1 to 10. Better sent than left out: no
                default is documented. From 1 to 10.
            batch: A label to group jobs by; `listJobs` can filter on it. At most 256
                characters.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The keys are missing or not valid.
            InternalServerError: The server failed.
        """
        return self._call(
            _SUBMIT,
            body=body,
            fields={
                "name": name,
                "priority": priority,
                "services": services,
                "batch": batch,
                "destination": destination,
                "source": source,
            },
            options=options,
        )

    @typing.overload
    def submit_and_wait(
        self,
        body: m.JobSubmission,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.Job], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.Job: ...
    @typing.overload
    def submit_and_wait(
        self,
        *,
        name: str,
        services: m.ServicesInput,
        destination: m.Destination,
        source: m.SourceInput,
        priority: int | None = None,
        batch: str | None = None,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.Job], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.Job: ...
    def submit_and_wait(
        self,
        body: m.JobSubmission | None = None,
        *,
        name: str | rt.Unset = rt.UNSET,
        services: m.ServicesInput | rt.Unset = rt.UNSET,
        destination: m.Destination | rt.Unset = rt.UNSET,
        source: m.SourceInput | rt.Unset = rt.UNSET,
        priority: int | None = None,
        batch: str | None = None,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.Job], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.Job:
        """Submit a job, and wait until ``status`` is ``completed``.

        Calls ``submit``, then asks as ``wait`` does.

        Args:
            body: Stands for all the fields below.
            name: A name of your choice, not blank. 1 to 256 characters. Matches
                ``^.*\\S.*$``.
            services: The services to run, at least one. The key is the id of a service,
                such as `ocr`, `s2t`, `nld`, `audiotag`, `face` or `logo`; being there
                switches it on. The value is an empty string for the service's defaults,
                or an object with settings.
            destination: The bucket that receives the result file.
            source: The object to analyse.
            priority: The priority of the job, 1 to 10. Better sent than left out: no
                default is documented. From 1 to 10.
            batch: A label to group jobs by; `listJobs` can filter on it. At most 256
                characters.
            timeout: Seconds to wait in all; None for no limit.
            interval: Seconds between the first two calls. Each pause is half as long
                again as the one before, up to 30 seconds; where the server sends
                ``Retry-After``, that decides.
            on_update: Called with every answer.
            progress: Whether to show on stderr how it goes.
            options: Settings of each call.

        Raises:
            WaitFailedError: ``status`` is ``failed`` or ``cancelled``; ``.result`` is
                the answer.
            WaitTimeoutError: The time is up; ``.last`` is the last answer.
            UnauthorizedError: The keys are missing or not valid.
            NotFoundError: There is no job with this id.
            InternalServerError: The server failed.
        """
        return self._run(
            WAIT.after(
                _SUBMIT,
                {"Id": "job.id"},
                rt.Watch(timeout, interval, on_update, progress),
                body=body,
                fields={
                    "name": name,
                    "priority": priority,
                    "services": services,
                    "batch": batch,
                    "destination": destination,
                    "source": source,
                },
                options=options,
            ),
        )

    def list(
        self,
        *,
        page_number: int | None = None,
        page_size: int | None = None,
        batch: str | None = None,
        status: m.JobStatus | str | None = None,
        name: str | None = None,
        sort_by: typing.Literal["Created"] | None = None,
        sort_order: m.SortOrder | str | None = None,
        options: rt.Options | None = None,
    ) -> rt.Page[m.JobSummary, m.JobList]:
        """List jobs.

        Gives one page of the account's jobs. The filters add up: a job has to meet all
        of them.

        ``GET /jobs``

        Gives a page; iterating over it goes on to the items of all pages after it.

        Args:
            page_number: Which page to give; the first is 1. At least 1. Default: 1.
            page_size: How many jobs a page holds. Send it whenever the size matters:
                the size that applies without it is documented in two ways. From 1 to
                100.
            batch: Only jobs with this batch label.
            status: Only jobs in this state.
            name: Only jobs of this name.
            sort_by: The field to order the jobs by.
            sort_order: The direction of the order. Default: ``Asc``.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The keys are missing or not valid.
            InternalServerError: The server failed.
        """
        return rt.page(
            self._client,
            _LIST,
            query={
                "pageNumber": page_number,
                "pageSize": page_size,
                "batch": batch,
                "status": status,
                "name": name,
                "sortBy": sort_by,
                "sortOrder": sort_order,
            },
            options=options,
        )

    def get(self, id: str, *, options: rt.Options | None = None) -> m.Job:
        """Get a job.

        Gives one job together with what was asked for when it was submitted.

        ``GET /jobs/{Id}``

        Args:
            id: The id the job was given when it was submitted.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The keys are missing or not valid.
            NotFoundError: There is no job with this id.
            InternalServerError: The server failed.
        """
        return self._call(_GET, path={"Id": id}, options=options)

    def wait(
        self,
        id: str,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.Job], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.Job:
        """Wait until ``status`` is ``completed``.

        Calls ``GET /jobs/{Id}`` with growing pauses.

        Args:
            id: The id the job was given when it was submitted.
            timeout: Seconds to wait in all; None for no limit.
            interval: Seconds between the first two calls. Each pause is half as long
                again as the one before, up to 30 seconds; where the server sends
                ``Retry-After``, that decides.
            on_update: Called with every answer.
            progress: Whether to show on stderr how it goes.
            options: Settings of each call.

        Raises:
            WaitFailedError: ``status`` is ``failed`` or ``cancelled``; ``.result`` is
                the answer.
            WaitTimeoutError: The time is up; ``.last`` is the last answer.
            UnauthorizedError: The keys are missing or not valid.
            NotFoundError: There is no job with this id.
            InternalServerError: The server failed.
        """
        return self._run(
            WAIT.until_done(
                rt.Watch(timeout, interval, on_update, progress),
                path={"Id": id},
                options=options,
            ),
        )

    def get_status(
        self, id: str, *, options: rt.Options | None = None
    ) -> m.JobStatusReport:
        """Get the state of a job.

        Gives the state alone, which makes it the call for waiting on a job.

        ``GET /jobs/{Id}/status``

        Args:
            id: The id the job was given when it was submitted.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The keys are missing or not valid.
            NotFoundError: There is no job with this id.
            InternalServerError: The server failed.
        """
        return self._call(_GET_STATUS, path={"Id": id}, options=options)

    def get_metadata(
        self, id: str, *, options: rt.Options | None = None
    ) -> m.JobMetadata:
        """Find the result of a job.

        Tells where the result file of a finished job lies. The file itself stays in
        your bucket, to be read from there. Make sure first that the job is `completed`;
        while it runs, this call may answer 404.

        ``GET /jobs/{Id}/metadata``

        Args:
            id: The id the job was given when it was submitted.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The keys are missing or not valid.
            NotFoundError: There is no such job, or it has not completed yet.
            InternalServerError: The server failed.
        """
        return self._call(_GET_METADATA, path={"Id": id}, options=options)

    def get_errors(self, id: str, *, options: rt.Options | None = None) -> m.JobErrors:
        """Get the errors of a job.

        Gives the error code and the number of errors of a job. Most failures come from
        files that are badly encoded or of a kind that is not supported.

        ``GET /jobs/{Id}/errors``

        Args:
            id: The id the job was given when it was submitted.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The keys are missing or not valid.
            NotFoundError: There is no job with this id.
            InternalServerError: The server failed.
        """
        return self._call(_GET_ERRORS, path={"Id": id}, options=options)


class AsyncJobs(rt.AsyncResource):
    """Submit analysis jobs, follow them and find their results."""

    @typing.overload
    async def submit(
        self, body: m.JobSubmission, *, options: rt.Options | None = None
    ) -> m.SubmittedJob: ...
    @typing.overload
    async def submit(
        self,
        *,
        name: str,
        services: m.ServicesInput,
        destination: m.Destination,
        source: m.SourceInput,
        priority: int | None = None,
        batch: str | None = None,
        options: rt.Options | None = None,
    ) -> m.SubmittedJob: ...
    async def submit(
        self,
        body: m.JobSubmission | None = None,
        *,
        name: str | rt.Unset = rt.UNSET,
        services: m.ServicesInput | rt.Unset = rt.UNSET,
        destination: m.Destination | rt.Unset = rt.UNSET,
        source: m.SourceInput | rt.Unset = rt.UNSET,
        priority: int | None = None,
        batch: str | None = None,
        options: rt.Options | None = None,
    ) -> m.SubmittedJob:
        """Submit a job. See ``Jobs.submit``."""
        return await self._call(
            _SUBMIT,
            body=body,
            fields={
                "name": name,
                "priority": priority,
                "services": services,
                "batch": batch,
                "destination": destination,
                "source": source,
            },
            options=options,
        )

    @typing.overload
    async def submit_and_wait(
        self,
        body: m.JobSubmission,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.Job], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.Job: ...
    @typing.overload
    async def submit_and_wait(
        self,
        *,
        name: str,
        services: m.ServicesInput,
        destination: m.Destination,
        source: m.SourceInput,
        priority: int | None = None,
        batch: str | None = None,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.Job], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.Job: ...
    async def submit_and_wait(
        self,
        body: m.JobSubmission | None = None,
        *,
        name: str | rt.Unset = rt.UNSET,
        services: m.ServicesInput | rt.Unset = rt.UNSET,
        destination: m.Destination | rt.Unset = rt.UNSET,
        source: m.SourceInput | rt.Unset = rt.UNSET,
        priority: int | None = None,
        batch: str | None = None,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.Job], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.Job:
        """Submit a job, and wait until ``status`` is ``completed``. See
        ``Jobs.submit_and_wait``.
        """
        return await self._run(
            WAIT.after(
                _SUBMIT,
                {"Id": "job.id"},
                rt.Watch(timeout, interval, on_update, progress),
                body=body,
                fields={
                    "name": name,
                    "priority": priority,
                    "services": services,
                    "batch": batch,
                    "destination": destination,
                    "source": source,
                },
                options=options,
            ),
        )

    def list(
        self,
        *,
        page_number: int | None = None,
        page_size: int | None = None,
        batch: str | None = None,
        status: m.JobStatus | str | None = None,
        name: str | None = None,
        sort_by: typing.Literal["Created"] | None = None,
        sort_order: m.SortOrder | str | None = None,
        options: rt.Options | None = None,
    ) -> rt.AsyncPages[m.JobSummary, m.JobList]:
        """List jobs. See ``Jobs.list``."""
        return rt.async_pages(
            self._client,
            _LIST,
            query={
                "pageNumber": page_number,
                "pageSize": page_size,
                "batch": batch,
                "status": status,
                "name": name,
                "sortBy": sort_by,
                "sortOrder": sort_order,
            },
            options=options,
        )

    async def get(self, id: str, *, options: rt.Options | None = None) -> m.Job:
        """Get a job. See ``Jobs.get``."""
        return await self._call(_GET, path={"Id": id}, options=options)

    async def wait(
        self,
        id: str,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.Job], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.Job:
        """Wait until ``status`` is ``completed``. See ``Jobs.wait``."""
        return await self._run(
            WAIT.until_done(
                rt.Watch(timeout, interval, on_update, progress),
                path={"Id": id},
                options=options,
            ),
        )

    async def get_status(
        self, id: str, *, options: rt.Options | None = None
    ) -> m.JobStatusReport:
        """Get the state of a job. See ``Jobs.get_status``."""
        return await self._call(_GET_STATUS, path={"Id": id}, options=options)

    async def get_metadata(
        self, id: str, *, options: rt.Options | None = None
    ) -> m.JobMetadata:
        """Find the result of a job. See ``Jobs.get_metadata``."""
        return await self._call(_GET_METADATA, path={"Id": id}, options=options)

    async def get_errors(
        self, id: str, *, options: rt.Options | None = None
    ) -> m.JobErrors:
        """Get the errors of a job. See ``Jobs.get_errors``."""
        return await self._call(_GET_ERRORS, path={"Id": id}, options=options)


class RawJobs(rt.RawResource):
    """The calls of ``Jobs``, each returning a ``Response``."""

    def __init__(self, resource: Jobs) -> None:
        super().__init__(resource)
        self.submit: typing.Final = rt.raw(resource.submit)
        self.submit_and_wait: typing.Final = rt.raw(resource.submit_and_wait)
        self.list: typing.Final = rt.raw(resource.list)
        self.get: typing.Final = rt.raw(resource.get)
        self.wait: typing.Final = rt.raw(resource.wait)
        self.get_status: typing.Final = rt.raw(resource.get_status)
        self.get_metadata: typing.Final = rt.raw(resource.get_metadata)
        self.get_errors: typing.Final = rt.raw(resource.get_errors)


class AsyncRawJobs(rt.RawResource):
    """The calls of ``AsyncJobs``, each returning a ``Response``."""

    def __init__(self, resource: AsyncJobs) -> None:
        super().__init__(resource)
        self.submit: typing.Final = rt.async_raw(resource.submit)
        self.submit_and_wait: typing.Final = rt.async_raw(resource.submit_and_wait)
        self.list: typing.Final = rt.async_raw(resource.list)
        self.get: typing.Final = rt.async_raw(resource.get)
        self.wait: typing.Final = rt.async_raw(resource.wait)
        self.get_status: typing.Final = rt.async_raw(resource.get_status)
        self.get_metadata: typing.Final = rt.async_raw(resource.get_metadata)
        self.get_errors: typing.Final = rt.async_raw(resource.get_errors)
