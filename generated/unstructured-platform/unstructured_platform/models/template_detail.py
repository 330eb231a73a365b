"""Models of template_detail."""

from __future__ import annotations

from .. import _runtime as rt
from .. import models as m


@rt.model
class TemplateDetail(m.TemplateListItem):
    """A template with its steps."""

    nodes: list[m.TemplateNode]
    """The steps, in the order in which they run."""
