"""Models of http_validation_error."""

from __future__ import annotations

import typing

from .. import _runtime as rt
from .. import models as m


@rt.model
class HTTPValidationError(rt.Model):
    """What is wrong with a request."""

    detail: list[m.ValidationError] | None = None
    """One entry per fault."""

    extra: dict[str, typing.Any] = rt.extra()
