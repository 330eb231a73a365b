"""The data the sample API speaks of."""

from __future__ import annotations

import datetime
import typing
import uuid

from ._runtime import rt


class Status(str, rt.OpenEnum):
    """How far a parcel has come."""

    PACKED = "packed"
    SENT = "sent"


@rt.model
class Error(rt.Model):
    """What went wrong."""

    message: str = rt.field("Message")
    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class Address(rt.Model):
    """Where a parcel goes."""

    city: str = rt.field("City")
    region: str | None = rt.field("Region", default=None)
    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class Parcel(rt.Model):
    """A parcel."""

    id: uuid.UUID = rt.field("Id")
    name: str = rt.field("Name")
    status: Status = rt.field("Status")
    address: Address = rt.field("Address")
    created: datetime.datetime = rt.field("Created")
    note: str | rt.Unset | None = rt.UNSET
    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class ParcelCreate(rt.Model):
    """A parcel to be."""

    name: str = rt.field("Name")
    status: Status | str = rt.field("Status")
    weight: float | None = None
    note: str | rt.Unset | None = rt.UNSET
    kind: typing.Literal["parcel"] = "parcel"
    extra: dict[str, typing.Any] = rt.extra()


@rt.model
class Search(rt.Model):
    """What to look for."""

    text: str | None = None
    limit: int | None = None


@rt.model
class Upload(rt.Model):
    """A label."""

    file: rt.FileInput
    pages: list[int] | None = None
    about: Address | None = None
    title: str | None = None
