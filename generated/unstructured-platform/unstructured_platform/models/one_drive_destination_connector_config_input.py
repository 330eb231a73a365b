from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class OneDriveDestinationConnectorConfigInput(rt.Model):
    """Settings for writing to a OneDrive, type `onedrive`."""

    remote_url: str
    """Where to write, such as `onedrive://folder/`. Matches ``^onedrive:\\/\\/``."""

    user_pname: str
    """The user whose drive it is, by principal name."""

    tenant: str
    """The Microsoft Entra tenant."""

    authority_url: str | None = None
    """The address of the sign-in service. Default:
    ``https://login.microsoftonline.com``.
    """

    client_id: str | None = None
    """The id of the app to sign in as."""

    client_cred: str | None = None
    """The secret of the app."""

    oauth_token: str | None | rt.Unset = rt.UNSET
    """An OAuth access token, in place of an app."""

    refresh_token: str | None | rt.Unset = rt.UNSET
    """A token to renew `oauth_token` with."""

    extra: dict[str, typing.Any] = rt.extra()
