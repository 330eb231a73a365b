from __future__ import annotations

from .. import models as m
from .._runtime import rt


@rt.model
class TemplateDetail(m.TemplateListItem):
    """A template with its steps."""

    nodes: list[m.TemplateNode]
    """The steps, in the order in which they run."""
