from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class FailedFile(rt.Model):
    """A document that could not be processed."""

    document: str
    """The address or name of the document."""

    error: str
    """What went wrong."""

    extra: dict[str, typing.Any] = rt.extra()
