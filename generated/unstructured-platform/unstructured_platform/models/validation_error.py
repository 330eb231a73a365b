from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class ValidationError(rt.Model):
    """One fault of a request."""

    loc: list[str | int]
    """Where the fault is, from the outside in; a number is a place in a list."""

    msg: str
    """What is wrong."""

    type: str
    """The kind of fault, as a code."""

    extra: dict[str, typing.Any] = rt.extra()
