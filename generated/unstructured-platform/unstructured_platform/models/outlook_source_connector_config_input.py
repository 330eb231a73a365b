from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class OutlookSourceConnectorConfigInput(rt.Model):
    """Settings for reading from an Outlook mailbox, type `outlook`."""

    user_email: str
    """The address of the mailbox."""

    tenant: str | None | rt.Unset = rt.UNSET
    """The Microsoft Entra tenant."""

    authority_url: str | None | rt.Unset = rt.UNSET
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

    outlook_folders: list[str] | None | rt.Unset = rt.UNSET
    """The mail folders to read; all if left out."""

    recursive: bool | None = None
    """Whether to read folders within it too. Default: ``False``."""

    extra: dict[str, typing.Any] = rt.extra()
