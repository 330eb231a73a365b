"""The state of one call, from its arguments to its end."""

from __future__ import annotations

from typing import Any

from .arguments import Arguments
from .backoff import IDEMPOTENT
from .operation import Operation
from .prepared import prepared_for
from .request import prepare
from .retries import retries_of
from .settings import Settings
from .unset import Unset
from .wire import Deadline

__all__ = ["Call"]


class Call:
    """What is asked, with which settings, how often it was tried, and since when."""

    __slots__ = (
        "attempts",
        "deadline",
        "operation",
        "outgoing",
        "prepared",
        "retries",
        "settings",
        "started",
        "timeout",
        "waited",
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
        retries = options.retries
        self.retries = settings.retries if retries is None else retries_of(retries)
        self.prepared = prepared_for(settings, operation)
        self.outgoing = prepare(settings, operation, self.prepared, arguments)
        self.deadline = Deadline(settings.timing.now, self.timeout)
        self.started = settings.timing.now()
        self.attempts = 0
        self.waited = 0.0

    @property
    def repeatable(self) -> bool:
        """Whether sending it twice does no more than sending it once."""
        operation = self.operation
        return operation.method in IDEMPOTENT or bool(operation.idempotency)

    @property
    def replayable(self) -> bool:
        """Whether the body can be read a second time."""
        payload = self.outgoing.payload
        return payload is None or payload.replayable

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""
        return self.settings.timing.now() - self.started
