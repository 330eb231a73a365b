from __future__ import annotations

import typing

from .. import models as m
from .._runtime import rt


@rt.model
class CreateDestinationConnector(rt.Model):
    """A destination to be created."""

    name: str
    """A name for the destination."""

    type: m.DestinationConnectorType | str
    """What kind of place it writes to; `config` has to suit it."""

    config: m.DestinationConnectorConfigInput
    """The settings for this type of destination."""

    key: str | None | rt.Unset = rt.UNSET
    """A short name for use in place of the id, in lower case with single hyphens. Made
    from the name if left out; it cannot be changed later. 1 to 63 characters. Matches
    ``^[a-z0-9](-?[a-z0-9])*$``.
    """

    extra: dict[str, typing.Any] = rt.extra()
