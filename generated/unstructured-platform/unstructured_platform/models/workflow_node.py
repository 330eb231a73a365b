from __future__ import annotations

import typing
import uuid

from .._runtime import rt


@rt.model
class WorkflowNode(rt.Model):
    """A step of a workflow."""

    name: str
    """A name for the step."""

    type: str
    """What the step does: `partition`, `prompter` (enrichment), `chunk`, `embed` or
    `structured_data_extractor`.
    """

    subtype: str
    """How it does that, such as `vlm` or `unstructured_api` to partition,
    `chunk_by_title` to chunk, `azure_openai` to embed.
    """

    id: uuid.UUID | None | rt.Unset = rt.UNSET
    """The id of the step, given by the platform."""

    settings: dict[str, typing.Any] | None | rt.Unset = rt.UNSET
    """Settings of the step; which there are depends on type and subtype."""

    extra: dict[str, typing.Any] = rt.extra()
