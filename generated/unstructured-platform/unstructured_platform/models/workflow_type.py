"""``WorkflowType``."""

from __future__ import annotations

import typing

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

    # So that checkers ask for a `case _`: the server may send more than this.
    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
