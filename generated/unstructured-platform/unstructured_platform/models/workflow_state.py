"""``WorkflowState``."""

from __future__ import annotations

import typing

from .._runtime import rt


class WorkflowState(str, rt.OpenEnum):
    """Whether a workflow is switched on."""

    ACTIVE = "active"
    INACTIVE = "inactive"

    # So that checkers ask for a `case _`: the server may send more than this.
    if typing.TYPE_CHECKING:
        _UNLISTED = "a value the description does not list"
