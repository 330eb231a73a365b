from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class AzureAISearchConnectorConfigInput(rt.Model):
    """Settings for writing to an Azure AI Search index, type `azure_ai_search`."""

    endpoint: str
    """The endpoint of the search service."""

    index: str
    """The index to write to."""

    key: str
    """The API key of the search service."""

    extra: dict[str, typing.Any] = rt.extra()
