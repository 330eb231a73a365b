from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class JobNodeDetails(rt.Model):
    """How many files stand where in one step of a job."""

    node_name: str | None | rt.Unset = rt.UNSET
    """The name of the step."""

    node_type: str | None | rt.Unset = rt.UNSET
    """The type of the step."""

    node_subtype: str | None | rt.Unset = rt.UNSET
    """The subtype of the step."""

    ready: int
    """Files waiting for this step."""

    in_progress: int
    """Files the step is working on."""

    success: int
    """Files the step has finished."""

    failure: int
    """Files the step could not handle."""

    extra: dict[str, typing.Any] = rt.extra()
