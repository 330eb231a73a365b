"""The state of one call, from its arguments to its end."""

from __future__ import annotations

from typing import Any

from .access import Access
from .arguments import Arguments
from .backoff import IDEMPOTENT
from .operation import Operation
from .prepared import Prepared, prepared_for
from .request import prepare
from .retries import Retries, retries_of
from .sensible import timeout_of
from .settings import Settings
from .timing import Deadline
from .unset import Unset
from .wire import Open, Outgoing, Send

__all__ = ["Call"]


class Call:
    """What is asked, with which settings, how often it was tried, and since when."""

    __slots__ = (
        "access",
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
            ConfigurationError: Credentials the operation needs are missing, or an
                option makes no sense.
            TypeError: The arguments do not go together.
            ValueError: An argument has a value that cannot be sent.
        """
        options = arguments.options
        asked = options.timeout
        self.settings: Settings = settings
        self.operation: Operation[Any] = operation
        self.timeout: float | None = (
            settings.timeout if isinstance(asked, Unset) else timeout_of(asked)
        )
        retries = options.retries
        self.retries: Retries = (
            settings.retries if retries is None else retries_of(retries)
        )
        self.prepared: Prepared = prepared_for(settings, operation)
        self.outgoing: Outgoing = prepare(settings, operation, self.prepared, arguments)
        self.access: Access | None = None
        live = self.prepared.secrets.live
        # A list that goes on at another origin is read there without credentials.
        if (live or settings.sign is not None) and not self.outgoing.foreign:
            self.access = Access(settings, live, self.outgoing, options.headers or ())
        self.deadline: Deadline = Deadline(settings.timing.now, self.timeout)
        self.started: float = settings.timing.now()
        self.attempts: int = 0
        self.waited: float = 0.0

    @property
    def repeatable(self) -> bool:
        """Whether sending it twice does no more than sending it once."""
        operation = self.operation
        return operation.method in IDEMPOTENT or bool(operation.idempotency)

    @property
    def elapsed(self) -> float:
        """Seconds since the call began."""
        return self.settings.timing.now() - self.started

    def command(self, outgoing: Outgoing) -> Send | Open:
        """What asks to send a request."""
        return Send(outgoing, self.deadline, self.settings.max_response_size)
