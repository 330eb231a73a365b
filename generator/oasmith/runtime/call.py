"""The state of one call, from its arguments to its end."""

from __future__ import annotations

import logging
from typing import Any

from .arguments import Arguments
from .operation import Operation
from .request import prepare
from .settings import Settings
from .unset import Unset
from .wire import Deadline, Outgoing

__all__ = ["Call"]


class Call:
    """What is asked, with which settings, how often it was tried, and since when."""

    __slots__ = (
        "attempts",
        "deadline",
        "log",
        "operation",
        "outgoing",
        "redactor",
        "retries",
        "settings",
        "started",
        "timeout",
    )

    def __init__(
        self, settings: Settings, operation: Operation[Any], arguments: Arguments
    ) -> None:
        """Make the request.

        Raises:
            ConfigurationError: Credentials the operation needs are missing.
            TypeError: The arguments do not go together.
            ValueError: An argument has a value that cannot be sent.
        """
        options = arguments.options
        asked = options.timeout
        self.settings = settings
        self.operation = operation
        self.timeout = settings.timeout if isinstance(asked, Unset) else asked
        self.retries = settings.retries if options.retries is None else options.retries
        made = prepare(settings, operation, arguments)
        self.outgoing: Outgoing = made[0]
        self.outgoing.call = operation, arguments
        self.redactor = made[1]
        self.deadline = Deadline(settings.timing.now, self.timeout)
        self.started = settings.timing.now()
        self.attempts = 0
        self.log = logging.getLogger(settings.api.package)

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""
        return self.settings.timing.now() - self.started
