"""The clients of the Unstructured Platform API."""

from __future__ import annotations

import typing
from functools import cached_property

from ._runtime import rt

if typing.TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import httpx2

    from .resources.channels import (
        AsyncChannels,
        AsyncRawChannels,
        Channels,
        RawChannels,
    )
    from .resources.destinations import (
        AsyncDestinations,
        AsyncRawDestinations,
        Destinations,
        RawDestinations,
    )
    from .resources.jobs import AsyncJobs, AsyncRawJobs, Jobs, RawJobs
    from .resources.notifications import (
        AsyncNotifications,
        AsyncRawNotifications,
        Notifications,
        RawNotifications,
    )
    from .resources.sources import AsyncRawSources, AsyncSources, RawSources, Sources
    from .resources.templates import (
        AsyncRawTemplates,
        AsyncTemplates,
        RawTemplates,
        Templates,
    )
    from .resources.workflow_channels import (
        AsyncRawWorkflowChannels,
        AsyncWorkflowChannels,
        RawWorkflowChannels,
        WorkflowChannels,
    )
    from .resources.workflows import (
        AsyncRawWorkflows,
        AsyncWorkflows,
        RawWorkflows,
        Workflows,
    )

_API = rt.Api(
    package="unstructured_platform",
    title="Unstructured Platform API",
    base_url="https://platform.unstructuredapp.io",
    credentials=(
        rt.ApiKey(
            "ApiKeyAuth",
            argument="api_key",
            where="header",
            name="unstructured-api-key",
        ),
        rt.Bearer("HTTPBearer", argument="bearer_token"),
    ),
    environment={
        "api_key": "UNSTRUCTURED_API_KEY",
        "base_url": "UNSTRUCTURED_API_URL",
        "bearer_token": "UNSTRUCTURED_BEARER_TOKEN",
    },
    security=(("ApiKeyAuth",), ("HTTPBearer",)),
    anonymous=False,
    version="0.1.0",
)


class Client(rt.Client):
    """Client of the Unstructured Platform API.

    Turn documents into structured data. Sources say where documents come from,
    destinations where the results go, and a workflow joins them with the steps in
    between; every run of a workflow is a job. Jobs can also be started on local files
    alone. Notifications tell how jobs fare, in a list to ask for or through webhooks
    and e-mail.

    Args:
        api_key: The API key of the account. Default: ``$UNSTRUCTURED_API_KEY``.
        bearer_token: A bearer token, in place of the key. Default:
            ``$UNSTRUCTURED_BEARER_TOKEN``.
        base_url: Where the API is. Default: ``$UNSTRUCTURED_API_URL``, else
            ``https://platform.unstructuredapp.io``.
        timeout: Seconds one call may take, its retries included; None: no limit.
        retries: How often a failed call is tried again, where that is safe; ``Retries``
            also says on what and after how long.
        max_response_size: Bytes an answer that is kept in memory may have; None: no
            limit.
        headers: Headers to send with every call.
        sign: A function that signs each request, just before it is sent.
        http_client: A connection pool of your own; it is not closed with the client.
        strict: Whether answers that differ from the description are errors.
        on_drift: Called with every such difference otherwise.
        json: What reads and writes JSON; "msgspec" needs the extra ``fast``.
        hooks: Called before and after every request.
    """

    def __init__(
        self,
        *,
        api_key: str | Callable[[], str] | None = None,
        bearer_token: str | Callable[[], str] | None = None,
        base_url: str | None = None,
        timeout: float | None = 60,
        retries: int | rt.Retries = 2,
        max_response_size: int | None = 1_000_000_000,
        headers: Mapping[str, str] | None = None,
        sign: Callable[[rt.Unsigned], rt.Signature] | None = None,
        http_client: httpx2.Client | None = None,
        strict: bool = False,
        on_drift: Callable[[rt.Drift], None] | None = None,
        json: rt.JsonLibrary = "standard",
        hooks: rt.Hooks | None = None,
    ) -> None:
        super().__init__(
            _API,
            credentials={"api_key": api_key, "bearer_token": bearer_token},
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            max_response_size=max_response_size,
            headers=headers,
            sign=sign,
            http_client=http_client,
            strict=strict,
            on_drift=on_drift,
            json=json,
            hooks=hooks,
        )

    @cached_property
    def jobs(self) -> Jobs:
        """Run documents through a workflow, follow the run and fetch what it made."""
        from .resources.jobs import Jobs

        return Jobs(self)

    @cached_property
    def workflows(self) -> Workflows:
        """Define which documents go through which steps to which destination, and
        when.
        """
        from .resources.workflows import Workflows

        return Workflows(self)

    @cached_property
    def sources(self) -> Sources:
        """Keep and check the connectors that documents are read from."""
        from .resources.sources import Sources

        return Sources(self)

    @cached_property
    def destinations(self) -> Destinations:
        """Keep and check the connectors that results are written to."""
        from .resources.destinations import Destinations

        return Destinations(self)

    @cached_property
    def templates(self) -> Templates:
        """Look up the ready-made workflows."""
        from .resources.templates import Templates

        return Templates(self)

    @cached_property
    def notifications(self) -> Notifications:
        """Read the events of jobs and mark them as read."""
        from .resources.notifications import Notifications

        return Notifications(self)

    @cached_property
    def channels(self) -> Channels:
        """Choose where the events of the whole workspace are delivered."""
        from .resources.channels import Channels

        return Channels(self)

    @cached_property
    def workflow_channels(self) -> WorkflowChannels:
        """Choose where the events of one workflow are delivered."""
        from .resources.workflow_channels import WorkflowChannels

        return WorkflowChannels(self)

    @cached_property
    def raw(self) -> RawClient:
        """The same calls, each returning the whole response."""
        return RawClient(self)


