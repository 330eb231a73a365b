"""Run documents through a workflow, follow the run and fetch what it made."""

from __future__ import annotations

import builtins
import collections.abc
import typing
import uuid

from .. import models as m
from .._runtime import rt

_LIST: rt.Operation[list[m.JobInformation]] = rt.Operation(
    "GET",
    "/api/v1/jobs/",
    responses={
        "200": "list[m.JobInformation]",
        "401": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="list_jobs",
)
_CREATE: rt.Operation[m.JobInformation] = rt.Operation(
    "POST",
    "/api/v1/jobs/",
    body=rt.Body(
        {"multipart/form-data": "m.CreateJob"},
        required=True,
        parts={"input_files": rt.Part(style=rt.Style("form", reserved=True))},
    ),
    responses={
        "200": "m.JobInformation",
        "401": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="create_job",
)
_GET: rt.Operation[m.JobInformation] = rt.Operation(
    "GET",
    "/api/v1/jobs/{job_id}",
    responses={
        "200": "m.JobInformation",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="get_job",
)
_CANCEL: rt.Operation[typing.Any] = rt.Operation(
    "POST",
    "/api/v1/jobs/{job_id}/cancel",
    responses={
        "200": "typing.Any",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="cancel_job",
)
_DOWNLOAD_OUTPUT: rt.Operation[typing.Any] = rt.Operation(
    "GET",
    "/api/v1/jobs/{job_id}/download",
    responses={
        "200": "typing.Any",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="download_job_output",
)
_GET_DETAILS: rt.Operation[m.JobDetails] = rt.Operation(
    "GET",
    "/api/v1/jobs/{job_id}/details",
    responses={
        "200": "m.JobDetails",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="get_job_details",
)
_GET_FAILED_FILES: rt.Operation[m.JobFailedFiles] = rt.Operation(
    "GET",
    "/api/v1/jobs/{job_id}/failed-files",
    responses={
        "200": "m.JobFailedFiles",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="get_job_failed_files",
)
WAIT: rt.Waiter[m.JobInformation] = rt.Waiter(
    _GET, field="status", done=("COMPLETED",), failed=("STOPPED", "FAILED")
)


class Jobs(rt.Resource):
    """Run documents through a workflow, follow the run and fetch what it made."""

    def list(
        self,
        *,
        workflow_id: uuid.UUID | str | None = None,
        status: str | None = None,
        options: rt.Options | None = None,
    ) -> builtins.list[m.JobInformation]:
        """List jobs.

        Gives the jobs of the account, all in one answer.

        ``GET /api/v1/jobs/``

        Args:
            workflow_id: Only jobs of this workflow.
            status: Only jobs in this state, written as in `JobStatus`.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _LIST, query={"workflow_id": workflow_id, "status": status}, options=options
        )

    @typing.overload
    def create(
        self, body: m.CreateJob, *, options: rt.Options | None = None
    ) -> m.JobInformation: ...
    @typing.overload
    def create(
        self,
        *,
        request_data: str,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    def create(
        self,
        body: m.CreateJob | None = None,
        *,
        request_data: str | rt.Unset = rt.UNSET,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        options: rt.Options | None = None,
    ) -> m.JobInformation:
        """Start a job on local files.

        Uploads files and runs them through a template or through steps of your own,
        without a stored workflow. A job takes up to 10 files of at most 10 MB each;
        leave a second between two calls. Five such jobs run at a time per account, the
        others wait as `SCHEDULED`.

        ``POST /api/v1/jobs/``

        Args:
            body: Stands for all the fields below.
            request_data: A JSON object, as text: either with `template_id`, the id of a
                template, or with `job_nodes`, a list of steps shaped like
                `WorkflowNode`.
            input_files: The files, each with its name. Each item: holds
                ``application/octet-stream``.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _CREATE,
            body=body,
            fields={"request_data": request_data, "input_files": input_files},
            options=options,
        )

    @typing.overload
    def create_and_wait(
        self,
        body: m.CreateJob,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    @typing.overload
    def create_and_wait(
        self,
        *,
        request_data: str,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    def create_and_wait(
        self,
        body: m.CreateJob | None = None,
        *,
        request_data: str | rt.Unset = rt.UNSET,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation:
        """Start a job on local files, and wait until ``status`` is ``COMPLETED``.

        Calls ``create``, then asks as ``wait`` does.

        Args:
            body: Stands for all the fields below.
            request_data: A JSON object, as text: either with `template_id`, the id of a
                template, or with `job_nodes`, a list of steps shaped like
                `WorkflowNode`.
            input_files: The files, each with its name. Each item: holds
                ``application/octet-stream``.
            timeout: Seconds to wait in all; None for no limit.
            interval: Seconds between the first two calls. Each pause is half as long
                again as the one before, up to 30 seconds; where the server sends
                ``Retry-After``, that decides.
            on_update: Called with every answer.
            progress: Whether to show on stderr how it goes.
            options: Settings of each call.

        Raises:
            WaitFailedError: ``status`` is ``STOPPED`` or ``FAILED``; ``.result`` is the
                answer.
            WaitTimeoutError: The time is up; ``.last`` is the last answer.
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._run(
            WAIT.after(
                _CREATE,
                {"job_id": "id"},
                rt.Watch(timeout, interval, on_update, progress),
                body=body,
                fields={"request_data": request_data, "input_files": input_files},
                options=options,
            ),
        )

    def get(
        self, job_id: uuid.UUID | str, *, options: rt.Options | None = None
    ) -> m.JobInformation:
        """Get a job.

        Gives the basic facts of a job. For counts per step while it runs, see
        `get_job_details`.

        ``GET /api/v1/jobs/{job_id}``

        Args:
            job_id: The id of the job.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(_GET, path={"job_id": job_id}, options=options)

    def wait(
        self,
        job_id: uuid.UUID | str,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation:
        """Wait until ``status`` is ``COMPLETED``.

        Calls ``GET /api/v1/jobs/{job_id}`` with growing pauses.

        Args:
            job_id: The id of the job.
            timeout: Seconds to wait in all; None for no limit.
            interval: Seconds between the first two calls. Each pause is half as long
                again as the one before, up to 30 seconds; where the server sends
                ``Retry-After``, that decides.
            on_update: Called with every answer.
            progress: Whether to show on stderr how it goes.
            options: Settings of each call.

        Raises:
            WaitFailedError: ``status`` is ``STOPPED`` or ``FAILED``; ``.result`` is the
                answer.
            WaitTimeoutError: The time is up; ``.last`` is the last answer.
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._run(
            WAIT.until_done(
                rt.Watch(timeout, interval, on_update, progress),
                path={"job_id": job_id},
                options=options,
            ),
        )

    def cancel(
        self, job_id: uuid.UUID | str, *, options: rt.Options | None = None
    ) -> typing.Any:
        """Cancel a job.

        Asks the platform to stop a job. What the answer holds is not documented.

        ``POST /api/v1/jobs/{job_id}/cancel``

        Args:
            job_id: The id of the job.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(_CANCEL, path={"job_id": job_id}, options=options)

    def download_output(
        self,
        job_id: uuid.UUID | str,
        *,
        file_id: str,
        node_id: uuid.UUID | str | None = None,
        options: rt.Options | None = None,
    ) -> typing.Any:
        """Download the output of a job.

        Gives what a job made of one local file; jobs that write to a destination have
        nothing to download. For the last step take the `file_id` from the job's
        `input_file_ids`; for an earlier one take `file_id` and `node_id` from one entry
        of its `output_node_files`.

        ``GET /api/v1/jobs/{job_id}/download``

        Args:
            job_id: The id of the job.
            file_id: The file whose output is wanted.
            node_id: The step whose output is wanted; the last one if left out.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _DOWNLOAD_OUTPUT,
            path={"job_id": job_id},
            query={"file_id": file_id, "node_id": node_id},
            options=options,
        )

    def get_details(
        self, job_id: uuid.UUID | str, *, options: rt.Options | None = None
    ) -> m.JobDetails:
        """Get the progress of a job.

        Gives the processing state of a job and, for each step, how its files stand.

        ``GET /api/v1/jobs/{job_id}/details``

        Args:
            job_id: The id of the job.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(_GET_DETAILS, path={"job_id": job_id}, options=options)

    def get_failed_files(
        self, job_id: uuid.UUID | str, *, options: rt.Options | None = None
    ) -> m.JobFailedFiles:
        """List the failed files of a job.

        Gives the documents a job could not process, each with the reason.

        ``GET /api/v1/jobs/{job_id}/failed-files``

        Args:
            job_id: The id of the job.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(_GET_FAILED_FILES, path={"job_id": job_id}, options=options)


class AsyncJobs(rt.AsyncResource):
    """Run documents through a workflow, follow the run and fetch what it made."""

    async def list(
        self,
        *,
        workflow_id: uuid.UUID | str | None = None,
        status: str | None = None,
        options: rt.Options | None = None,
    ) -> builtins.list[m.JobInformation]:
        """List jobs. See ``Jobs.list``."""
        return await self._call(
            _LIST, query={"workflow_id": workflow_id, "status": status}, options=options
        )

    @typing.overload
    async def create(
        self, body: m.CreateJob, *, options: rt.Options | None = None
    ) -> m.JobInformation: ...
    @typing.overload
    async def create(
        self,
        *,
        request_data: str,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    async def create(
        self,
        body: m.CreateJob | None = None,
        *,
        request_data: str | rt.Unset = rt.UNSET,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        options: rt.Options | None = None,
    ) -> m.JobInformation:
        """Start a job on local files. See ``Jobs.create``."""
        return await self._call(
            _CREATE,
            body=body,
            fields={"request_data": request_data, "input_files": input_files},
            options=options,
        )

    @typing.overload
    async def create_and_wait(
        self,
        body: m.CreateJob,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    @typing.overload
    async def create_and_wait(
        self,
        *,
        request_data: str,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    async def create_and_wait(
        self,
        body: m.CreateJob | None = None,
        *,
        request_data: str | rt.Unset = rt.UNSET,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation:
        """Start a job on local files, and wait until ``status`` is ``COMPLETED``. See
        ``Jobs.create_and_wait``.
        """
        return await self._run(
            WAIT.after(
                _CREATE,
                {"job_id": "id"},
                rt.Watch(timeout, interval, on_update, progress),
                body=body,
                fields={"request_data": request_data, "input_files": input_files},
                options=options,
            ),
        )

    async def get(
        self, job_id: uuid.UUID | str, *, options: rt.Options | None = None
    ) -> m.JobInformation:
        """Get a job. See ``Jobs.get``."""
        return await self._call(_GET, path={"job_id": job_id}, options=options)

    async def wait(
        self,
        job_id: uuid.UUID | str,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation:
        """Wait until ``status`` is ``COMPLETED``. See ``Jobs.wait``."""
        return await self._run(
            WAIT.until_done(
                rt.Watch(timeout, interval, on_update, progress),
                path={"job_id": job_id},
                options=options,
            ),
        )

    async def cancel(
        self, job_id: uuid.UUID | str, *, options: rt.Options | None = None
    ) -> typing.Any:
        """Cancel a job. See ``Jobs.cancel``."""
        return await self._call(_CANCEL, path={"job_id": job_id}, options=options)

    async def download_output(
        self,
        job_id: uuid.UUID | str,
        *,
        file_id: str,
        node_id: uuid.UUID | str | None = None,
        options: rt.Options | None = None,
    ) -> typing.Any:
        """Download the output of a job. See ``Jobs.download_output``."""
        return await self._call(
            _DOWNLOAD_OUTPUT,
            path={"job_id": job_id},
            query={"file_id": file_id, "node_id": node_id},
            options=options,
        )

    async def get_details(
        self, job_id: uuid.UUID | str, *, options: rt.Options | None = None
    ) -> m.JobDetails:
        """Get the progress of a job. See ``Jobs.get_details``."""
        return await self._call(_GET_DETAILS, path={"job_id": job_id}, options=options)

    async def get_failed_files(
        self, job_id: uuid.UUID | str, *, options: rt.Options | None = None
    ) -> m.JobFailedFiles:
        """List the failed files of a job. See ``Jobs.get_failed_files``."""
        return await self._call(
            _GET_FAILED_FILES, path={"job_id": job_id}, options=options
        )


class RawJobs(rt.RawResource):
    """The calls of ``Jobs``, each returning a ``Response``."""

    def __init__(self, resource: Jobs) -> None:
        super().__init__(resource)
        self.list: typing.Final = rt.raw(resource.list)
        self.create: typing.Final = rt.raw(resource.create)
        self.create_and_wait: typing.Final = rt.raw(resource.create_and_wait)
        self.get: typing.Final = rt.raw(resource.get)
        self.wait: typing.Final = rt.raw(resource.wait)
        self.cancel: typing.Final = rt.raw(resource.cancel)
        self.download_output: typing.Final = rt.raw(resource.download_output)
        self.get_details: typing.Final = rt.raw(resource.get_details)
        self.get_failed_files: typing.Final = rt.raw(resource.get_failed_files)


class AsyncRawJobs(rt.RawResource):
    """The calls of ``AsyncJobs``, each returning a ``Response``."""

    def __init__(self, resource: AsyncJobs) -> None:
        super().__init__(resource)
        self.list: typing.Final = rt.async_raw(resource.list)
        self.create: typing.Final = rt.async_raw(resource.create)
        self.create_and_wait: typing.Final = rt.async_raw(resource.create_and_wait)
        self.get: typing.Final = rt.async_raw(resource.get)
        self.wait: typing.Final = rt.async_raw(resource.wait)
        self.cancel: typing.Final = rt.async_raw(resource.cancel)
        self.download_output: typing.Final = rt.async_raw(resource.download_output)
        self.get_details: typing.Final = rt.async_raw(resource.get_details)
        self.get_failed_files: typing.Final = rt.async_raw(resource.get_failed_files)
