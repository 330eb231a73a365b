"""Keep and check the connectors that documents are read from."""

from __future__ import annotations

import builtins
import collections.abc
import typing

from .. import models as m
from .._runtime import rt

_LIST: rt.Operation[list[m.SourceConnectorInformation]] = rt.Operation(
    "GET",
    "/api/v1/sources/",
    responses={
        "200": "list[m.SourceConnectorInformation]",
        "401": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="list_sources",
)
_CREATE: rt.Operation[m.SourceConnectorInformation] = rt.Operation(
    "POST",
    "/api/v1/sources/",
    body=rt.Body({"application/json": "m.CreateSourceConnector"}, required=True),
    responses={
        "200": "m.SourceConnectorInformation",
        "401": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="create_source",
)
_GET: rt.Operation[m.SourceConnectorInformation] = rt.Operation(
    "GET",
    "/api/v1/sources/{source_id}",
    responses={
        "200": "m.SourceConnectorInformation",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="get_source",
)
_UPDATE: rt.Operation[m.SourceConnectorInformation] = rt.Operation(
    "PUT",
    "/api/v1/sources/{source_id}",
    body=rt.Body({"application/json": "m.UpdateSourceConnector"}, required=True),
    responses={
        "200": "m.SourceConnectorInformation",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="update_source",
)
_DELETE: rt.Operation[typing.Any] = rt.Operation(
    "DELETE",
    "/api/v1/sources/{source_id}",
    responses={
        "200": "typing.Any",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="delete_source",
)
_CREATE_CONNECTION_CHECK: rt.Operation[m.DagNodeConnectionCheck] = rt.Operation(
    "POST",
    "/api/v1/sources/{source_id}/connection-check",
    responses={
        "202": "m.DagNodeConnectionCheck",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="create_connection_check_sources",
)
_GET_CONNECTION_CHECK: rt.Operation[m.DagNodeConnectionCheck] = rt.Operation(
    "GET",
    "/api/v1/sources/{source_id}/connection-check",
    responses={
        "200": "m.DagNodeConnectionCheck",
        "401, 404": "m.ErrorMessage",
        "422": "m.HTTPValidationError",
    },
    id="get_connection_check_sources",
)
WAIT_FOR_CONNECTION_CHECK: rt.Waiter[m.DagNodeConnectionCheck] = rt.Waiter(
    _GET_CONNECTION_CHECK, field="status", done=("SUCCESS",), failed=("FAILURE",)
)


class Sources(rt.Resource):
    """Keep and check the connectors that documents are read from."""

    def list(
        self,
        *,
        source_type: m.SourceConnectorType | str | None = None,
        options: rt.Options | None = None,
    ) -> builtins.list[m.SourceConnectorInformation]:
        """List sources.

        Gives the sources of the account, all in one answer.

        ``GET /api/v1/sources/``

        Args:
            source_type: Only sources of this type.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(_LIST, query={"source_type": source_type}, options=options)

    @typing.overload
    def create(
        self, body: m.CreateSourceConnector, *, options: rt.Options | None = None
    ) -> m.SourceConnectorInformation: ...
    @typing.overload
    def create(
        self,
        *,
        name: str,
        type: m.SourceConnectorType | str,
        config: m.SourceConnectorConfigInput,
        key: str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.SourceConnectorInformation: ...
    def create(
        self,
        body: m.CreateSourceConnector | None = None,
        *,
        name: str | rt.Unset = rt.UNSET,
        type: m.SourceConnectorType | str | rt.Unset = rt.UNSET,
        config: m.SourceConnectorConfigInput | rt.Unset = rt.UNSET,
        key: str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.SourceConnectorInformation:
        """Create a source.

        ``POST /api/v1/sources/``

        Args:
            body: Stands for all the fields below.
            name: A name for the source.
            type: What kind of place it reads from; `config` has to suit it.
            config: The settings for this type of source.
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
        self, source_id: str, *, options: rt.Options | None = None
    ) -> m.SourceConnectorInformation:
        """Get a source.

        ``GET /api/v1/sources/{source_id}``

        Args:
            source_id: The id of the source, a UUID, or its key.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(_GET, path={"source_id": source_id}, options=options)

    @typing.overload
    def update(
        self,
        source_id: str,
        body: m.UpdateSourceConnector,
        *,
        options: rt.Options | None = None,
    ) -> m.SourceConnectorInformation: ...
    @typing.overload
    def update(
        self,
        source_id: str,
        *,
        config: m.SourceConnectorConfigInput,
        options: rt.Options | None = None,
    ) -> m.SourceConnectorInformation: ...
    def update(
        self,
        source_id: str,
        body: m.UpdateSourceConnector | None = None,
        *,
        config: m.SourceConnectorConfigInput | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.SourceConnectorInformation:
        """Change the settings of a source.

        Takes new settings for a source; its name and type stay.

        ``PUT /api/v1/sources/{source_id}``

        Args:
            source_id: The id of the source, a UUID, or its key.
            body: Stands for all the fields below.
            config: The settings for the type the source has.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _UPDATE,
            path={"source_id": source_id},
            body=body,
            fields={"config": config},
            options=options,
        )

    def delete(
        self, source_id: str, *, options: rt.Options | None = None
    ) -> typing.Any:
        """Delete a source.

        Deletes a source. What the answer holds is not documented.

        ``DELETE /api/v1/sources/{source_id}``

        Args:
            source_id: The id of the source, a UUID, or its key.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(_DELETE, path={"source_id": source_id}, options=options)

    def create_connection_check(
        self, source_id: str, *, options: rt.Options | None = None
    ) -> m.DagNodeConnectionCheck:
        """Start a connection check of a source.

        Has the platform try to reach the source. Ask for the outcome afterwards.

        ``POST /api/v1/sources/{source_id}/connection-check``

        Args:
            source_id: The id of the source, a UUID, or its key.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _CREATE_CONNECTION_CHECK, path={"source_id": source_id}, options=options
        )

    def create_connection_check_and_wait(
        self,
        source_id: str,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: (
            collections.abc.Callable[[m.DagNodeConnectionCheck], None] | None
        ) = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.DagNodeConnectionCheck:
        """Start a connection check of a source, and wait until ``status`` is
        ``SUCCESS``.

        Calls ``create_connection_check``, then asks as ``wait_for_connection_check``
        does.

        Args:
            source_id: The id of the source, a UUID, or its key.
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
                path={"source_id": source_id},
                options=options,
            ),
        )

    def get_connection_check(
        self, source_id: str, *, options: rt.Options | None = None
    ) -> m.DagNodeConnectionCheck:
        """Get the latest connection check of a source.

        ``GET /api/v1/sources/{source_id}/connection-check``

        Args:
            source_id: The id of the source, a UUID, or its key.
            options: Settings of this one call.

        Raises:
            UnauthorizedError: The key is missing or not valid.
            NotFoundError: There is nothing with this id.
            UnprocessableEntityError: Some part of the request is not as it should be.
        """
        return self._call(
            _GET_CONNECTION_CHECK, path={"source_id": source_id}, options=options
        )

    def wait_for_connection_check(
        self,
        source_id: str,
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

        Calls ``GET /api/v1/sources/{source_id}/connection-check`` with growing pauses.

        Args:
            source_id: The id of the source, a UUID, or its key.
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
                path={"source_id": source_id},
                options=options,
            ),
        )


class AsyncSources(rt.AsyncResource):
    """Keep and check the connectors that documents are read from."""

    async def list(
        self,
        *,
        source_type: m.SourceConnectorType | str | None = None,
        options: rt.Options | None = None,
    ) -> builtins.list[m.SourceConnectorInformation]:
        """List sources. See ``Sources.list``."""
        return await self._call(
            _LIST, query={"source_type": source_type}, options=options
        )

    @typing.overload
    async def create(
        self, body: m.CreateSourceConnector, *, options: rt.Options | None = None
    ) -> m.SourceConnectorInformation: ...
    @typing.overload
    async def create(
        self,
        *,
        name: str,
        type: m.SourceConnectorType | str,
        config: m.SourceConnectorConfigInput,
        key: str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.SourceConnectorInformation: ...
    async def create(
        self,
        body: m.CreateSourceConnector | None = None,
        *,
        name: str | rt.Unset = rt.UNSET,
        type: m.SourceConnectorType | str | rt.Unset = rt.UNSET,
        config: m.SourceConnectorConfigInput | rt.Unset = rt.UNSET,
        key: str | None | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.SourceConnectorInformation:
        """Create a source. See ``Sources.create``."""
        return await self._call(
            _CREATE,
            body=body,
            fields={"name": name, "type": type, "config": config, "key": key},
            options=options,
        )

    async def get(
        self, source_id: str, *, options: rt.Options | None = None
    ) -> m.SourceConnectorInformation:
        """Get a source. See ``Sources.get``."""
        return await self._call(_GET, path={"source_id": source_id}, options=options)

    @typing.overload
    async def update(
        self,
        source_id: str,
        body: m.UpdateSourceConnector,
        *,
        options: rt.Options | None = None,
    ) -> m.SourceConnectorInformation: ...
    @typing.overload
    async def update(
        self,
        source_id: str,
        *,
        config: m.SourceConnectorConfigInput,
        options: rt.Options | None = None,
    ) -> m.SourceConnectorInformation: ...
    async def update(
        self,
        source_id: str,
        body: m.UpdateSourceConnector | None = None,
        *,
        config: m.SourceConnectorConfigInput | rt.Unset = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.SourceConnectorInformation:
        """Change the settings of a source. See ``Sources.update``."""
        return await self._call(
            _UPDATE,
            path={"source_id": source_id},
            body=body,
            fields={"config": config},
            options=options,
        )

    async def delete(
        self, source_id: str, *, options: rt.Options | None = None
    ) -> typing.Any:
        """Delete a source. See ``Sources.delete``."""
        return await self._call(_DELETE, path={"source_id": source_id}, options=options)

    async def create_connection_check(
        self, source_id: str, *, options: rt.Options | None = None
    ) -> m.DagNodeConnectionCheck:
        """Start a connection check of a source. See
        ``Sources.create_connection_check``.
        """
        return await self._call(
            _CREATE_CONNECTION_CHECK, path={"source_id": source_id}, options=options
        )

    async def create_connection_check_and_wait(
        self,
        source_id: str,
        *,
        timeout: float | None = 600,
        interval: float = 1,
        on_update: (
            collections.abc.Callable[[m.DagNodeConnectionCheck], None] | None
        ) = None,
        progress: bool = False,
        options: rt.Options | None = None,
    ) -> m.DagNodeConnectionCheck:
        """Start a connection check of a source, and wait until ``status`` is
        ``SUCCESS``. See ``Sources.create_connection_check_and_wait``.
        """
        return await self._run(
            WAIT_FOR_CONNECTION_CHECK.after(
                _CREATE_CONNECTION_CHECK,
                {},
                rt.Watch(timeout, interval, on_update, progress),
                path={"source_id": source_id},
                options=options,
            ),
        )

    async def get_connection_check(
        self, source_id: str, *, options: rt.Options | None = None
    ) -> m.DagNodeConnectionCheck:
        """Get the latest connection check of a source. See
        ``Sources.get_connection_check``.
        """
        return await self._call(
            _GET_CONNECTION_CHECK, path={"source_id": source_id}, options=options
        )

    async def wait_for_connection_check(
        self,
        source_id: str,
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
        ``Sources.wait_for_connection_check``.
        """
        return await self._run(
            WAIT_FOR_CONNECTION_CHECK.until_done(
                rt.Watch(timeout, interval, on_update, progress),
                path={"source_id": source_id},
                options=options,
            ),
        )


class RawSources(rt.RawResource):
    """The calls of ``Sources``, each returning a ``Response``."""

    def __init__(self, resource: Sources) -> None:
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


class AsyncRawSources(rt.RawResource):
    """The calls of ``AsyncSources``, each returning a ``Response``."""

    def __init__(self, resource: AsyncSources) -> None:
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