class RawClient(rt.RawClient[Client]):
    """The calls of ``Client``, each returning a ``Response``."""

    @cached_property
    def jobs(self) -> RawJobs:
        """Run documents through a workflow, follow the run and fetch what it made."""
        from .resources.jobs import RawJobs

        return RawJobs(self._client.jobs)

    @cached_property
    def workflows(self) -> RawWorkflows:
        """Define which documents go through which steps to which destination, and
        when.
        """
        from .resources.workflows import RawWorkflows

        return RawWorkflows(self._client.workflows)

    @cached_property
    def sources(self) -> RawSources:
        """Keep and check the connectors that documents are read from."""
        from .resources.sources import RawSources

        return RawSources(self._client.sources)

    @cached_property
    def destinations(self) -> RawDestinations:
        """Keep and check the connectors that results are written to."""
        from .resources.destinations import RawDestinations

        return RawDestinations(self._client.destinations)

    @cached_property
    def templates(self) -> RawTemplates:
        """Look up the ready-made workflows."""
        from .resources.templates import RawTemplates

        return RawTemplates(self._client.templates)

    @cached_property
    def notifications(self) -> RawNotifications:
        """Read the events of jobs and mark them as read."""
        from .resources.notifications import RawNotifications

        return RawNotifications(self._client.notifications)

    @cached_property
    def channels(self) -> RawChannels:
        """Choose where the events of the whole workspace are delivered."""
        from .resources.channels import RawChannels

        return RawChannels(self._client.channels)

    @cached_property
    def workflow_channels(self) -> RawWorkflowChannels:
        """Choose where the events of one workflow are delivered."""
        from .resources.workflow_channels import RawWorkflowChannels

        return RawWorkflowChannels(self._client.workflow_channels)


