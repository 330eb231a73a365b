"""The state of one call, from its arguments to its end."""

from __future__ import annotations

import logging
from typing import Any

from .access import Access
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
        "access",
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
        api = settings.api
        security = api.security if operation.security is None else operation.security
        secrets = api.secrets(security, settings.given)
        made = prepare(settings, operation, secrets, arguments)
        self.outgoing: Outgoing = made[0]
        self.redactor = made[1]
        self.access: Access | None = None
        if secrets.live or settings.sign is not None:
            self.access = Access(settings, secrets.live, *made, options.headers or ())
        self.deadline = Deadline(settings.timing.now, self.timeout)
        self.started = settings.timing.now()
        self.attempts = 0
        self.log = logging.getLogger(settings.api.package)

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""
        return self.settings.timing.now() - self.started
