from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class TemplateNode(rt.Model):
    """A step of a template."""

    id: str
    """The id of the step."""

    name: str
    """The name of the step."""

    type: str
    """What the step does."""

    subtype: str
    """How it does that."""

    settings: dict[str, typing.Any] | None | rt.Unset = rt.UNSET
    """Settings of the step."""

    extra: dict[str, typing.Any] = rt.extra()
