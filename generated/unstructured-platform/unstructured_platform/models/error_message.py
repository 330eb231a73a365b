from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class ErrorMessage(rt.Model):
    """Why a call was refused."""

    detail: str
    """The cause in words."""

    extra: dict[str, typing.Any] = rt.extra()
