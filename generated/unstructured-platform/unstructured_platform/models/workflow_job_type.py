"""``WorkflowJobType``."""

from __future__ import annotations

import typing

from .._runtime import rt


class WorkflowJobType(str, rt.OpenEnum):
    """How a job came about."""

    EPHEMERAL = "ephemeral"
    PERSISTENT = "persistent"
    SCHEDULED = "scheduled"
    TEMPLATE = "template"

    # So that checkers ask for a `case _`: the server may send more than this.
    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
