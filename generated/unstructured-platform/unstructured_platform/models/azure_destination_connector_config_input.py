from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class AzureDestinationConnectorConfigInput(rt.Model):
    """Settings for writing to an Azure storage container, type `azure`."""

    remote_url: str
    """Where to write, such as `az://container/folder/`. Matches
    ``^(az:\\/\\/|abfs:\\/\\/)``.
    """

    account_name: str | None | rt.Unset = rt.UNSET
    """The name of the storage account."""

    account_key: str | None | rt.Unset = rt.UNSET
    """A key of the storage account."""

    connection_string: str | None | rt.Unset = rt.UNSET
    """A connection string, in place of name and key."""

    sas_token: str | None | rt.Unset = rt.UNSET
    """A shared access signature, in place of a key."""

    extra: dict[str, typing.Any] = rt.extra()
