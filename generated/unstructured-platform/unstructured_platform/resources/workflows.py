"""Define which documents go through which steps to which destination, and when."""

from __future__ import annotations

import builtins
import collections.abc
import datetime
import typing

from .. import models as m
from .._runtime import rt

_LIST: rt.PagedOperation[m.WorkflowInformation, list[m.WorkflowInformation]] = (
    rt.PagedOperation(
        "GET",
        "/api/v1/workflows/",
        responses={
            "200": "list[m.WorkflowInformation]",
            "401": "m.ErrorMessage",
            "422": "m.HTTPValidationError",
        },
        paging=rt.ByPageNumber("page", first=1),
        id="list_workflows",
    )
)
_CREATE: rt.Operation[m.WorkflowInformation] = rt.Operation(
    "POST",
    "/api/v1/workflows/",
    body=rt.Body({"application/json": "m.CreateWorkflow"}, required=True),
    responses={
        "200": "m.WorkflowInformation",
        "401": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="create_workflow",
)
_GET: rt.Operation[m.WorkflowInformation] = rt.Operation(
    "GET",
    "/api/v1/workflows/{workflow_id}",
    responses={
        "200": "m.WorkflowInformation",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="get_workflow",
)
_UPDATE: rt.Operation[m.WorkflowInformation] = rt.Operation(
    "PUT",
    "/api/v1/workflows/{workflow_id}",
    body=rt.Body({"application/json": "m.UpdateWorkflow"}, required=True),
    responses={
        "200": "m.WorkflowInformation",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="update_workflow",
)
_DELETE: rt.Operation[typing.Any] = rt.Operation(
    "DELETE",
    "/api/v1/workflows/{workflow_id}",
    responses={
        "200": "typing.Any",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="delete_workflow",
)
_RUN: rt.Operation[m.JobInformation] = rt.Operation(
    "POST",
    "/api/v1/workflows/{workflow_id}/run",
    body=rt.Body(
        {"multipart/form-data": "m.RunWorkflow"},
        parts={"input_files": rt.Part(style=rt.Style("form", reserved=True))},
    ),
    responses={
        "202": "m.JobInformation",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="run_workflow",
)


class Workflows(rt.Resource):
    """Define which documents go through which steps to which destination, and when."""

    def list(
        self,
        *,
        dag_node_configuration_id: str | None = None,
        source_id: str | None = None,
        destination_id: str | None = None,
        status: m.WorkflowState | str | None = None,
        page: int | None = None,
        page_size: int | None = None,
        created_since: datetime.datetime | None = None,
        created_before: datetime.datetime | None = None,
        name: str | None = None,
        sort_by: str | None = None,
        sort_direction: m.SortDirection | str | None = None,
        show_only_soft_deleted: bool | None = None,
        options: rt.Options | None = None,
    ) -> rt.Page[m.WorkflowInformation, builtins.list[m.WorkflowInformation]]:
        """List workflows.

        Gives one page of workflows. The filters add up.

        ``GET /api/v1/workflows/``

        Gives a page; iterating over it goes on to the items of all pages after it.

        Args:
            dag_node_configuration_id: Only workflows that use this node configuration.
            source_id: Only workflows that read from this source.
            destination_id: Only workflows that write to this destination.
            status: Only workflows in this state.
            page: Which page to give; the first is 1. Default: 1.
            page_size: How many workflows a page holds. Default: 20.
            created_since: Only workflows created since this time.
            created_before: Only workflows created before this time.
            name: Only workflows of this name.
            sort_by: The field to order the workflows by. Default: ``id``.
            sort_direction: The direction of the order. Default: ``asc``.
            show_only_soft_deleted: Give the deleted workflows that are still kept, and
                only those. Default: ``False``.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return rt.page(
            self._client,
            _LIST,
            query={
                "dag_node_configuration_id": dag_node_configuration_id,
                "source_id": source_id,
                "destination_id": destination_id,
                "status": status,
                "page": page,
                "page_size": page_size,
                "created_since": created_since,
                "created_before": created_before,
                "name": name,
                "sort_by": sort_by,
                "sort_direction": sort_direction,
                "show_only_soft_deleted": show_only_soft_deleted,
            },
            options=options,
        )

    @typing.overload
    def create(
        self, body: m.CreateWorkflow, *, options: rt.Options | None = None
    ) -> m.WorkflowInformation: ...
    @typing.overload
    def create(
        self,
        *,
        name: str,
        workflow_type: m.WorkflowType | str,
        source_id: str | None | rt.Unset = rt.UNSET,
        destination_id: str | None | rt.Unset = rt.UNSET,
        workflow_nodes: (
            collections.abc.Sequence[m.WorkflowNode] | None | rt.Unset
        ) = rt.UNSET,
        template_id: str | None | rt.Unset = rt.UNSET,
        schedule: m.ScheduleInterval | str | None | rt.Unset = rt.UNSET,
        reprocess_all: bool | None | rt.Unset = rt.UNSET,
        key: str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.WorkflowInformation: ...
    def create(
        self,
        body: m.CreateWorkflow | None = None,
        *,
        name: str | rt.Unset = rt.UNSET,
        workflow_type: m.WorkflowType | str | rt.Unset = rt.UNSET,
        source_id: str | None | rt.Unset = rt.UNSET,
        destination_id: str | None | rt.Unset = rt.UNSET,
        workflow_nodes: (
            collections.abc.Sequence[m.WorkflowNode] | None | rt.Unset
        ) = rt.UNSET,
        template_id: str | None | rt.Unset = rt.UNSET,
        schedule: m.ScheduleInterval | str | None | rt.Unset = rt.UNSET,
        reprocess_all: bool | None | rt.Unset = rt.UNSET,
        key: str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.WorkflowInformation:
        """Create a workflow.

        Creates a workflow from a list of steps or from a template. Without a source it
        takes local files, which are handed over with each run.

        ``POST /api/v1/workflows/``

        Args:
            body: Stands for all the fields below.
            name: A name for the workflow.
            workflow_type: The kind of workflow; `custom` is the one to use.
            source_id: The source to read from. Without one, files are handed over with
                each run.
            destination_id: The destination to write to. Without one, results are
                downloaded.
            workflow_nodes: The steps, in the order in which they run.
            template_id: A template to take the steps from, instead of `workflow_nodes`.
            schedule: How often the workflow runs by itself. Not for workflows on local
                files.
            reprocess_all: Whether each run takes all documents anew instead of only new
                and changed ones. Better sent than left out: the documented defaults
                differ. Default: ``False``.
            key: A short name for use in place of the id, in lower case with single
                hyphens. Made from the name if left out; it cannot be changed later. 1
                to 63 characters. Matches ``^[a-z0-9](-?[a-z0-9])*$``.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _CREATE,
            body=body,
            fields={
                "name": name,
                "workflow_type": workflow_type,
                "source_id": source_id,
                "destination_id": destination_id,
                "workflow_nodes": workflow_nodes,
                "template_id": template_id,
                "schedule": schedule,
                "reprocess_all": reprocess_all,
                "key": key,
            },
            options=options,
        )

    def get(
        self, workflow_id: str, *, options: rt.Options | None = None
    ) -> m.WorkflowInformation:
        """Get a workflow.

        ``GET /api/v1/workflows/{workflow_id}``

        Args:
            workflow_id: The id of the workflow, a UUID, or its key.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(_GET, path={"workflow_id": workflow_id}, options=options)

    @typing.overload
    def update(
        self,
        workflow_id: str,
        body: m.UpdateWorkflow,
        *,
        options: rt.Options | None = None,
    ) -> m.WorkflowInformation: ...
    @typing.overload
    def update(
        self,
        workflow_id: str,
        *,
        name: str | None | rt.Unset = rt.UNSET,
        workflow_type: m.WorkflowType | str | None | rt.Unset = rt.UNSET,
        source_id: str | None | rt.Unset = rt.UNSET,
        destination_id: str | None | rt.Unset = rt.UNSET,
        workflow_nodes: (
            collections.abc.Sequence[m.WorkflowNode] | None | rt.Unset
        ) = rt.UNSET,
        template_id: str | None | rt.Unset = rt.UNSET,
        schedule: m.ScheduleInterval | str | None | rt.Unset = rt.UNSET,
        reprocess_all: bool | None | rt.Unset = rt.UNSET,
        state: m.WorkflowState | str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.WorkflowInformation: ...
    def update(
        self,
        workflow_id: str,
        body: m.UpdateWorkflow | None = None,
        *,
        name: str | None | rt.Unset = rt.UNSET,
        workflow_type: m.WorkflowType | str | None | rt.Unset = rt.UNSET,
        source_id: str | None | rt.Unset = rt.UNSET,
        destination_id: str | None | rt.Unset = rt.UNSET,
        workflow_nodes: (
            collections.abc.Sequence[m.WorkflowNode] | None | rt.Unset
        ) = rt.UNSET,
        template_id: str | None | rt.Unset = rt.UNSET,
        schedule: m.ScheduleInterval | str | None | rt.Unset = rt.UNSET,
        reprocess_all: bool | None | rt.Unset = rt.UNSET,
        state: m.WorkflowState | str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.WorkflowInformation:
        """Change a workflow.

        ``PUT /api/v1/workflows/{workflow_id}``

        Args:
            workflow_id: The id of the workflow, a UUID, or its key.
            body: Stands for all the fields below.
            name: A new name.
            workflow_type: The kind of workflow.
            source_id: The source to read from.
            destination_id: The destination to write to.
            workflow_nodes: The steps, in the order in which they run.
            template_id: A template to take the steps from.
            schedule: How often the workflow runs by itself.
            reprocess_all: Whether each run takes all documents anew.
            state: Switches the workflow on or off.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _UPDATE,
            path={"workflow_id": workflow_id},
            body=body,
            fields={
                "name": name,
                "workflow_type": workflow_type,
                "source_id": source_id,
                "destination_id": destination_id,
                "workflow_nodes": workflow_nodes,
                "template_id": template_id,
                "schedule": schedule,
                "reprocess_all": reprocess_all,
                "state": state,
            },
            options=options,
        )

    def delete(
        self, workflow_id: str, *, options: rt.Options | None = None
    ) -> typing.Any:
        """Delete a workflow.

        Deletes a workflow. What the answer holds is not documented.

        ``DELETE /api/v1/workflows/{workflow_id}``

        Args:
            workflow_id: The id of the workflow, a UUID, or its key.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(_DELETE, path={"workflow_id": workflow_id}, options=options)

    @typing.overload
    def run(
        self,
        workflow_id: str,
        body: m.RunWorkflow | None = None,
        *,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    @typing.overload
    def run(
        self,
        workflow_id: str,
        *,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    def run(
        self,
        workflow_id: str,
        body: m.RunWorkflow | None = None,
        *,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        options: rt.Options | None = None,
    ) -> m.JobInformation:
        """Run a workflow.

        Starts a job for a workflow now, whatever its schedule. Only a workflow without
        a source takes files along.

        ``POST /api/v1/workflows/{workflow_id}/run``

        Args:
            workflow_id: The id of the workflow, a UUID, or its key.
            body: Stands for all the fields below.
            input_files: The files, each with its name. Each item: holds
                ``application/octet-stream``.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _RUN,
            path={"workflow_id": workflow_id},
            body=body,
            fields={"input_files": input_files},
            options=options,
        )

    @typing.overload
    def run_and_wait(
        self,
        workflow_id: str,
        body: m.RunWorkflow | None = None,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    @typing.overload
    def run_and_wait(
        self,
        workflow_id: str,
        *,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    def run_and_wait(
        self,
        workflow_id: str,
        body: m.RunWorkflow | None = None,
        *,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation:
        """Run a workflow, and wait until ``status`` is ``COMPLETED``.

        Calls ``run``, then asks as ``jobs.wait`` does.

        Args:
            workflow_id: The id of the workflow, a UUID, or its key.
            body: Stands for all the fields below.
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
        from .jobs import WAIT

        return self._run(
            WAIT.after(
                _RUN,
                {"job_id": "id"},
                rt.Watch(timeout, interval, on_update, progress),
                path={"workflow_id": workflow_id},
                body=body,
                fields={"input_files": input_files},
                options=options,
            ),
        )


class AsyncWorkflows(rt.AsyncResource):
    """Define which documents go through which steps to which destination, and when."""

    def list(
        self,
        *,
        dag_node_configuration_id: str | None = None,
        source_id: str | None = None,
        destination_id: str | None = None,
        status: m.WorkflowState | str | None = None,
        page: int | None = None,
        page_size: int | None = None,
        created_since: datetime.datetime | None = None,
        created_before: datetime.datetime | None = None,
        name: str | None = None,
        sort_by: str | None = None,
        sort_direction: m.SortDirection | str | None = None,
        show_only_soft_deleted: bool | None = None,
        options: rt.Options | None = None,
    ) -> rt.AsyncPages[m.WorkflowInformation, builtins.list[m.WorkflowInformation]]:
        """List workflows. See ``Workflows.list``."""
        return rt.async_pages(
            self._client,
            _LIST,
            query={
                "dag_node_configuration_id": dag_node_configuration_id,
                "source_id": source_id,
                "destination_id": destination_id,
                "status": status,
                "page": page,
                "page_size": page_size,
                "created_since": created_since,
                "created_before": created_before,
                "name": name,
                "sort_by": sort_by,
                "sort_direction": sort_direction,
                "show_only_soft_deleted": show_only_soft_deleted,
            },
            options=options,
        )

    @typing.overload
    async def create(
        self, body: m.CreateWorkflow, *, options: rt.Options | None = None
    ) -> m.WorkflowInformation: ...
    @typing.overload
    async def create(
        self,
        *,
        name: str,
        workflow_type: m.WorkflowType | str,
        source_id: str | None | rt.Unset = rt.UNSET,
        destination_id: str | None | rt.Unset = rt.UNSET,
        workflow_nodes: (
            collections.abc.Sequence[m.WorkflowNode] | None | rt.Unset
        ) = rt.UNSET,
        template_id: str | None | rt.Unset = rt.UNSET,
        schedule: m.ScheduleInterval | str | None | rt.Unset = rt.UNSET,
        reprocess_all: bool | None | rt.Unset = rt.UNSET,
        key: str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.WorkflowInformation: ...
    async def create(
        self,
        body: m.CreateWorkflow | None = None,
        *,
        name: str | rt.Unset = rt.UNSET,
        workflow_type: m.WorkflowType | str | rt.Unset = rt.UNSET,
        source_id: str | None | rt.Unset = rt.UNSET,
        destination_id: str | None | rt.Unset = rt.UNSET,
        workflow_nodes: (
            collections.abc.Sequence[m.WorkflowNode] | None | rt.Unset
        ) = rt.UNSET,
        template_id: str | None | rt.Unset = rt.UNSET,
        schedule: m.ScheduleInterval | str | None | rt.Unset = rt.UNSET,
        reprocess_all: bool | None | rt.Unset = rt.UNSET,
        key: str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.WorkflowInformation:
        """Create a workflow. See ``Workflows.create``."""
        return await self._call(
            _CREATE,
            body=body,
            fields={
                "name": name,
                "workflow_type": workflow_type,
                "source_id": source_id,
                "destination_id": destination_id,
                "workflow_nodes": workflow_nodes,
                "template_id": template_id,
                "schedule": schedule,
                "reprocess_all": reprocess_all,
                "key": key,
            },
            options=options,
        )

    async def get(
        self, workflow_id: str, *, options: rt.Options | None = None
    ) -> m.WorkflowInformation:
        """Get a workflow. See ``Workflows.get``."""
        return await self._call(
            _GET, path={"workflow_id": workflow_id}, options=options
        )

    @typing.overload
    async def update(
        self,
        workflow_id: str,
        body: m.UpdateWorkflow,
        *,
        options: rt.Options | None = None,
    ) -> m.WorkflowInformation: ...
    @typing.overload
    async def update(
        self,
        workflow_id: str,
        *,
        name: str | None | rt.Unset = rt.UNSET,
        workflow_type: m.WorkflowType | str | None | rt.Unset = rt.UNSET,
        source_id: str | None | rt.Unset = rt.UNSET,
        destination_id: str | None | rt.Unset = rt.UNSET,
        workflow_nodes: (
            collections.abc.Sequence[m.WorkflowNode] | None | rt.Unset
        ) = rt.UNSET,
        template_id: str | None | rt.Unset = rt.UNSET,
        schedule: m.ScheduleInterval | str | None | rt.Unset = rt.UNSET,
        reprocess_all: bool | None | rt.Unset = rt.UNSET,
        state: m.WorkflowState | str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.WorkflowInformation: ...
    async def update(
        self,
        workflow_id: str,
        body: m.UpdateWorkflow | None = None,
        *,
        name: str | None | rt.Unset = rt.UNSET,
        workflow_type: m.WorkflowType | str | None | rt.Unset = rt.UNSET,
        source_id: str | None | rt.Unset = rt.UNSET,
        destination_id: str | None | rt.Unset = rt.UNSET,
        workflow_nodes: (
            collections.abc.Sequence[m.WorkflowNode] | None | rt.Unset
        ) = rt.UNSET,
        template_id: str | None | rt.Unset = rt.UNSET,
        schedule: m.ScheduleInterval | str | None | rt.Unset = rt.UNSET,
        reprocess_all: bool | None | rt.Unset = rt.UNSET,
        state: m.WorkflowState | str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.WorkflowInformation:
        """Change a workflow. See ``Workflows.update``."""
        return await self._call(
            _UPDATE,
            path={"workflow_id": workflow_id},
            body=body,
            fields={
                "name": name,
                "workflow_type": workflow_type,
                "source_id": source_id,
                "destination_id": destination_id,
                "workflow_nodes": workflow_nodes,
                "template_id": template_id,
                "schedule": schedule,
                "reprocess_all": reprocess_all,
                "state": state,
            },
            options=options,
        )

    async def delete(
        self, workflow_id: str, *, options: rt.Options | None = None
    ) -> typing.Any:
        """Delete a workflow. See ``Workflows.delete``."""
        return await self._call(
            _DELETE, path={"workflow_id": workflow_id}, options=options
        )

    @typing.overload
    async def run(
        self,
        workflow_id: str,
        body: m.RunWorkflow | None = None,
        *,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    @typing.overload
    async def run(
        self,
        workflow_id: str,
        *,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    async def run(
        self,
        workflow_id: str,
        body: m.RunWorkflow | None = None,
        *,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        options: rt.Options | None = None,
    ) -> m.JobInformation:
        """Run a workflow. See ``Workflows.run``."""
        return await self._call(
            _RUN,
            path={"workflow_id": workflow_id},
            body=body,
            fields={"input_files": input_files},
            options=options,
        )

    @typing.overload
    async def run_and_wait(
        self,
        workflow_id: str,
        body: m.RunWorkflow | None = None,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    @typing.overload
    async def run_and_wait(
        self,
        workflow_id: str,
        *,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation: ...
    async def run_and_wait(
        self,
        workflow_id: str,
        body: m.RunWorkflow | None = None,
        *,
        input_files: collections.abc.Sequence[rt.FileInput] | None = None,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: collections.abc.Callable[[m.JobInformation], None] | None = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.JobInformation:
        """Run a workflow, and wait until ``status`` is ``COMPLETED``. See
        ``Workflows.run_and_wait``.
        """
        from .jobs import WAIT

        return await self._run(
            WAIT.after(
                _RUN,
                {"job_id": "id"},
                rt.Watch(timeout, interval, on_update, progress),
                path={"workflow_id": workflow_id},
                body=body,
                fields={"input_files": input_files},
                options=options,
            ),
        )


class RawWorkflows(rt.RawResource):
    """The calls of ``Workflows``, each returning a ``Response``."""

    def __init__(self, resource: Workflows) -> None:
        super().__init__(resource)
        self.list: typing.Final = rt.raw(resource.list)
        self.create: typing.Final = rt.raw(resource.create)
        self.get: typing.Final = rt.raw(resource.get)
        self.update: typing.Final = rt.raw(resource.update)
        self.delete: typing.Final = rt.raw(resource.delete)
        self.run: typing.Final = rt.raw(resource.run)
        self.run_and_wait: typing.Final = rt.raw(resource.run_and_wait)


class AsyncRawWorkflows(rt.RawResource):
    """The calls of ``AsyncWorkflows``, each returning a ``Response``."""

    def __init__(self, resource: AsyncWorkflows) -> None:
        super().__init__(resource)
        self.list: typing.Final = rt.async_raw(resource.list)
        self.create: typing.Final = rt.async_raw(resource.create)
        self.get: typing.Final = rt.async_raw(resource.get)
        self.update: typing.Final = rt.async_raw(resource.update)
        self.delete: typing.Final = rt.async_raw(resource.delete)
        self.run: typing.Final = rt.async_raw(resource.run)
        self.run_and_wait: typing.Final = rt.async_raw(resource.run_and_wait)
