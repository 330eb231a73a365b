"""What the Wasabi AiR API asks of values, for ``check``."""

from __future__ import annotations

import typing

from ._runtime import rt

LIMITS: typing.Final[rt.Limits] = {
    "JobSubmission": {
        "properties": {
            "Name": {"minLength": 1, "maxLength": 256, "pattern": "^.*\\S.*$"},
            "Priority": {"minimum": 1, "maximum": 10},
            "Services": {"minProperties": 1},
            "Batch": {"maxLength": 256},
        },
    },
}