class AsyncClient(rt.AsyncClient):
    """Asynchronous client of the Unstructured Platform API. See ``Client``."""

    def __init__(
        self,
        *,
        api_key: str | Callable[[], str | Awaitable[str]] | None = None,
        bearer_token: str | Callable[[], str | Awaitable[str]] | None = None,
        base_url: str | None = None,
        timeout: float | None = 60,
        retries: int | rt.Retries = 2,
        max_response_size: int | None = 1_000_000_000,
        headers: Mapping[str, str] | None = None,
        sign: (
            Callable[[rt.Unsigned], rt.Signature | Awaitable[rt.Signature]] | None
        ) = None,
        http_client: httpx2.AsyncClient | None = None,
        strict: bool = False,
        on_drift: Callable[[rt.Drift], None] | None = None,
        json: rt.JsonLibrary = "standard",
        hooks: rt.Hooks | None = None,
    ) -> None:
        super().__init__(
            _API,
            credentials={"api_key": api_key, "bearer_token": bearer_token},
            base_url=base_url,
            timeout=timeout,
            retries=retries,
            max_response_size=max_response_size,
            headers=headers,
            sign=sign,
            http_client=http_client,
            strict=strict,
            on_drift=on_drift,
            json=json,
            hooks=hooks,
        )

    @cached_property
    def jobs(self) -> AsyncJobs:
        """Run documents through a workflow, follow the run and fetch what it made."""
        from .resources.jobs import AsyncJobs

        return AsyncJobs(self)

    @cached_property
    def workflows(self) -> AsyncWorkflows:
        """Define which documents go through which steps to which destination, and
        when.
        """
        from .resources.workflows import AsyncWorkflows

        return AsyncWorkflows(self)

    @cached_property
    def sources(self) -> AsyncSources:
        """Keep and check the connectors that documents are read from."""
        from .resources.sources import AsyncSources

        return AsyncSources(self)

    @cached_property
    def destinations(self) -> AsyncDestinations:
        """Keep and check the connectors that results are written to."""
        from .resources.destinations import AsyncDestinations

        return AsyncDestinations(self)

    @cached_property
    def templates(self) -> AsyncTemplates:
        """Look up the ready-made workflows."""
        from .resources.templates import AsyncTemplates

        return AsyncTemplates(self)

    @cached_property
    def notifications(self) -> AsyncNotifications:
        """Read the events of jobs and mark them as read."""
        from .resources.notifications import AsyncNotifications

        return AsyncNotifications(self)

    @cached_property
    def channels(self) -> AsyncChannels:
        """Choose where the events of the whole workspace are delivered."""
        from .resources.channels import AsyncChannels

        return AsyncChannels(self)

    @cached_property
    def workflow_channels(self) -> AsyncWorkflowChannels:
        """Choose where the events of one workflow are delivered."""
        from .resources.workflow_channels import AsyncWorkflowChannels

        return AsyncWorkflowChannels(self)

    @cached_property
    def raw(self) -> AsyncRawClient:
        """The same calls, each returning the whole response."""
        return AsyncRawClient(self)


class AsyncRawClient(rt.RawClient[AsyncClient]):
    """The calls of ``AsyncClient``, each returning a ``Response``."""

    @cached_property
    def jobs(self) -> AsyncRawJobs:
        """Run documents through a workflow, follow the run and fetch what it made."""
        from .resources.jobs import AsyncRawJobs

        return AsyncRawJobs(self._client.jobs)

    @cached_property
    def workflows(self) -> AsyncRawWorkflows:
        """Define which documents go through which steps to which destination, and
        when.
        """
        from .resources.workflows import AsyncRawWorkflows

        return AsyncRawWorkflows(self._client.workflows)

    @cached_property
    def sources(self) -> AsyncRawSources:
        """Keep and check the connectors that documents are read from."""
        from .resources.sources import AsyncRawSources

        return AsyncRawSources(self._client.sources)

    @cached_property
    def destinations(self) -> AsyncRawDestinations:
        """Keep and check the connectors that results are written to."""
        from .resources.destinations import AsyncRawDestinations

        return AsyncRawDestinations(self._client.destinations)

    @cached_property
    def templates(self) -> AsyncRawTemplates:
        """Look up the ready-made workflows."""
        from .resources.templates import AsyncRawTemplates

        return AsyncRawTemplates(self._client.templates)

    @cached_property
    def notifications(self) -> AsyncRawNotifications:
        """Read the events of jobs and mark them as read."""
        from .resources.notifications import AsyncRawNotifications

        return AsyncRawNotifications(self._client.notifications)

    @cached_property
    def channels(self) -> AsyncRawChannels:
        """Choose where the events of the whole workspace are delivered."""
        from .resources.channels import AsyncRawChannels

        return AsyncRawChannels(self._client.channels)

    @cached_property
    def workflow_channels(self) -> AsyncRawWorkflowChannels:
        """Choose where the events of one workflow are delivered."""
        from .resources.workflow_channels import AsyncRawWorkflowChannels

        return AsyncRawWorkflowChannels(self._client.workflow_channels)
