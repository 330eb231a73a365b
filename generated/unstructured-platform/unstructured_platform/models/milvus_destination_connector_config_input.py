from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class MilvusDestinationConnectorConfigInput(rt.Model):
    """Settings for writing to a Milvus collection, type `milvus`."""

    uri: str
    """The address of the server, beginning with `http://` or `https://`. Matches
    ``^https?:\\/\\/``.
    """

    user: str | None | rt.Unset = rt.UNSET
    """The user to sign in as."""

    password: str | None | rt.Unset = rt.UNSET
    """The password of the user."""

    token: str | None | rt.Unset = rt.UNSET
    """A token, in place of user and password."""

    db_name: str | None | rt.Unset = rt.UNSET
    """The database that holds the collection."""

    collection_name: str
    """The collection to write to."""

    record_id_key: str
    """The field that tells which document an entity belongs to."""

    flatten_metadata: bool | None = None
    """Whether nested metadata is laid out flat. Default: ``True``."""

    fields_to_include: list[str] | None | rt.Unset = rt.UNSET
    """Write only these fields."""

    extra: dict[str, typing.Any] = rt.extra()
