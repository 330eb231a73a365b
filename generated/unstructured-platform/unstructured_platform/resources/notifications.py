"""Read the events of jobs and mark them as read."""

from __future__ import annotations

import collections.abc
import datetime
import typing
import uuid

from .. import models as m
from .._runtime import rt

_LIST: rt.PagedOperation[m.NotificationResponse, m.NotificationListResponse] = (
    rt.PagedOperation(
        "GET",
        "/api/v1/notifications",
        responses={
            "200": "m.NotificationListResponse",
            "401": "m.ErrorMessage",
            "422": "m.HTTPValidationError",
        },
        paging=rt.ByCursor("cursor", "next_cursor", items="events"),
        id="list_notifications",
    )
)
_GET_UNREAD_COUNT: rt.Operation[m.UnreadCountResponse] = rt.Operation(
    "GET",
    "/api/v1/notifications/unread-count",
    responses={
        "200": "m.UnreadCountResponse",
        "401": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="get_unread_count",
)
_MARK_READ: rt.Operation[m.MarkReadResponse] = rt.Operation(
    "POST",
    "/api/v1/notifications/mark-read",
    body=rt.Body({"application/json": "m.MarkReadRequest"}, required=True),
    responses={
        "200": "m.MarkReadResponse",
        "401": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="mark_notifications_read",
)
_GET: rt.Operation[m.NotificationResponse] = rt.Operation(
    "GET",
    "/api/v1/notifications/{notification_id}",
    responses={
        "200": "m.NotificationResponse",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="get_notification",
)


class Notifications(rt.Resource):
    """Read the events of jobs and mark them as read."""

    def list(
        self,
        *,
        workflow_id: uuid.UUID | str | None = None,
        event_types: str | None = None,
        since: datetime.datetime | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        unread_only: bool | None = None,
        options: rt.Options | None = None,
    ) -> rt.Page[m.NotificationResponse, m.NotificationListResponse]:
        """List notifications.

        Gives one page of notifications, the newest first.

        ``GET /api/v1/notifications``

        Gives a page; iterating over it goes on to the items of all pages after it.

        Args:
            workflow_id: Only notifications about this workflow.
            event_types: Only these events, as one text with commas between the names.
            since: Only notifications from this time on.
            limit: How many notifications a page holds. From 1 to 100. Default: 50.
            cursor: Where to go on, taken from `next_cursor` of the page before.
            unread_only: Only notifications not yet marked as read. Default: ``False``.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return rt.page(
            self._client,
            _LIST,
            query={
                "workflow_id": workflow_id,
                "event_types": event_types,
                "since": since,
                "limit": limit,
                "cursor": cursor,
                "unread_only": unread_only,
            },
            options=options,
        )

    def get_unread_count(
        self,
        *,
        workflow_id: uuid.UUID | str | None = None,
        options: rt.Options | None = None,
    ) -> m.UnreadCountResponse:
        """Count unread notifications.

        ``GET /api/v1/notifications/unread-count``

        Args:
            workflow_id: Count only notifications about this workflow.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _GET_UNREAD_COUNT, query={"workflow_id": workflow_id}, options=options
        )

    @typing.overload
    def mark_read(
        self, body: m.MarkReadRequest, *, options: rt.Options | None = None
    ) -> m.MarkReadResponse: ...
    @typing.overload
    def mark_read(
        self,
        *,
        notification_ids: (
            collections.abc.Sequence[uuid.UUID | str] | None | rt.Unset
        ) = rt.UNSET,
        before: datetime.datetime | None | rt.Unset = rt.UNSET,
        mark_all: bool | None = None,
        workflow_id: uuid.UUID | str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.MarkReadResponse: ...
    def mark_read(
        self,
        body: m.MarkReadRequest | None = None,
        *,
        notification_ids: (
            collections.abc.Sequence[uuid.UUID | str] | None | rt.Unset
        ) = rt.UNSET,
        before: datetime.datetime | None | rt.Unset = rt.UNSET,
        mark_all: bool | None = None,
        workflow_id: uuid.UUID | str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.MarkReadResponse:
        """Mark notifications as read.

        Marks some or all notifications. Say which in exactly one way: by
        `notification_ids`, by `before`, or by `mark_all`.

        ``POST /api/v1/notifications/mark-read``

        Args:
            body: Stands for all the fields below.
            notification_ids: These notifications. At most 100 items.
            before: All notifications from before this time.
            mark_all: All notifications. Default: ``False``.
            workflow_id: Only those about this workflow; goes with `before` or
                `mark_all`.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _MARK_READ,
            body=body,
            fields={
                "notification_ids": notification_ids,
                "before": before,
                "mark_all": mark_all,
                "workflow_id": workflow_id,
            },
            options=options,
        )

    def get(
        self, notification_id: uuid.UUID | str, *, options: rt.Options | None = None
    ) -> m.NotificationResponse:
        """Get a notification.

        ``GET /api/v1/notifications/{notification_id}``

        Args:
            notification_id: The id of the notification.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _GET, path={"notification_id": notification_id}, options=options
        )


class AsyncNotifications(rt.AsyncResource):
    """Read the events of jobs and mark them as read."""

    def list(
        self,
        *,
        workflow_id: uuid.UUID | str | None = None,
        event_types: str | None = None,
        since: datetime.datetime | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        unread_only: bool | None = None,
        options: rt.Options | None = None,
    ) -> rt.AsyncPages[m.NotificationResponse, m.NotificationListResponse]:
        """List notifications. See ``Notifications.list``."""
        return rt.async_pages(
            self._client,
            _LIST,
            query={
                "workflow_id": workflow_id,
                "event_types": event_types,
                "since": since,
                "limit": limit,
                "cursor": cursor,
                "unread_only": unread_only,
            },
            options=options,
        )

    async def get_unread_count(
        self,
        *,
        workflow_id: uuid.UUID | str | None = None,
        options: rt.Options | None = None,
    ) -> m.UnreadCountResponse:
        """Count unread notifications. See ``Notifications.get_unread_count``."""
        return await self._call(
            _GET_UNREAD_COUNT, query={"workflow_id": workflow_id}, options=options
        )

    @typing.overload
    async def mark_read(
        self, body: m.MarkReadRequest, *, options: rt.Options | None = None
    ) -> m.MarkReadResponse: ...
    @typing.overload
    async def mark_read(
        self,
        *,
        notification_ids: (
            collections.abc.Sequence[uuid.UUID | str] | None | rt.Unset
        ) = rt.UNSET,
        before: datetime.datetime | None | rt.Unset = rt.UNSET,
        mark_all: bool | None = None,
        workflow_id: uuid.UUID | str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.MarkReadResponse: ...
    async def mark_read(
        self,
        body: m.MarkReadRequest | None = None,
        *,
        notification_ids: (
            collections.abc.Sequence[uuid.UUID | str] | None | rt.Unset
        ) = rt.UNSET,
        before: datetime.datetime | None | rt.Unset = rt.UNSET,
        mark_all: bool | None = None,
        workflow_id: uuid.UUID | str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.MarkReadResponse:
        """Mark notifications as read. See ``Notifications.mark_read``."""
        return await self._call(
            _MARK_READ,
            body=body,
            fields={
                "notification_ids": notification_ids,
                "before": before,
                "mark_all": mark_all,
                "workflow_id": workflow_id,
            },
            options=options,
        )

    async def get(
        self, notification_id: uuid.UUID | str, *, options: rt.Options | None = None
    ) -> m.NotificationResponse:
        """Get a notification. See ``Notifications.get``."""
        return await self._call(
            _GET, path={"notification_id": notification_id}, options=options
        )


class RawNotifications(rt.RawResource):
    """The calls of ``Notifications``, each returning a ``Response``."""

    def __init__(self, resource: Notifications) -> None:
        super().__init__(resource)
        self.list: typing.Final = rt.raw(resource.list)
        self.get_unread_count: typing.Final = rt.raw(resource.get_unread_count)
        self.mark_read: typing.Final = rt.raw(resource.mark_read)
        self.get: typing.Final = rt.raw(resource.get)


class AsyncRawNotifications(rt.RawResource):
    """The calls of ``AsyncNotifications``, each returning a ``Response``."""

    def __init__(self, resource: AsyncNotifications) -> None:
        super().__init__(resource)
        self.list: typing.Final = rt.async_raw(resource.list)
        self.get_unread_count: typing.Final = rt.async_raw(resource.get_unread_count)
        self.mark_read: typing.Final = rt.async_raw(resource.mark_read)
        self.get: typing.Final = rt.async_raw(resource.get)
