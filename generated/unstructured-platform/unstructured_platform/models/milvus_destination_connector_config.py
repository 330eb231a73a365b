from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class MilvusDestinationConnectorConfig(rt.Model):
    """Settings of a connector that writes to a Milvus collection, type `milvus`."""

    uri: str
    """The address of the server, beginning with `http://` or `https://`."""

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

    extra: dict[str, typing.Any] = rt.extra()
