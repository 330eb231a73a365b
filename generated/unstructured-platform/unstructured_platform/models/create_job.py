from __future__ import annotations

import typing

from .._runtime import rt


@rt.model
class CreateJob(rt.Model):
    """The files to process, and how."""

    request_data: str
    """A JSON object, as text: either with `template_id`, the id of a template, or with
    `job_nodes`, a list of steps shaped like `WorkflowNode`. Example: ``{"template_id":
    "hi_res_partition"}``.
    """

    input_files: list[rt.FileInput] | None = None
    """The files, each with its name. Each item: holds ``application/octet-stream``."""

    extra: dict[str, typing.Any] = rt.extra()
