"""Choose where the events of one workflow are delivered."""

from __future__ import annotations

import collections.abc
import typing

from .. import models as m
from .._runtime import rt

_LIST: rt.Operation[m.ChannelListResponse] = rt.Operation(
    "GET",
    "/api/v1/workflows/{workflow_id}/notifications/channels",
    responses={
        "200": "m.ChannelListResponse",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="list_workflow_channels",
)
_CREATE: rt.Operation[m.Channel] = rt.Operation(
    "POST",
    "/api/v1/workflows/{workflow_id}/notifications/channels",
    body=rt.Body({"application/json": "m.ChannelRequest"}, required=True),
    responses={
        "201": "m.Channel",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="create_workflow_channel",
)
_GET: rt.Operation[m.Channel] = rt.Operation(
    "GET",
    "/api/v1/workflows/{workflow_id}/notifications/channels/{channel_id}",
    responses={
        "200": "m.Channel",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="get_workflow_channel",
)
_UPDATE: rt.Operation[m.Channel] = rt.Operation(
    "PATCH",
    "/api/v1/workflows/{workflow_id}/notifications/channels/{channel_id}",
    body=rt.Body({"application/json": "m.UpdateChannelRequest"}, required=True),
    responses={
        "200": "m.Channel",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="update_workflow_channel",
)
_DELETE: rt.Operation[None] = rt.Operation(
    "DELETE",
    "/api/v1/workflows/{workflow_id}/notifications/channels/{channel_id}",
    responses={
        "204": None,
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="delete_workflow_channel",
)
_VERIFY: rt.Operation[None] = rt.Operation(
    "POST",
    "/api/v1/workflows/{workflow_id}/notifications/channels/{channel_id}/verify",
    body=rt.Body({"application/json": "m.VerifyChannelRequest"}, required=True),
    responses={
        "204": None,
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="verify_workflow_channel",
)


class WorkflowChannels(rt.Resource):
    """Choose where the events of one workflow are delivered."""

    def list(
        self,
        workflow_id: str,
        *,
        channel_type: m.ChannelType | str,
        enabled: bool | None = None,
        options: rt.Options | None = None,
    ) -> m.ChannelListResponse:
        """List the channels of a workflow.

        Gives the channels of one kind, all in one answer; there can be 50 at most.

        ``GET /api/v1/workflows/{workflow_id}/notifications/channels``

        Args:
            workflow_id: The id of the workflow, a UUID, or its key.
            channel_type: Which kind of channel to list.
            enabled: Only channels that are switched on, or only those that are off.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _LIST,
            path={"workflow_id": workflow_id},
            query={"channel_type": channel_type, "enabled": enabled},
            options=options,
        )

    def create(
        self,
        workflow_id: str,
        body: m.ChannelRequest,
        *,
        options: rt.Options | None = None,
    ) -> m.Channel:
        """Create a channel for a workflow.

        ``POST /api/v1/workflows/{workflow_id}/notifications/channels``

        Args:
            workflow_id: The id of the workflow, a UUID, or its key.
            body: A webhook or an e-mail channel.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _CREATE, path={"workflow_id": workflow_id}, body=body, options=options
        )

    def get(
        self, workflow_id: str, channel_id: str, *, options: rt.Options | None = None
    ) -> m.Channel:
        """Get a channel of a workflow.

        ``GET /api/v1/workflows/{workflow_id}/notifications/channels/{channel_id}``

        Args:
            workflow_id: The id of the workflow, a UUID, or its key.
            channel_id: The id of the channel.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _GET,
            path={"workflow_id": workflow_id, "channel_id": channel_id},
            options=options,
        )

    @typing.overload
    def update(
        self,
        workflow_id: str,
        channel_id: str,
        body: m.UpdateChannelRequest,
        *,
        options: rt.Options | None = None,
    ) -> m.Channel: ...
    @typing.overload
    def update(
        self,
        workflow_id: str,
        channel_id: str,
        *,
        channel_type: m.ChannelType | str | None | rt.Unset = rt.UNSET,
        description: str | None | rt.Unset = rt.UNSET,
        event_types: (
            collections.abc.Sequence[m.NotificationEventType | str] | None | rt.Unset
        ) = rt.UNSET,
        enabled: bool | None | rt.Unset = rt.UNSET,
        url: str | None | rt.Unset = rt.UNSET,
        secret: str | None | rt.Unset = rt.UNSET,
        email_config: m.EmailChannelConfigUpdate | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.Channel: ...
    def update(
        self,
        workflow_id: str,
        channel_id: str,
        body: m.UpdateChannelRequest | None = None,
        *,
        channel_type: m.ChannelType | str | None | rt.Unset = rt.UNSET,
        description: str | None | rt.Unset = rt.UNSET,
        event_types: (
            collections.abc.Sequence[m.NotificationEventType | str] | None | rt.Unset
        ) = rt.UNSET,
        enabled: bool | None | rt.Unset = rt.UNSET,
        url: str | None | rt.Unset = rt.UNSET,
        secret: str | None | rt.Unset = rt.UNSET,
        email_config: m.EmailChannelConfigUpdate | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.Channel:
        """Change a channel of a workflow.

        Changes the given settings; the kind of a channel cannot change.

        ``PATCH /api/v1/workflows/{workflow_id}/notifications/channels/{channel_id}``

        Args:
            workflow_id: The id of the workflow, a UUID, or its key.
            channel_id: The id of the channel.
            body: The settings to change. Stands for all the fields below.
            channel_type: The kind of the channel. It may be repeated but not changed.
            description: A remark on what the channel is for. At most 255 characters.
            event_types: Which events to deliver. At least 1 item.
            enabled: Whether the channel delivers.
            url: The address a webhook channel calls.
            secret: A new secret for a webhook channel; an empty text removes the old
                one.
            email_config: Whom an e-mail channel writes to.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _UPDATE,
            path={"workflow_id": workflow_id, "channel_id": channel_id},
            body=body,
            fields={
                "channel_type": channel_type,
                "description": description,
                "event_types": event_types,
                "enabled": enabled,
                "url": url,
                "secret": secret,
                "email_config": email_config,
            },
            options=options,
        )

    def delete(
        self, workflow_id: str, channel_id: str, *, options: rt.Options | None = None
    ) -> None:
        """Delete a channel of a workflow.

        ``DELETE /api/v1/workflows/{workflow_id}/notifications/channels/{channel_id}``

        Args:
            workflow_id: The id of the workflow, a UUID, or its key.
            channel_id: The id of the channel.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _DELETE,
            path={"workflow_id": workflow_id, "channel_id": channel_id},
            options=options,
        )

    @typing.overload
    def verify(
        self,
        workflow_id: str,
        channel_id: str,
        body: m.VerifyChannelRequest,
        *,
        options: rt.Options | None = None,
    ) -> None: ...
    @typing.overload
    def verify(
        self,
        workflow_id: str,
        channel_id: str,
        *,
        code: str,
        options: rt.Options | None = None,
    ) -> None: ...
    def verify(
        self,
        workflow_id: str,
        channel_id: str,
        body: m.VerifyChannelRequest | None = None,
        *,
        code: str | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> None:
        """Verify an e-mail channel of a workflow.

        Confirms the address of an e-mail channel with the code that was mailed to it.

        ``POST
        /api/v1/workflows/{workflow_id}/notifications/channels/{channel_id}/verify``

        Args:
            workflow_id: The id of the workflow, a UUID, or its key.
            channel_id: The id of the channel.
            body: The code from the e-mail. Stands for all the fields below.
            code: The six digits from the e-mail. Exactly 6 characters. Matches
                ``^\\d{6}$``.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _VERIFY,
            path={"workflow_id": workflow_id, "channel_id": channel_id},
            body=body,
            fields={"code": code},
            options=options,
        )


class AsyncWorkflowChannels(rt.AsyncResource):
    """Choose where the events of one workflow are delivered."""

    async def list(
        self,
        workflow_id: str,
        *,
        channel_type: m.ChannelType | str,
        enabled: bool | None = None,
        options: rt.Options | None = None,
    ) -> m.ChannelListResponse:
        """List the channels of a workflow. See ``WorkflowChannels.list``."""
        return await self._call(
            _LIST,
            path={"workflow_id": workflow_id},
            query={"channel_type": channel_type, "enabled": enabled},
            options=options,
        )

    async def create(
        self,
        workflow_id: str,
        body: m.ChannelRequest,
        *,
        options: rt.Options | None = None,
    ) -> m.Channel:
        """Create a channel for a workflow. See ``WorkflowChannels.create``."""
        return await self._call(
            _CREATE, path={"workflow_id": workflow_id}, body=body, options=options
        )

    async def get(
        self, workflow_id: str, channel_id: str, *, options: rt.Options | None = None
    ) -> m.Channel:
        """Get a channel of a workflow. See ``WorkflowChannels.get``."""
        return await self._call(
            _GET,
            path={"workflow_id": workflow_id, "channel_id": channel_id},
            options=options,
        )

    @typing.overload
    async def update(
        self,
        workflow_id: str,
        channel_id: str,
        body: m.UpdateChannelRequest,
        *,
        options: rt.Options | None = None,
    ) -> m.Channel: ...
    @typing.overload
    async def update(
        self,
        workflow_id: str,
        channel_id: str,
        *,
        channel_type: m.ChannelType | str | None | rt.Unset = rt.UNSET,
        description: str | None | rt.Unset = rt.UNSET,
        event_types: (
            collections.abc.Sequence[m.NotificationEventType | str] | None | rt.Unset
        ) = rt.UNSET,
        enabled: bool | None | rt.Unset = rt.UNSET,
        url: str | None | rt.Unset = rt.UNSET,
        secret: str | None | rt.Unset = rt.UNSET,
        email_config: m.EmailChannelConfigUpdate | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.Channel: ...
    async def update(
        self,
        workflow_id: str,
        channel_id: str,
        body: m.UpdateChannelRequest | None = None,
        *,
        channel_type: m.ChannelType | str | None | rt.Unset = rt.UNSET,
        description: str | None | rt.Unset = rt.UNSET,
        event_types: (
            collections.abc.Sequence[m.NotificationEventType | str] | None | rt.Unset
        ) = rt.UNSET,
        enabled: bool | None | rt.Unset = rt.UNSET,
        url: str | None | rt.Unset = rt.UNSET,
        secret: str | None | rt.Unset = rt.UNSET,
        email_config: m.EmailChannelConfigUpdate | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.Channel:
        """Change a channel of a workflow. See ``WorkflowChannels.update``."""
        return await self._call(
            _UPDATE,
            path={"workflow_id": workflow_id, "channel_id": channel_id},
            body=body,
            fields={
                "channel_type": channel_type,
                "description": description,
                "event_types": event_types,
                "enabled": enabled,
                "url": url,
                "secret": secret,
                "email_config": email_config,
            },
            options=options,
        )

    async def delete(
        self, workflow_id: str, channel_id: str, *, options: rt.Options | None = None
    ) -> None:
        """Delete a channel of a workflow. See ``WorkflowChannels.delete``."""
        return await self._call(
            _DELETE,
            path={"workflow_id": workflow_id, "channel_id": channel_id},
            options=options,
        )

    @typing.overload
    async def verify(
        self,
        workflow_id: str,
        channel_id: str,
        body: m.VerifyChannelRequest,
        *,
        options: rt.Options | None = None,
    ) -> None: ...
    @typing.overload
    async def verify(
        self,
        workflow_id: str,
        channel_id: str,
        *,
        code: str,
        options: rt.Options | None = None,
    ) -> None: ...
    async def verify(
        self,
        workflow_id: str,
        channel_id: str,
        body: m.VerifyChannelRequest | None = None,
        *,
        code: str | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> None:
        """Verify an e-mail channel of a workflow. See ``WorkflowChannels.verify``."""
        return await self._call(
            _VERIFY,
            path={"workflow_id": workflow_id, "channel_id": channel_id},
            body=body,
            fields={"code": code},
            options=options,
        )


class RawWorkflowChannels(rt.RawResource):
    """The calls of ``WorkflowChannels``, each returning a ``Response``."""

    def __init__(self, resource: WorkflowChannels) -> None:
        super().__init__(resource)
        self.list: typing.Final = rt.raw(resource.list)
        self.create: typing.Final = rt.raw(resource.create)
        self.get: typing.Final = rt.raw(resource.get)
        self.update: typing.Final = rt.raw(resource.update)
        self.delete: typing.Final = rt.raw(resource.delete)
        self.verify: typing.Final = rt.raw(resource.verify)


class AsyncRawWorkflowChannels(rt.RawResource):
    """The calls of ``AsyncWorkflowChannels``, each returning a ``Response``."""

    def __init__(self, resource: AsyncWorkflowChannels) -> None:
        super().__init__(resource)
        self.list: typing.Final = rt.async_raw(resource.list)
        self.create: typing.Final = rt.async_raw(resource.create)
        self.get: typing.Final = rt.async_raw(resource.get)
        self.update: typing.Final = rt.async_raw(resource.update)
        self.delete: typing.Final = rt.async_raw(resource.delete)
        self.verify: typing.Final = rt.async_raw(resource.verify)
