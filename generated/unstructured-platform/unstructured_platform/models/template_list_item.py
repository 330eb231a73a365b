from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class TemplateListItem(rt.Model):
    """A template, without its steps."""

    id: str
    """The id of the template."""

    name: str
    """The name of the template."""

    version: str
    """The version of the template."""

    last_updated: str
    """When the template was last changed."""

    description: str
    """What the template is for."""

    extra: dict[str, typing.Any] = rt.extra()
