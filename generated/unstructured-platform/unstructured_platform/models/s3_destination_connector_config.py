from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class S3DestinationConnectorConfig(rt.Model):
    """Settings of a connector that writes to an S3 bucket, type `s3`."""

    remote_url: str
    """Where to write, such as `s3://bucket/folder/`."""

    endpoint_url: str | None | rt.Unset = rt.UNSET
    """The address of the service, if it is not Amazon's own."""

    key: str | None | rt.Unset = rt.UNSET
    """The id of an access key."""

    secret: str | None | rt.Unset = rt.UNSET
    """The secret of the access key."""

    token: str | None | rt.Unset = rt.UNSET
    """The session token of temporary credentials."""

    role_arn: str | None | rt.Unset = rt.UNSET
    """A role to assume, in place of keys."""

    external_id: str | None | rt.Unset = rt.UNSET
    """The external id to assume the role with."""

    ambient_credentials: bool | None | rt.Unset = rt.UNSET
    """Whether to use the credentials of the environment the platform runs in. Default:
    ``False``.
    """

    anonymous: bool
    """Whether to go without credentials."""

    extra: dict[str, typing.Any] = rt.extra()
