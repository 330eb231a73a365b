from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class OpenSearchConnectorConfigInput(rt.Model):
    """Settings for reading from or writing to an OpenSearch index, type
    `opensearch`.
    """

    hosts: list[str]
    """The addresses of the cluster."""

    index_name: str
    """The index."""

    username: str | None | rt.Unset = rt.UNSET
    """The user to sign in as."""

    password: str | None | rt.Unset = rt.UNSET
    """The password of the user."""

    aws_access_key_id: str | None | rt.Unset = rt.UNSET
    """The id of an AWS access key, in place of user and password."""

    aws_secret_access_key: str | None | rt.Unset = rt.UNSET
    """The secret of the access key."""

    aws_session_token: str | None | rt.Unset = rt.UNSET
    """The session token of temporary AWS credentials."""

    use_ssl: bool | None | rt.Unset = rt.UNSET
    """Whether to connect over TLS."""

    extra: dict[str, typing.Any] = rt.extra()
