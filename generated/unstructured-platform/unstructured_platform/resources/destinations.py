"""Keep and check the connectors that results are written to."""

from __future__ import annotations

import builtins
import collections.abc
import typing

from .. import models as m
from .._runtime import rt

_LIST: rt.Operation[list[m.DestinationConnectorInformation]] = rt.Operation(
    "GET",
    "/api/v1/destinations/",
    responses={
        "200": "list[m.DestinationConnectorInformation]",
        "401": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="list_destinations",
)
_CREATE: rt.Operation[m.DestinationConnectorInformation] = rt.Operation(
    "POST",
    "/api/v1/destinations/",
    body=rt.Body({"application/json": "m.CreateDestinationConnector"}, required=True),
    responses={
        "200": "m.DestinationConnectorInformation",
        "401": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="create_destination",
)
_GET: rt.Operation[m.DestinationConnectorInformation] = rt.Operation(
    "GET",
    "/api/v1/destinations/{destination_id}",
    responses={
        "200": "m.DestinationConnectorInformation",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="get_destination",
)
_UPDATE: rt.Operation[m.DestinationConnectorInformation] = rt.Operation(
    "PUT",
    "/api/v1/destinations/{destination_id}",
    body=rt.Body({"application/json": "m.UpdateDestinationConnector"}, required=True),
    responses={
        "200": "m.DestinationConnectorInformation",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="update_destination",
)
_DELETE: rt.Operation[typing.Any] = rt.Operation(
    "DELETE",
    "/api/v1/destinations/{destination_id}",
    responses={
        "200": "typing.Any",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="delete_destination",
)
_CREATE_CONNECTION_CHECK: rt.Operation[m.DagNodeConnectionCheck] = rt.Operation(
    "POST",
    "/api/v1/destinations/{destination_id}/connection-check",
    responses={
        "202": "m.DagNodeConnectionCheck",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="create_connection_check_destinations",
)
_GET_CONNECTION_CHECK: rt.Operation[m.DagNodeConnectionCheck] = rt.Operation(
    "GET",
    "/api/v1/destinations/{destination_id}/connection-check",
    responses={
        "200": "m.DagNodeConnectionCheck",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="get_connection_check_destinations",
)
WAIT_FOR_CONNECTION_CHECK: rt.Waiter[m.DagNodeConnectionCheck] = rt.Waiter(
    _GET_CONNECTION_CHECK, field="status", done=("SUCCESS",), failed=("FAILURE",)
)


class Destinations(rt.Resource):
    """Keep and check the connectors that results are written to."""

    def list(
        self,
        *,
        destination_type: m.DestinationConnectorType | str | None = None,
        options: rt.Options | None = None,
    ) -> builtins.list[m.DestinationConnectorInformation]:
        """List destinations.

        Gives the destinations of the account, all in one answer.

        ``GET /api/v1/destinations/``

        Args:
            destination_type: Only destinations of this type.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _LIST, query={"destination_type": destination_type}, options=options
        )

    @typing.overload
    def create(
        self, body: m.CreateDestinationConnector, *, options: rt.Options | None = None
    ) -> m.DestinationConnectorInformation: ...
    @typing.overload
    def create(
        self,
        *,
        name: str,
        type: m.DestinationConnectorType | str,
        config: m.DestinationConnectorConfigInput,
        key: str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.DestinationConnectorInformation: ...
    def create(
        self,
        body: m.CreateDestinationConnector | None = None,
        *,
        name: str | rt.Unset = rt.UNSET,
        type: m.DestinationConnectorType | str | rt.Unset = rt.UNSET,
        config: m.DestinationConnectorConfigInput | rt.Unset = rt.UNSET,
        key: str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.DestinationConnectorInformation:
        """Create a destination.

        ``POST /api/v1/destinations/``

        Args:
            body: Stands for all the fields below.
            name: A name for the destination.
            type: What kind of place it writes to; `config` has to suit it.
            config: The settings for this type of destination.
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
            fields={"name": name, "type": type, "config": config, "key": key},
            options=options,
        )

    def get(
        self, destination_id: str, *, options: rt.Options | None = None
    ) -> m.DestinationConnectorInformation:
        """Get a destination.

        ``GET /api/v1/destinations/{destination_id}``

        Args:
            destination_id: The id of the destination, a UUID, or its key.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _GET, path={"destination_id": destination_id}, options=options
        )

    @typing.overload
    def update(
        self,
        destination_id: str,
        body: m.UpdateDestinationConnector,
        *,
        options: rt.Options | None = None,
    ) -> m.DestinationConnectorInformation: ...
    @typing.overload
    def update(
        self,
        destination_id: str,
        *,
        config: m.DestinationConnectorConfigInput,
        options: rt.Options | None = None,
    ) -> m.DestinationConnectorInformation: ...
    def update(
        self,
        destination_id: str,
        body: m.UpdateDestinationConnector | None = None,
        *,
        config: m.DestinationConnectorConfigInput | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.DestinationConnectorInformation:
        """Change the settings of a destination.

        Takes new settings for a destination; its name and type stay.

        ``PUT /api/v1/destinations/{destination_id}``

        Args:
            destination_id: The id of the destination, a UUID, or its key.
            body: Stands for all the fields below.
            config: The settings for the type the destination has.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _UPDATE,
            path={"destination_id": destination_id},
            body=body,
            fields={"config": config},
            options=options,
        )

    def delete(
        self, destination_id: str, *, options: rt.Options | None = None
    ) -> typing.Any:
        """Delete a destination.

        Deletes a destination. What the answer holds is not documented.

        ``DELETE /api/v1/destinations/{destination_id}``

        Args:
            destination_id: The id of the destination, a UUID, or its key.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _DELETE, path={"destination_id": destination_id}, options=options
        )

    def create_connection_check(
        self, destination_id: str, *, options: rt.Options | None = None
    ) -> m.DagNodeConnectionCheck:
        """Start a connection check of a destination.

        Has the platform try to reach the destination. Ask for the outcome afterwards.

        ``POST /api/v1/destinations/{destination_id}/connection-check``

        Args:
            destination_id: The id of the destination, a UUID, or its key.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _CREATE_CONNECTION_CHECK,
            path={"destination_id": destination_id},
            options=options,
        )

    def create_connection_check_and_wait(
        self,
        destination_id: str,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: (
            collections.abc.Callable[[m.DagNodeConnectionCheck], None] | None
        ) = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.DagNodeConnectionCheck:
        """Start a connection check of a destination, and wait until ``status`` is
        ``SUCCESS``.

        Calls ``create_connection_check``, then asks as ``wait_for_connection_check``
        does.

        Args:
            destination_id: The id of the destination, a UUID, or its key.
            timeout: Seconds to wait in all; None for no limit.
            interval: Seconds between the first two calls. Each pause is half as long
                again as the one before, up to 30 seconds; where the server sends
                ``Retry-After``, that decides.
            on_update: Called with every answer.
            progress: Whether to show on stderr how it goes.
            options: Settings of each call.

        Raises:
            WaitFailedError: ``status`` is ``FAILURE``; ``.result`` is the answer.
            WaitTimeoutError: The time is up; ``.last`` is the last answer.
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._run(
            WAIT_FOR_CONNECTION_CHECK.after(
                _CREATE_CONNECTION_CHECK,
                {},
                rt.Watch(timeout, interval, on_update, progress),
                path={"destination_id": destination_id},
                options=options,
            ),
        )

    def get_connection_check(
        self, destination_id: str, *, options: rt.Options | None = None
    ) -> m.DagNodeConnectionCheck:
        """Get the latest connection check of a destination.

        ``GET /api/v1/destinations/{destination_id}/connection-check``

        Args:
            destination_id: The id of the destination, a UUID, or its key.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _GET_CONNECTION_CHECK,
            path={"destination_id": destination_id},
            options=options,
        )

    def wait_for_connection_check(
        self,
        destination_id: str,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: (
            collections.abc.Callable[[m.DagNodeConnectionCheck], None] | None
        ) = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.DagNodeConnectionCheck:
        """Wait until ``status`` is ``SUCCESS``.

        Calls ``GET /api/v1/destinations/{destination_id}/connection-check`` with
        growing pauses.

        Args:
            destination_id: The id of the destination, a UUID, or its key.
            timeout: Seconds to wait in all; None for no limit.
            interval: Seconds between the first two calls. Each pause is half as long
                again as the one before, up to 30 seconds; where the server sends
                ``Retry-After``, that decides.
            on_update: Called with every answer.
            progress: Whether to show on stderr how it goes.
            options: Settings of each call.

        Raises:
            WaitFailedError: ``status`` is ``FAILURE``; ``.result`` is the answer.
            WaitTimeoutError: The time is up; ``.last`` is the last answer.
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._run(
            WAIT_FOR_CONNECTION_CHECK.until_done(
                rt.Watch(timeout, interval, on_update, progress),
                path={"destination_id": destination_id},
                options=options,
            ),
        )


class AsyncDestinations(rt.AsyncResource):
    """Keep and check the connectors that results are written to."""

    async def list(
        self,
        *,
        destination_type: m.DestinationConnectorType | str | None = None,
        options: rt.Options | None = None,
    ) -> builtins.list[m.DestinationConnectorInformation]:
        """List destinations. See ``Destinations.list``."""
        return await self._call(
            _LIST, query={"destination_type": destination_type}, options=options
        )

    @typing.overload
    async def create(
        self, body: m.CreateDestinationConnector, *, options: rt.Options | None = None
    ) -> m.DestinationConnectorInformation: ...
    @typing.overload
    async def create(
        self,
        *,
        name: str,
        type: m.DestinationConnectorType | str,
        config: m.DestinationConnectorConfigInput,
        key: str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.DestinationConnectorInformation: ...
    async def create(
        self,
        body: m.CreateDestinationConnector | None = None,
        *,
        name: str | rt.Unset = rt.UNSET,
        type: m.DestinationConnectorType | str | rt.Unset = rt.UNSET,
        config: m.DestinationConnectorConfigInput | rt.Unset = rt.UNSET,
        key: str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.DestinationConnectorInformation:
        """Create a destination. See ``Destinations.create``."""
        return await self._call(
            _CREATE,
            body=body,
            fields={"name": name, "type": type, "config": config, "key": key},
            options=options,
        )

    async def get(
        self, destination_id: str, *, options: rt.Options | None = None
    ) -> m.DestinationConnectorInformation:
        """Get a destination. See ``Destinations.get``."""
        return await self._call(
            _GET, path={"destination_id": destination_id}, options=options
        )

    @typing.overload
    async def update(
        self,
        destination_id: str,
        body: m.UpdateDestinationConnector,
        *,
        options: rt.Options | None = None,
    ) -> m.DestinationConnectorInformation: ...
    @typing.overload
    async def update(
        self,
        destination_id: str,
        *,
        config: m.DestinationConnectorConfigInput,
        options: rt.Options | None = None,
    ) -> m.DestinationConnectorInformation: ...
    async def update(
        self,
        destination_id: str,
        body: m.UpdateDestinationConnector | None = None,
        *,
        config: m.DestinationConnectorConfigInput | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.DestinationConnectorInformation:
        """Change the settings of a destination. See ``Destinations.update``."""
        return await self._call(
            _UPDATE,
            path={"destination_id": destination_id},
            body=body,
            fields={"config": config},
            options=options,
        )

    async def delete(
        self, destination_id: str, *, options: rt.Options | None = None
    ) -> typing.Any:
        """Delete a destination. See ``Destinations.delete``."""
        return await self._call(
            _DELETE, path={"destination_id": destination_id}, options=options
        )

    async def create_connection_check(
        self, destination_id: str, *, options: rt.Options | None = None
    ) -> m.DagNodeConnectionCheck:
        """Start a connection check of a destination. See
        ``Destinations.create_connection_check``.
        """
        return await self._call(
            _CREATE_CONNECTION_CHECK,
            path={"destination_id": destination_id},
            options=options,
        )

    async def create_connection_check_and_wait(
        self,
        destination_id: str,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: (
            collections.abc.Callable[[m.DagNodeConnectionCheck], None] | None
        ) = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.DagNodeConnectionCheck:
        """Start a connection check of a destination, and wait until ``status`` is
        ``SUCCESS``. See ``Destinations.create_connection_check_and_wait``.
        """
        return await self._run(
            WAIT_FOR_CONNECTION_CHECK.after(
                _CREATE_CONNECTION_CHECK,
                {},
                rt.Watch(timeout, interval, on_update, progress),
                path={"destination_id": destination_id},
                options=options,
            ),
        )

    async def get_connection_check(
        self, destination_id: str, *, options: rt.Options | None = None
    ) -> m.DagNodeConnectionCheck:
        """Get the latest connection check of a destination. See
        ``Destinations.get_connection_check``.
        """
        return await self._call(
            _GET_CONNECTION_CHECK,
            path={"destination_id": destination_id},
            options=options,
        )

    async def wait_for_connection_check(
        self,
        destination_id: str,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: (
            collections.abc.Callable[[m.DagNodeConnectionCheck], None] | None
        ) = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.DagNodeConnectionCheck:
        """Wait until ``status`` is ``SUCCESS``. See
        ``Destinations.wait_for_connection_check``.
        """
        return await self._run(
            WAIT_FOR_CONNECTION_CHECK.until_done(
                rt.Watch(timeout, interval, on_update, progress),
                path={"destination_id": destination_id},
                options=options,
            ),
        )


class RawDestinations(rt.RawResource):
    """The calls of ``Destinations``, each returning a ``Response``."""

    def __init__(self, resource: Destinations) -> None:
        super().__init__(resource)
        self.list: typing.Final = rt.raw(resource.list)
        self.create: typing.Final = rt.raw(resource.create)
        self.get: typing.Final = rt.raw(resource.get)
        self.update: typing.Final = rt.raw(resource.update)
        self.delete: typing.Final = rt.raw(resource.delete)
        self.create_connection_check: typing.Final = rt.raw(
            resource.create_connection_check
        )
        self.create_connection_check_and_wait: typing.Final = rt.raw(
            resource.create_connection_check_and_wait
        )
        self.get_connection_check: typing.Final = rt.raw(resource.get_connection_check)
        self.wait_for_connection_check: typing.Final = rt.raw(
            resource.wait_for_connection_check
        )


class AsyncRawDestinations(rt.RawResource):
    """The calls of ``AsyncDestinations``, each returning a ``Response``."""

    def __init__(self, resource: AsyncDestinations) -> None:
        super().__init__(resource)
        self.list: typing.Final = rt.async_raw(resource.list)
        self.create: typing.Final = rt.async_raw(resource.create)
        self.get: typing.Final = rt.async_raw(resource.get)
        self.update: typing.Final = rt.async_raw(resource.update)
        self.delete: typing.Final = rt.async_raw(resource.delete)
        self.create_connection_check: typing.Final = rt.async_raw(
            resource.create_connection_check
        )
        self.create_connection_check_and_wait: typing.Final = rt.async_raw(
            resource.create_connection_check_and_wait
        )
        self.get_connection_check: typing.Final = rt.async_raw(
            resource.get_connection_check
        )
        self.wait_for_connection_check: typing.Final = rt.async_raw(
            resource.wait_for_connection_check
        )
