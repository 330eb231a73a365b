from __future__ import annotations

from .._runtime import rt


class WorkflowType(str, rt.OpenEnum):
    """The kind of a workflow. Use `custom` for new ones; `basic`, `advanced` and
    `platinum` are no longer in operation. The words `auto` and `template` occur in
    prose, but are not accepted by the published schema.
    """

    BASIC = "basic"
    ADVANCED = "advanced"
    PLATINUM = "platinum"
    CUSTOM = "custom"
    _UNLISTED = rt.UNLISTED  # so that checkers ask for a `case _`
