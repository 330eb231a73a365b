from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class SalesforceSourceConnectorConfigInput(rt.Model):
    """Settings for reading from a Salesforce organisation, type `salesforce`."""

    username: str
    """The user to sign in as."""

    consumer_key: str
    """The consumer key of the connected app."""

    private_key: str
    """The private key of the connected app."""

    categories: list[str]
    """The kinds of records to read."""

    extra: dict[str, typing.Any] = rt.extra()
