from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class ZendeskSourceConnectorConfigInput(rt.Model):
    """Settings for reading from a Zendesk account, type `zendesk`."""

    subdomain: str
    """The subdomain of the account."""

    email: str
    """The address of the user to sign in as."""

    api_token: str
    """An API token of the user."""

    item_type: str | None | rt.Unset = rt.UNSET
    """What to read, such as `tickets`. Default: ``tickets``."""

    batch_size: int | None | rt.Unset = rt.UNSET
    """How many items to fetch at a time. Default: 2."""

    extra: dict[str, typing.Any] = rt.extra()
