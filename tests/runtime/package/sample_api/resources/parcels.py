"""Parcels."""

from __future__ import annotations

import builtins
import typing

from .. import models as m
from .._runtime import rt

_GET: typing.Final[rt.Operation[m.Parcel]] = rt.Operation(
    "GET",
    "/parcels/{Id}",
    responses={"200": "m.Parcel", "404": "m.Error", "default": "m.Error"},
)
_LIST: typing.Final[rt.Operation[list[m.Parcel]]] = rt.Operation(
    "GET",
    "/parcels",
    responses={"200": "list[m.Parcel]"},
    styles={"query": {"ids": rt.Style("pipeDelimited")}},
)
_CREATE: typing.Final[rt.Operation[m.Parcel]] = rt.Operation(
    "POST",
    "/parcels",
    body=rt.Body({"application/json": "m.ParcelCreate"}, required=True),
    responses={"201": "m.Parcel", "422": "m.Error"},
)
_SEARCH: typing.Final[rt.Operation[typing.Any]] = rt.Operation(
    "POST",
    "/search",
    body=rt.Body(
        {
            "application/json": "m.Search",
            "application/x-www-form-urlencoded": "m.Search",
        }
    ),
    responses={"200": "typing.Any"},
)
_UPLOAD: typing.Final[rt.Operation[typing.Any]] = rt.Operation(
    "POST",
    "/upload",
    body=rt.Body(
        {"multipart/form-data": "m.Upload"},
        required=True,
        parts={"file": rt.Part(content_type="image/png, application/pdf")},
    ),
    responses={"200": "typing.Any"},
)
_LABEL: typing.Final[rt.Operation[bytes]] = rt.Operation(
    "GET",
    "/label",
    responses={"200": {"application/pdf": "bytes"}, "404": {"text/plain": "str"}},
)
_DELETE: typing.Final[rt.Operation[None]] = rt.Operation(
    "DELETE", "/parcels/{Id}", responses={"204": None}
)
_PING: typing.Final[rt.Operation[str]] = rt.Operation(
    "GET", "/ping", responses={"200": {"text/plain": "str"}}, security=((),)
)


