from __future__ import annotations

import datetime
import typing
import uuid

from .. import models as m
from .._runtime import rt


@rt.model
class DagNodeConnectionCheck(rt.Model):
    """An attempt to reach a source or destination."""

    id: uuid.UUID
    """The id of the check."""

    status: m.ConnectionCheckStatus
    """How the check went."""

    created_at: datetime.datetime
    """When the check was asked for."""

    reason: str | None | rt.Unset = rt.UNSET
    """Why the check failed."""

    reported_at: datetime.datetime | None | rt.Unset = rt.UNSET
    """When the outcome was known."""

    extra: dict[str, typing.Any] = rt.extra()
