"""What the Wasabi AiR API asks of values, for ``check``."""

from __future__ import annotations

import typing

from ._runtime import rt

LIMITS: typing.Final = rt.by_model(
    {
        "JobSubmission.Name": {
            "minLength": 1,
            "maxLength": 256,
            "pattern": "^.*\\S.*$",
        },
        "JobSubmission.Priority": {"minimum": 1, "maximum": 10},
        "JobSubmission.Services": {"minProperties": 1},
        "JobSubmission.Batch": {"maxLength": 256},
    },
)