class Parcels(rt.StreamResource, rt.DownloadResource):
    """Parcels."""

    def get(
        self, id: str, *, trace: str | None = None, options: rt.Options | None = None
    ) -> m.Parcel:
        """Get one parcel."""
        return self._call(
            _GET, path={"Id": id}, header={"X-Trace": trace}, options=options
        )

    def list(
        self,
        *,
        status: m.Status | str | None = None,
        ids: typing.Sequence[str] | None = None,
        options: rt.Options | None = None,
    ) -> builtins.list[m.Parcel]:
        """List parcels."""
        return self._call(_LIST, query={"status": status, "ids": ids}, options=options)

    @typing.overload
    def create(
        self, body: m.ParcelCreate, *, options: rt.Options | None = None
    ) -> m.Parcel: ...
    @typing.overload
    def create(
        self,
        *,
        name: str,
        status: m.Status | str,
        weight: float | None = None,
        note: str | rt.Unset | None = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.Parcel: ...
    def create(
        self,
        body: m.ParcelCreate | None = None,
        *,
        name: str | rt.Unset = rt.UNSET,
        status: m.Status | str | rt.Unset = rt.UNSET,
        weight: float | None = None,
        note: str | rt.Unset | None = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.Parcel:
        """Create a parcel."""
        return self._call(
            _CREATE,
            body=body,
            fields={"name": name, "status": status, "weight": weight, "note": note},
            options=options,
        )

    def search(
        self,
        body: m.Search | None = None,
        *,
        text: str | None = None,
        limit: int | None = None,
        options: rt.Options | None = None,
    ) -> typing.Any:
        """Look for parcels."""
        return self._call(
            _SEARCH, body=body, fields={"text": text, "limit": limit}, options=options
        )

    def upload(
        self, body: m.Upload, *, options: rt.Options | None = None
    ) -> typing.Any:
        """Upload a label."""
        return self._call(_UPLOAD, body=body, options=options)

    def label(self, *, options: rt.Options | None = None) -> bytes:
        """Download a label."""
        return self._call(_LABEL, options=options)

    def delete(self, id: str, *, options: rt.Options | None = None) -> None:
        """Delete a parcel."""
        return self._call(_DELETE, path={"Id": id}, options=options)

    def ping(self, *, options: rt.Options | None = None) -> str:
        """Ask for a sign of life, without credentials."""
        return self._call(_PING, options=options)


class AsyncParcels(rt.AsyncStreamResource, rt.AsyncDownloadResource):
    """Parcels."""

    async def get(
        self, id: str, *, trace: str | None = None, options: rt.Options | None = None
    ) -> m.Parcel:
        """Get one parcel."""
        return await self._call(
            _GET, path={"Id": id}, header={"X-Trace": trace}, options=options
        )

    async def list(
        self,
        *,
        status: m.Status | str | None = None,
        ids: typing.Sequence[str] | None = None,
        options: rt.Options | None = None,
    ) -> builtins.list[m.Parcel]:
        """List parcels."""
        return await self._call(
            _LIST, query={"status": status, "ids": ids}, options=options
        )

    @typing.overload
    async def create(
        self, body: m.ParcelCreate, *, options: rt.Options | None = None
    ) -> m.Parcel: ...
    @typing.overload
    async def create(
        self,
        *,
        name: str,
        status: m.Status | str,
        weight: float | None = None,
        note: str | rt.Unset | None = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.Parcel: ...
    async def create(
        self,
        body: m.ParcelCreate | None = None,
        *,
        name: str | rt.Unset = rt.UNSET,
        status: m.Status | str | rt.Unset = rt.UNSET,
        weight: float | None = None,
        note: str | rt.Unset | None = rt.UNSET,
        options: rt.Options | None = None,
    ) -> m.Parcel:
        """Create a parcel."""
        return await self._call(
            _CREATE,
            body=body,
            fields={"name": name, "status": status, "weight": weight, "note": note},
            options=options,
        )

    async def search(
        self,
        body: m.Search | None = None,
        *,
        text: str | None = None,
        limit: int | None = None,
        options: rt.Options | None = None,
    ) -> typing.Any:
        """Look for parcels."""
        return await self._call(
            _SEARCH, body=body, fields={"text": text, "limit": limit}, options=options
        )

    async def upload(
        self, body: m.Upload, *, options: rt.Options | None = None
    ) -> typing.Any:
        """Upload a label."""
        return await self._call(_UPLOAD, body=body, options=options)

    async def label(self, *, options: rt.Options | None = None) -> bytes:
        """Download a label."""
        return await self._call(_LABEL, options=options)

    async def delete(self, id: str, *, options: rt.Options | None = None) -> None:
        """Delete a parcel."""
        return await self._call(_DELETE, path={"Id": id}, options=options)

    async def ping(self, *, options: rt.Options | None = None) -> str:
        """Ask for a sign of life, without credentials."""
        return await self._call(_PING, options=options)


class RawParcels(rt.RawResource):
    """The calls of ``Parcels``, each returning a ``Response``."""

    def __init__(self, parcels: Parcels) -> None:
        super().__init__(parcels)
        self.get: typing.Final = rt.raw(parcels.get)
        self.list: typing.Final = rt.raw(parcels.list)
        self.create: typing.Final = rt.raw(parcels.create)
        self.search: typing.Final = rt.raw(parcels.search)
        self.upload: typing.Final = rt.raw(parcels.upload)
        self.label: typing.Final = rt.raw(parcels.label)
        self.delete: typing.Final = rt.raw(parcels.delete)
        self.ping: typing.Final = rt.raw(parcels.ping)


class AsyncRawParcels(rt.RawResource):
    """The calls of ``AsyncParcels``, each returning a ``Response``."""

    def __init__(self, parcels: AsyncParcels) -> None:
        super().__init__(parcels)
        self.get: typing.Final = rt.async_raw(parcels.get)
        self.list: typing.Final = rt.async_raw(parcels.list)
        self.create: typing.Final = rt.async_raw(parcels.create)
        self.search: typing.Final = rt.async_raw(parcels.search)
        self.upload: typing.Final = rt.async_raw(parcels.upload)
        self.label: typing.Final = rt.async_raw(parcels.label)
        self.delete: typing.Final = rt.async_raw(parcels.delete)
        self.ping: typing.Final = rt.async_raw(parcels.ping)
